package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.PaymentNews.AuthorisationVoided;
import com.ecamazon.contract.payment.Payments.VoidReply;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How money is set aside and let go. */
public final class Holds {
    /** Why a hold was refused when the bank does not say. */
    static final String NO_REASON = "DECLINED";

    /** An order that asked this long ago, and that the bank never heard of, is not coming back. */
    private static final Duration ABANDONED = Duration.ofMinutes(15);

    private Holds() {}

    /** A payment that the bank is about to be asked for. */
    public static Payment asked(Authorise order, Instant now) {
        return new Payment(
                order.order(),
                order.token(),
                order.amount(),
                order.lines(),
                order.delivery().min(order.amount()),
                Hold.ASKED,
                null,
                null,
                Retry.underWay(now),
                List.of(),
                now);
    }

    /** True when a repeat asks for what was asked before; an order that let go first takes any. */
    public static boolean sameRequest(Payment payment, Authorise order) {
        return payment.token() == null
                || (payment.token().equals(order.token()) && payment.amount().equals(order.amount()));
    }

    /** Takes in what the bank said about a hold. */
    public static Step answered(Payment payment, HoldAnswer answer, Instant now) {
        return switch (payment.hold()) {
            case ASKED -> decided(payment, answer, now);
            case VOIDING -> released(payment, answer, now);
            case DECLINED -> explained(payment, answer);
            case AUTHORISED, VOIDED -> Step.same(payment);
        };
    }

    /** News of a refusal give no reason; the bank's answer does, and may come after them. */
    private static Step explained(Payment payment, HoldAnswer answer) {
        return answer instanceof HoldAnswer.Refused(var reason)
                        && NO_REASON.equals(payment.reason())
                        && !NO_REASON.equals(reason)
                ? Step.to(payment.holding(Hold.DECLINED, reason, null))
                : Step.same(payment);
    }

    private static Step decided(Payment payment, HoldAnswer answer, Instant now) {
        return switch (answer) {
            case HoldAnswer.Approved(var amount) ->
                amount.equals(payment.amount())
                        ? Step.to(payment.holding(Hold.AUTHORISED, null, null))
                        : contradicted(payment, wrongAmount(amount, payment), now);
            case HoldAnswer.Undecided(var amount) ->
                amount.equals(payment.amount())
                        ? Step.same(payment)
                        : contradicted(payment, wrongAmount(amount, payment), now);
            case HoldAnswer.Refused(var reason) -> Step.to(payment.holding(Hold.DECLINED, reason, null));
            case HoldAnswer.LetGo() -> Step.to(payment.holding(Hold.VOIDED, null, null));
            case HoldAnswer.Unheard() ->
                payment.createdAt().plus(ABANDONED).isBefore(now)
                        ? Step.to(payment.holding(Hold.VOIDING, null, new Retry(0, now)))
                        : Step.same(payment);
            case HoldAnswer.Contradiction(var detail) -> contradicted(payment, detail, now);
        };
    }

    /** Money that cannot be right is never used: it is let go, and somebody looks. */
    private static Step contradicted(Payment payment, String detail, Instant now) {
        return Step.to(payment.quarantined(detail).holding(Hold.VOIDING, null, new Retry(0, now)));
    }

    private static Step released(Payment payment, HoldAnswer answer, Instant now) {
        return switch (answer) {
            case HoldAnswer.LetGo() -> voided(payment, now);
            case HoldAnswer.Refused(var reason) -> voided(payment, now);
            case HoldAnswer.Contradiction(var detail) ->
                Step.to(payment.quarantined(detail).holding(Hold.VOIDING, null, null));
            case HoldAnswer.Approved(var amount) -> Step.same(payment);
            case HoldAnswer.Undecided(var amount) -> Step.same(payment);
            case HoldAnswer.Unheard() -> Step.same(payment);
        };
    }

    private static Step voided(Payment payment, Instant now) {
        var step = Step.to(payment.holding(Hold.VOIDED, null, null));
        return payment.token() == null ? step : step.news(new AuthorisationVoided(payment.order(), now));
    }

    static String wrongAmount(Money said, Payment payment) {
        return "the bank said " + said.amount() + " " + said.currency() + " instead of "
                + payment.amount().amount() + " " + payment.currency();
    }

    /** The bank said nothing new: ask again later. */
    public static Step unanswered(Payment payment, Instant now) {
        return payment.retry() == null
                ? Step.same(payment)
                : Step.to(payment.holding(
                        payment.hold(), payment.reason(), payment.retry().again(now)));
    }

    /** What the order is told. */
    public static AuthoriseReply reply(Payment payment) {
        return switch (payment.hold()) {
            case ASKED -> new AuthoriseReply.Pending(payment.order());
            case AUTHORISED -> new AuthoriseReply.Authorised(payment.order(), payment.amount());
            case DECLINED ->
                new AuthoriseReply.Declined(payment.order(), payment.reason() == null ? NO_REASON : payment.reason());
            case VOIDING, VOIDED -> new AuthoriseReply.Declined(payment.order(), "VOIDED");
        };
    }

    /** The order wants no money held; without a payment a mark stays, so that a late request holds nothing. */
    public static Step letGo(@Nullable Payment payment, OrderNumber order, Instant now) {
        if (payment == null) {
            return Step.to(tombstone(order, now));
        }
        return switch (payment.hold()) {
            case ASKED, AUTHORISED ->
                payment.claimed().isPositive()
                        ? Step.same(payment)
                        : Step.to(payment.holding(Hold.VOIDING, null, Retry.underWay(now)));
            case DECLINED, VOIDING, VOIDED -> Step.same(payment);
        };
    }

    private static Payment tombstone(OrderNumber order, Instant now) {
        var nothing = Money.zero("EUR");
        return new Payment(
                order,
                null,
                nothing,
                List.of(),
                nothing,
                Hold.VOIDING,
                null,
                null,
                Retry.underWay(now),
                List.of(),
                now);
    }

    /** What the order is told after {@link #letGo}. */
    public static VoidReply voidReply(Payment payment) {
        return payment.hold() == Hold.AUTHORISED
                ? new VoidReply.AlreadyCaptured(payment.order())
                : new VoidReply.Voided(payment.order());
    }
}
