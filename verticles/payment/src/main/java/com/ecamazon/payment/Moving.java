package com.ecamazon.payment;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.Refund;
import com.ecamazon.contract.payment.Payments.RefundReply;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnInspected;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.payment.domain.Captures;
import com.ecamazon.payment.domain.Movement.Kind;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.domain.RefundDecision;
import com.ecamazon.payment.domain.Refunds;
import com.ecamazon.payment.domain.Step;
import com.ecamazon.payment.domain.Units;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.OrderPayments.Verdict;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.function.Function;

/**
 * Takes money when parcels leave and gives it back. What is owed is kept before the bank is asked, and the news or the wish
 * is acknowledged then; what the bank leaves open is for recovery.
 */
final class Moving {
    private final OrderPayments payments;
    private final Settling settling;
    private final InstantSource clock;

    Moving(OrderPayments payments, Settling settling, InstantSource clock) {
        this.payments = payments;
        this.settling = settling;
        this.clock = clock;
    }

    /** Fails, so that it is told again, when the order has no payment. */
    Future<?> parcel(Event<TraceNews> event) {
        return event.data() instanceof ParcelDeparted departed
                ? owe(
                        departed.order(),
                        payment -> Captures.departed(
                                payment,
                                departed.sscc(),
                                departed.lines().stream()
                                        .map(line -> new Units(line.sku(), line.quantity()))
                                        .toList(),
                                departed.lastOfOrder(),
                                clock.instant()))
                : Future.succeededFuture();
    }

    /** Fails, so that it is told again, when the order has no payment. */
    Future<?> returned(Event<ReturnNews> event) {
        return event.data() instanceof ReturnInspected inspected
                ? owe(
                        inspected.order(),
                        payment -> Refunds.returned(
                                payment,
                                inspected.number(),
                                inspected.lines().stream()
                                        .map(line -> new Units(line.sku(), line.quantity()))
                                        .toList(),
                                clock.instant()))
                : Future.succeededFuture();
    }

    private Future<?> owe(OrderNumber order, Function<Payment, Step> decision) {
        return payments.step(order, decision).onSuccess(settling::settle);
    }

    /** The refund stands in the reply's movements, pending when the bank has not answered. */
    Future<RefundReply> refund(Request<Refund> request) {
        var wish = request.body();
        return payments.<RefundDecision>decide(wish.order(), payment -> {
                    if (payment == null) {
                        throw new ProblemException(Problem.notFound());
                    }
                    return decide(payment, wish);
                })
                .compose(decision -> switch (decision) {
                    case RefundDecision.Owed(var step, var reference) ->
                        refunded(step.payment(), reference).map(RefundReply.Refunded::new);
                    case RefundDecision.TooMuch(var left) -> Future.succeededFuture(new RefundReply.TooMuch(left));
                    case RefundDecision.KeyReused() ->
                        Future.failedFuture(new ProblemException(
                                Problem.of(422, "KEY_REUSED", "This Idempotency-Key was used with another request.")));
                });
    }

    private Verdict<RefundDecision> decide(Payment payment, Refund wish) {
        if (!wish.amount().currency().equals(payment.currency())) {
            throw new InvalidRequest("/amount/currency", "currency must be " + payment.currency());
        }
        var decision = Refunds.asked(payment, wish.idempotencyKey(), wish.amount(), clock.instant());
        return decision instanceof RefundDecision.Owed owed
                ? new Verdict<>(owed.step(), decision)
                : new Verdict<>(null, decision);
    }

    private Future<com.ecamazon.contract.payment.Payments.Payment> refunded(Payment payment, String reference) {
        var owed = payment.owed().stream()
                .filter(movement ->
                        movement.kind() == Kind.REFUND && movement.reference().equals(reference))
                .findFirst();
        return owed.map(movement -> settling.move(payment, movement))
                .orElseGet(() -> Future.succeededFuture(payment))
                .map(Views::payment);
    }
}
