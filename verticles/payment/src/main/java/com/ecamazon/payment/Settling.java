package com.ecamazon.payment;

import com.ecamazon.payment.domain.Hold;
import com.ecamazon.payment.domain.Holds;
import com.ecamazon.payment.domain.Movement;
import com.ecamazon.payment.domain.Movements;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.store.OrderPayments;
import io.vertx.core.Future;
import java.time.InstantSource;

/**
 * Does at the bank what a payment says is owed, and writes down what came of it. Succeeds also when the bank does not
 * answer: then the payment says when it is tried again.
 */
final class Settling {
    private final OrderPayments payments;
    private final Bank bank;
    private final InstantSource clock;

    Settling(OrderPayments payments, Bank bank, InstantSource clock) {
        this.payments = payments;
        this.bank = bank;
        this.clock = clock;
    }

    /** All that is owed for a payment: its hold first, then captures, then refunds. */
    Future<Payment> settle(Payment payment) {
        return hold(payment).compose(held -> {
            var done = Future.succeededFuture(held);
            for (var movement : held.owed()) {
                done = done.compose(_ -> move(held, movement));
            }
            return done;
        });
    }

    /** Lets go of a hold, or asks what became of one that was asked for. */
    Future<Payment> hold(Payment payment) {
        if (payment.retry() == null) {
            return Future.succeededFuture(payment);
        }
        var order = payment.order();
        return (payment.hold() == Hold.VOIDING ? bank.letGo(order) : bank.look(order))
                .transform(answer -> payments.step(order, now -> {
                    var step = answer.succeeded()
                            ? Holds.answered(now, answer.result(), clock.instant())
                            : Holds.unanswered(now, clock.instant());
                    return step.changed() ? step : Holds.unanswered(now, clock.instant());
                }));
    }

    /** Takes or gives back money, once by its reference. */
    Future<Payment> move(Payment payment, Movement movement) {
        return bank.move(payment.order(), movement)
                .transform(answer -> payments.step(
                        payment.order(),
                        now -> answer.succeeded()
                                ? Movements.answered(
                                        now, movement.kind(), movement.reference(), answer.result(), clock.instant())
                                : Movements.unanswered(now, movement.kind(), movement.reference(), clock.instant())));
    }
}
