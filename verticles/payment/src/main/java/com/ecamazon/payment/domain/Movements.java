package com.ecamazon.payment.domain;

import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;

/** How captures and refunds end, once each. */
public final class Movements {
    private Movements() {}

    /** Takes in what the bank said about a movement; one that has ended stays as it is. */
    public static Step answered(Payment payment, Kind kind, String reference, MoveAnswer answer, Instant now) {
        var found = payment.movement(kind, reference).filter(Movement::pending);
        if (found.isEmpty()) {
            return Step.same(payment);
        }
        var movement = found.get();
        return switch (answer) {
            case MoveAnswer.Done(var amount) when amount.equals(movement.amount()) -> done(payment, movement, now);
            case MoveAnswer.Done(var amount) -> {
                var detail = movement.reference() + ": the bank moved " + amount.amount() + " " + amount.currency()
                        + " instead of " + movement.amount().amount();
                yield Step.to(payment.with(movement.stopped(detail)).quarantined(detail));
            }
            case MoveAnswer.UnderWay() -> Step.to(payment.with(movement.triedInVain(now)));
            case MoveAnswer.Refused(var reason) -> refused(payment, movement, reason, now);
        };
    }

    /** The bank did not answer: try again later. */
    public static Step unanswered(Payment payment, Kind kind, String reference, Instant now) {
        return answered(payment, kind, reference, new MoveAnswer.UnderWay(), now);
    }

    private static Step done(Payment payment, Movement movement, Instant now) {
        var next = payment.with(movement.succeeded(now));
        var news = movement.kind() == Kind.CAPTURE
                ? Captures.news(next, movement, now)
                : Refunds.done(next, movement, now);
        return Step.to(next)
                .news(news)
                .moved(new MoneyMoved(movement.reference(), payment.order(), movement.kind(), movement.amount(), now));
    }

    private static Step refused(Payment payment, Movement movement, String reason, Instant now) {
        var step = Step.to(payment.with(movement.failed(reason, now)));
        return movement.kind() == Kind.REFUND ? step.news(Refunds.failed(payment, movement, reason, now)) : step;
    }
}
