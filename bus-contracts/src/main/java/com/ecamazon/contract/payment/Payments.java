package com.ecamazon.contract.payment;

import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.RawBody;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Payment methods, payments, refunds, the ledger. */
public final class Payments {
    private Payments() {}

    /**
     * Trades a card for a token. The only message that carries a card number: it goes on to the bank's vault and is kept
     * nowhere.
     *
     * @param number 12 to 19 digits that pass the Luhn check
     */
    public record Tokenise(
            String number,
            int expMonth,
            int expYear,
            String cvc,
            @Nullable String name) {
        public Tokenise {
            number = Require.text(number, "number", 30).replace(" ", "");
            Require.that(isCardNumber(number), "number", "is not a card number");
            Require.range(expMonth, "expMonth", 1, 12);
            Require.range(expYear, "expYear", 2000, 2100);
            Require.that(cvc != null && cvc.matches("[0-9]{3,4}"), "cvc", "has 3 or 4 digits");
            name = Require.optionalText(name, "name", 120);
        }

        /** The Luhn check of ISO/IEC 7812-1, annex B. */
        private static boolean isCardNumber(String number) {
            if (!number.matches("[0-9]{12,19}")) {
                return false;
            }
            int sum = 0;
            for (int i = 0; i < number.length(); i++) {
                int digit = number.charAt(number.length() - 1 - i) - '0';
                int weighed = i % 2 == 0 ? digit : 2 * digit;
                sum += weighed > 9 ? weighed - 9 : weighed;
            }
            return sum % 10 == 0;
        }

        @Override
        public String toString() {
            return "Tokenise";
        }
    }

    /** What tokenising answers. */
    public sealed interface TokeniseReply {
        /** The token to pay with. */
        @Outcome(status = 201)
        record Tokenised(PaymentToken token, String brand, String last4, int expMonth, int expYear)
                implements TokeniseReply {}

        /** The bank does not take this card. */
        @Outcome(status = 400, code = "CARD_INVALID", title = "This card does not work.")
        record CardInvalid(String detail) implements TokeniseReply {}
    }

    /** Asks for a payment method by its token. */
    public record MethodQuery(PaymentToken token) {}

    /** What is known of a payment method. */
    public record Method(PaymentToken token, String brand, String last4, int expMonth, int expYear) {}

    /**
     * Asks the bank to set money aside for an order. A repeat for the same order answers the same.
     *
     * @param lines what the money is for, so that each parcel's part can be captured when it leaves
     * @param delivery captured with the first parcel
     * @param discount taken off, in proportion
     */
    public record Authorise(
            OrderNumber order, PaymentToken token, Money amount, List<PaidLine> lines, Money delivery, Money discount) {
        public Authorise {
            lines = List.copyOf(lines);
        }
    }

    /** A line that is paid for. */
    public record PaidLine(Sku sku, int quantity, Money total) {}

    /** What an authorisation answers. */
    public sealed interface AuthoriseReply {
        /** The money is set aside. */
        record Authorised(OrderNumber order, Money amount) implements AuthoriseReply {}

        /** The bank said no. */
        @Outcome(status = 402, code = "PAYMENT_DECLINED", title = "The payment was declined.")
        record Declined(OrderNumber order, String reason) implements AuthoriseReply {}

        /** The bank has not made up its mind; ask again. */
        @Outcome(status = 202)
        record Pending(OrderNumber order) implements AuthoriseReply {}
    }

    /** Lets go of an order's money. Leaves a mark, so that a late {@link Authorise} of the same order holds nothing. */
    public record VoidPayment(OrderNumber order) {}

    /** What letting go answers. */
    public sealed interface VoidReply {
        /** No money is held for this order. */
        record Voided(OrderNumber order) implements VoidReply {}

        /** Too late: it was captured; refund instead. */
        @Outcome(status = 409, code = "ALREADY_CAPTURED", title = "The money was already captured.")
        record AlreadyCaptured(OrderNumber order) implements VoidReply {}
    }

    /** Where a payment stands. */
    public enum State {
        PENDING,
        AUTHORISED,
        DECLINED,
        PARTLY_CAPTURED,
        CAPTURED,
        /** To be let go; the bank has not confirmed it yet. */
        VOIDING,
        VOIDED,
        PARTLY_REFUNDED,
        REFUNDED,
        /** The bank said what cannot be right: nothing more happens until somebody looked. */
        QUARANTINED
    }

    /** Where a movement of money stands. */
    public enum MovementState {
        PENDING,
        SUCCESS,
        FAILURE,
        REVERSED
    }

    /** Asks for an order's payment. */
    public record PaymentQuery(OrderNumber order) {}

    /** Asks for payments, newest first. */
    public record PaymentsQuery(
            @Nullable State state,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public PaymentsQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of payments. */
    public record PaymentPage(List<Payment> items, @Nullable String next) {}

    /** The money of one order. */
    public record Payment(
            OrderNumber order,
            State state,
            Money authorised,
            Money captured,
            Money refunded,
            List<MoneyMovement> movements,
            Instant createdAt) {}

    /**
     * A capture, a refund or a chargeback.
     *
     * @param reference unique with the bank
     * @param kind capture, refund or chargeback
     * @param detail why it failed, or how long it has been tried
     */
    public record MoneyMovement(
            String reference,
            String kind,
            Money amount,
            MovementState state,
            Instant at,
            @Nullable String detail) {}

    /** Gives money back. The same key again gives the same answer. */
    public record Refund(
            @InHeader("Idempotency-Key") String idempotencyKey, OrderNumber order, Money amount, String reason) {
        public Refund {
            Require.that(idempotencyKey != null && !idempotencyKey.isBlank(), "Idempotency-Key", "is required");
            Require.that(idempotencyKey.length() <= 255, "Idempotency-Key", "must have at most 255 characters");
            Require.present(amount, "amount");
            Require.that(amount.isPositive(), "amount", "must be above 0");
            reason = Require.text(reason, "reason", 200);
        }
    }

    /** What a refund answers. */
    public sealed interface RefundReply {
        /** The payment as it is now; the refund is in its movements with its state. */
        @Outcome(status = 201)
        record Refunded(Payment payment) implements RefundReply {}

        /** More than is left of what was captured. */
        @Outcome(status = 409, code = "OVER_REFUND", title = "That is more than can be refunded.")
        record TooMuch(Money refundable) implements RefundReply {}
    }

    /** A call of the bank, as it came, so that its signature can be checked. */
    public record BankCallback(
            @InHeader("webhook-id") String id,
            @InHeader("webhook-timestamp") String timestamp,
            @InHeader("webhook-signature") String signature,
            @RawBody("application/json") String body) {}

    /** What a call of the bank answers. */
    public sealed interface CallbackReply {
        /** Seen; a repeat changes nothing. */
        record Seen(boolean changed) implements CallbackReply {}

        /** The signature is wrong or old. */
        @Outcome(status = 401, code = "BAD_SIGNATURE", title = "The signature is wrong.")
        record BadSignature(String detail) implements CallbackReply {}
    }

    /** Asks for ledger transactions, newest first. */
    public record LedgerQuery(
            @Nullable OrderNumber order,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public LedgerQuery {
            limit = Require.range(limit, "limit", 1, 200, 50);
        }
    }

    /** A page of the ledger, and the balances of all accounts. */
    public record LedgerPage(
            List<Transaction> items,
            List<Balance> balances,
            @Nullable String next) {}

    /** A double-entry transaction: its entries sum to zero per currency. It is never changed. */
    public record Transaction(String id, OrderNumber order, String kind, Instant at, List<Entry> entries) {}

    /** An entry: debits are positive, credits are negative. */
    public record Entry(String account, Money amount) {}

    /** What an account's entries add up to. */
    public record Balance(String account, Money amount) {}

    /** Asks to compare the ledger with the bank's own statement. */
    public record ReconciliationQuery() {}

    /** How ledger and statement compare, line by line. */
    public record Reconciliation(
            int matched, List<Difference> differences, Money ledger, Money statement, Instant at) {}

    /** A line that only one side has, or that differs. */
    public record Difference(
            String reference,
            String what,
            @Nullable Money ours,
            @Nullable Money banks) {}

    /** News of {@link PaymentContract#PAYMENTS}. */
    public sealed interface PaymentNews {
        /** Money was taken. */
        record Captured(OrderNumber order, Money amount, Money capturedInAll, boolean complete, Instant at)
                implements PaymentNews {}

        /** Money was given back. */
        record RefundDone(OrderNumber order, Money amount, Money refundedInAll, boolean complete, Instant at)
                implements PaymentNews {}

        /** The bank refused to give money back: somebody must look. */
        record RefundFailed(OrderNumber order, Money amount, String reason, Instant at) implements PaymentNews {}

        /** The money was let go. */
        record AuthorisationVoided(OrderNumber order, Instant at) implements PaymentNews {}
    }
}
