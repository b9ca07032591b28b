package com.ecamazon.payment;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.VoidPayment;
import com.ecamazon.contract.payment.Payments.VoidReply;
import com.ecamazon.payment.domain.Hold;
import com.ecamazon.payment.domain.HoldAnswer;
import com.ecamazon.payment.domain.Holds;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.OrderPayments.Verdict;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.DuplicateId;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Sets an order's money aside and lets it go. */
final class Authorising {
    /** An order that lets go waits no longer for the bank: it is kept by then, and recovery carries on. */
    private static final long VOID_PATIENCE_MILLIS = 700;

    private final OrderPayments payments;
    private final Bank bank;
    private final Settling settling;
    private final InstantSource clock;
    private final Map<Authorise, Future<AuthoriseReply>> asking = new HashMap<>();
    private final Map<OrderNumber, Future<VoidReply>> lettingGo = new HashMap<>();

    Authorising(OrderPayments payments, Bank bank, Settling settling, InstantSource clock) {
        this.payments = payments;
        this.bank = bank;
        this.settling = settling;
        this.clock = clock;
    }

    /** Requests for the same that come together get one answer. Fails with 503 when the bank does not answer. */
    Future<AuthoriseReply> authorise(Request<Authorise> request) {
        var order = request.body();
        check(order);
        return once(
                asking,
                order,
                () -> payments.insert(Holds.asked(order, clock.instant()))
                        .compose(
                                _ -> ask(order),
                                failure ->
                                        failure instanceof DuplicateId ? again(order) : Future.failedFuture(failure)));
    }

    /** A caller who loses patience and asks again while the bank thinks gets the answer to the first question. */
    private static <Q, R> Future<R> once(Map<Q, Future<R>> underWay, Q question, Supplier<Future<R>> answer) {
        var known = underWay.get(question);
        if (known != null) {
            return known;
        }
        var reply = answer.get();
        underWay.put(question, reply);
        reply.onComplete(_ -> underWay.remove(question, reply));
        return reply;
    }

    private static void check(Authorise order) {
        var currency = order.amount().currency();
        boolean mixed =
                order.lines().stream().anyMatch(line -> !line.total().currency().equals(currency))
                        || !order.delivery().currency().equals(currency);
        if (mixed) {
            throw new InvalidRequest("/lines", "currencies never mix");
        }
        if (order.amount().amount() < 0 || order.delivery().amount() < 0) {
            throw new InvalidRequest("/amount", "amount must not be negative");
        }
    }

    /** A free order needs no bank. */
    private Future<AuthoriseReply> ask(Authorise order) {
        var answer = order.amount().isZero()
                ? Future.<HoldAnswer>succeededFuture(new HoldAnswer.Approved(order.amount()))
                : bank.authorise(order.order(), order.token(), order.amount());
        return answer.compose(
                        said -> payments.step(order.order(), payment -> Holds.answered(payment, said, clock.instant())))
                .map(Holds::reply);
    }

    private Future<AuthoriseReply> again(Authorise order) {
        return payments.<Payment>decide(order.order(), payment -> {
                    if (payment == null || !Holds.sameRequest(payment, order)) {
                        throw new ProblemException(Problem.conflict());
                    }
                    return new Verdict<>(null, payment);
                })
                .compose(payment ->
                        payment.hold() == Hold.ASKED ? ask(order) : Future.succeededFuture(Holds.reply(payment)));
    }

    /**
     * From the reply on nothing will be held for the order: the wish is kept, and carried to the bank until it confirms. The
     * first try is made before the reply.
     */
    Future<VoidReply> letGo(Request<VoidPayment> request) {
        var order = request.body().order();
        return once(
                lettingGo,
                order,
                () -> payments.<Payment>decide(order, payment -> {
                            var step = Holds.letGo(payment, order, clock.instant());
                            return new Verdict<>(step, step.payment());
                        })
                        .compose(payment -> payment.hold() == Hold.VOIDING
                                ? settling.hold(payment)
                                        .timeout(VOID_PATIENCE_MILLIS, TimeUnit.MILLISECONDS)
                                        .otherwise(payment)
                                : Future.succeededFuture(payment))
                        .map(Holds::voidReply));
    }
}
