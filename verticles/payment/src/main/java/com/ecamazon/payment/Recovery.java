package com.ecamazon.payment;

import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.store.OrderPayments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries on what a crash or the bank left open: asks for the truth about holds, lets go, captures and refunds again. Several
 * instances may do the same at once, since every reference counts once at the bank and every save is made at a version.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final long PERIOD_MILLIS = 1_000;
    private static final int AT_ONCE = 64;

    private final Vertx vertx;
    private final OrderPayments payments;
    private final Bank bank;
    private final Settling settling;
    private final InstantSource clock;

    Recovery(Vertx vertx, OrderPayments payments, Bank bank, Settling settling, InstantSource clock) {
        this.vertx = vertx;
        this.payments = payments;
        this.bank = bank;
        this.settling = settling;
        this.clock = clock;
    }

    /** Looks every second, also when a look fails, and at once while there is more; ends with the verticle. */
    void start() {
        lookAfter(PERIOD_MILLIS);
    }

    private void lookAfter(long millis) {
        vertx.setTimer(
                millis,
                _ -> look().onComplete(found ->
                        lookAfter(found.succeeded() && found.result() == AT_ONCE ? 1 : PERIOD_MILLIS)));
    }

    private Future<Integer> look() {
        if (bank.isAway()) {
            return Future.succeededFuture(0);
        }
        return payments.due(clock.instant(), AT_ONCE)
                .compose(due ->
                        Future.join(due.stream().map(this::settle).toList()).map(due.size()))
                .onFailure(failure -> LOG.warn("Recovery will look again: {}", failure.toString()));
    }

    private Future<Payment> settle(Payment payment) {
        return settling.settle(payment).onSuccess(after -> {
            if (after.movements().stream()
                    .anyMatch(movement ->
                            movement.retry() != null && movement.retry().parked())) {
                LOG.error("Payment {} is parked: the bank has not done what it owes", after.order());
            }
        });
    }
}
