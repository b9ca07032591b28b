package com.ecamazon.payment.domain;

import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.List;

/** News from the bank change a payment by the same decisions as the bank's answers do. */
public final class Notices {
    private Notices() {}

    /** Takes in news that may come twice, late, out of order or wrong. */
    public static Heard heard(Payment payment, BankNotice notice, Instant now) {
        var operation = notice.operationReference();
        if (operation == null) {
            return hold(payment, notice, now);
        }
        return switch (notice.type()) {
            case "capture.success" ->
                movement(payment, Kind.CAPTURE, operation, notice, new MoveAnswer.Done(notice.amount()), now);
            case "refund.success" ->
                movement(payment, Kind.REFUND, operation, notice, new MoveAnswer.Done(notice.amount()), now);
            case "refund.failure" ->
                movement(payment, Kind.REFUND, operation, notice, new MoveAnswer.Refused("REFUSED_BY_ISSUER"), now);
            case "refund.pending" -> new Heard.Taken(Step.same(payment));
            case "chargeback.success" -> chargeback(payment, operation, notice, now);
            default -> new Heard.Suspicious("unknown news: " + notice.type());
        };
    }

    private static Heard hold(Payment payment, BankNotice notice, Instant now) {
        if (payment.token() != null && !notice.amount().equals(payment.amount())) {
            return new Heard.Suspicious(Holds.wrongAmount(notice.amount(), payment));
        }
        return switch (notice.type()) {
            case "authorization.approved" -> taken(payment, new HoldAnswer.Approved(notice.amount()), now);
            case "authorization.declined" -> taken(payment, new HoldAnswer.Refused(Holds.NO_REASON), now);
            case "authorization.pending" -> new Heard.Taken(Step.same(payment));
            case "authorization.voided" ->
                payment.hold() == Hold.AUTHORISED
                        ? new Heard.Suspicious("the bank let go of money that the order needs")
                        : taken(payment, new HoldAnswer.LetGo(), now);
            default -> new Heard.Suspicious("unknown news: " + notice.type());
        };
    }

    private static Heard taken(Payment payment, HoldAnswer answer, Instant now) {
        return new Heard.Taken(Holds.answered(payment, answer, now));
    }

    private static Heard movement(
            Payment payment, Kind kind, String reference, BankNotice notice, MoveAnswer answer, Instant now) {
        var known = payment.movement(kind, reference);
        if (known.isEmpty()) {
            return new Heard.Suspicious("not ours: " + reference);
        }
        if (!known.get().amount().equals(notice.amount())) {
            return new Heard.Suspicious(reference + ": the bank said "
                    + notice.amount().amount() + " " + notice.amount().currency() + " instead of "
                    + known.get().amount().amount());
        }
        return new Heard.Taken(Movements.answered(payment, kind, reference, answer, now));
    }

    private static Heard chargeback(Payment payment, String reference, BankNotice notice, Instant now) {
        var known = payment.movement(Kind.CHARGEBACK, reference);
        if (known.isPresent()) {
            return known.get().amount().equals(notice.amount())
                    ? new Heard.Taken(Step.same(payment))
                    : new Heard.Suspicious("another amount for the chargeback " + reference);
        }
        var amount = notice.amount();
        if (!amount.currency().equals(payment.currency()) || amount.compareTo(payment.captured()) > 0) {
            return new Heard.Suspicious("a chargeback above what was captured: " + reference);
        }
        var movement =
                new Movement(reference, Kind.CHARGEBACK, amount, MovementState.SUCCESS, List.of(), null, null, now);
        return new Heard.Taken(Step.to(payment.with(movement))
                .moved(new MoneyMoved(reference, payment.order(), Kind.CHARGEBACK, amount, now)));
    }
}
