package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.payment.Payments.Entry;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Payment and its bank know of money. */
public final class MoneyFacts {
    private MoneyFacts() {}

    /** A page of payments, by order. */
    public record PaymentPage(
            List<PaymentFact> items, @Nullable String next) {}

    /**
     * The money of one order.
     *
     * @param amount all that may be captured
     * @param due when the bank is asked next; absent when nothing is owed to it
     */
    public record PaymentFact(
            String order,
            State state,
            Money amount,
            List<MovementFact> movements,
            @Nullable Instant due,
            Instant createdAt) {
        public PaymentFact {
            movements = List.copyOf(movements);
        }
    }

    /**
     * A capture, refund or chargeback.
     *
     * @param reference its name with the bank
     * @param tries how often the bank was asked in vain
     */
    public record MovementFact(
            String reference, String kind, Money amount, MovementState state, int tries, Instant at) {}

    /** A page of the ledger, by id. */
    public record LedgerPage(
            List<LedgerFact> items, @Nullable String next) {}

    /**
     * A transaction of the double-entry ledger, as it is stored.
     *
     * @param document the key that it is stored under
     */
    public record LedgerFact(String document, LedgerTransaction transaction) {}

    /** Its entries must sum to zero per currency, and it is never changed. */
    public record LedgerTransaction(
            String id, String order, String kind, String reference, Instant at, List<Entry> entries) {
        public LedgerTransaction {
            entries = List.copyOf(entries);
        }
    }

    /** Asks for the bank's own statement after this line. */
    public record StatementQuery(long after) {
        public StatementQuery {
            Require.that(after >= 0, "after", "must not be negative");
        }
    }

    /**
     * Lines of the statement.
     *
     * @param next the line to go on after; absent when these are the last
     */
    public record StatementPage(
            List<StatementFact> items, @Nullable Long next) {}

    /**
     * Money that moved at the bank.
     *
     * @param amount never negative; a capture comes to us, the others go
     */
    public record StatementFact(long line, String kind, String order, String reference, Money amount) {}

    /** A page of what the bank sets aside, by order. */
    public record HoldPage(List<HoldFact> items, @Nullable String next) {}

    /**
     * Money that the bank sets aside for us.
     *
     * @param captured the part of it that we took
     */
    public record HoldFact(String order, Money amount, Money captured) {}
}
