package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.payment.Payments.Entry;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;

/**
 * A transaction of the double-entry ledger; its entries sum to zero per currency. Debits are positive.
 *
 * @param id the same movement always has the same
 * @param reference the movement's name with the bank
 */
public record LedgerTransaction(
        String id, OrderNumber order, Kind kind, String reference, Instant at, List<Entry> entries) {

    public LedgerTransaction {
        entries = List.copyOf(entries);
        var sums = new HashMap<String, Long>();
        for (var entry : entries) {
            sums.merge(entry.amount().currency(), entry.amount().amount(), Math::addExact);
        }
        if (sums.values().stream().anyMatch(sum -> sum != 0)) {
            throw new IllegalArgumentException("the entries of " + id + " do not sum to zero");
        }
    }

    /** Books a movement between the bank's clearing account and the account that says why. */
    public static LedgerTransaction of(MoneyMoved moved) {
        var amount = moved.amount();
        var entries = moved.kind() == Kind.CAPTURE
                ? List.of(new Entry(Account.BANK_CLEARING, amount), new Entry(Account.SALES, amount.negated()))
                : List.of(
                        new Entry(Account.against(moved.kind()), amount),
                        new Entry(Account.BANK_CLEARING, amount.negated()));
        return new LedgerTransaction(id(moved), moved.order(), moved.kind(), moved.reference(), moved.at(), entries);
    }

    /** Our own references are unique over all orders; those of chargebacks are the bank's. */
    private static String id(MoneyMoved moved) {
        return moved.kind() == Kind.CHARGEBACK ? moved.order().value() + "-x-" + moved.reference() : moved.reference();
    }

    /** What it adds to the bank's clearing account. */
    public Money clearing() {
        return entries.stream()
                .filter(entry -> entry.account().equals(Account.BANK_CLEARING))
                .map(Entry::amount)
                .reduce(Money::plus)
                .orElseThrow();
    }
}
