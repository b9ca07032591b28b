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
import com.ecamazon.payment.domain.Step;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.OrderPayments.Verdict;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.bus.Timeouts;
import com.ecamazon.platform.data.DuplicateId;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sets an order's money aside and lets it go. */
final class Authorising {
    private static final Logger LOG = LoggerFactory.getLogger(Authorising.class);

    /** An order that lets go waits no longer for the bank: it is kept by then, and recovery carries on. */
    private static final long VOID_PATIENCE_MILLIS = 700;

    /** Longer than a bank takes that is well. */
    private static final long SILENCE_MILLIS = 250;

    private final Vertx vertx;
    private final OrderPayments payments;
    private final Bank bank;
    private final Settling settling;
    private final InstantSource clock;
    private final Asking asking;
    private final Map<OrderNumber, Future<VoidReply>> lettingGo = new HashMap<>();

    Authorising(Vertx vertx, OrderPayments payments, Bank bank, Settling settling, Asking asking, InstantSource clock) {
        this.vertx = vertx;
        this.payments = payments;
        this.bank = bank;
        this.settling = settling;
        this.asking = asking;
        this.clock = clock;
    }

    /** Requests for the same that come together get one answer. Fails with 503 when the bank does not answer. */
    Future<AuthoriseReply> authorise(Request<Authorise> request) {
        var order = request.body();
        check(order);
        var asked = Holds.asked(order, clock.instant());
        return asking.once(order, asked, () -> ask(order), answer -> store(order, asked, answer));
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
    private Future<HoldAnswer> ask(Authorise order) {
        if (order.amount().isZero()) {
            return Future.succeededFuture(new HoldAnswer.Approved(order.amount()));
        }
        long silence = vertx.setTimer(SILENCE_MILLIS, _ -> writeDown(order.order()));
        return bank.authorise(order.order(), order.token(), order.amount()).onComplete(_ -> vertx.cancelTimer(silence));
    }

    /** A bank that does not answer at once may never do, so that it was asked is stored meanwhile. */
    private void writeDown(OrderNumber order) {
        asking.unstored(order)
                .compose(unstored -> payments.<Boolean>decide(order, stored -> {
                    var asked = stored == null ? unstored.map(Step::to) : Optional.<Step>empty();
                    return new Verdict<>(asked.orElse(null), asked.isPresent());
                }))
                .onFailure(failure -> LOG.debug("{} is stored when the bank answers: {}", order, failure.toString()));
    }

    /** What the bank said; when it said nothing, that it was asked, so that recovery finds out. */
    private Future<AuthoriseReply> store(Authorise order, Payment asked, AsyncResult<HoldAnswer> answer) {
        var stored = asking.isOvertaken(order.order())
                ? decided(order, asked, answer)
                : inserted(answered(asked, answer).payment())
                        .recover(failure -> failure instanceof DuplicateId
                                ? decided(order, asked, answer)
                                : Future.failedFuture(failure));
        return stored.compose(payment -> answer.failed() && payment.hold() == Hold.ASKED
                ? Future.failedFuture(answer.cause())
                : Future.succeededFuture(Holds.reply(payment)));
    }

    private Future<Payment> inserted(Payment payment) {
        return payments.insert(payment).map(payment);
    }

    private Step answered(Payment payment, AsyncResult<HoldAnswer> answer) {
        return answer.succeeded() ? Holds.answered(payment, answer.result(), clock.instant()) : Step.same(payment);
    }

    private Future<Payment> decided(Authorise order, Payment asked, AsyncResult<HoldAnswer> answer) {
        return payments.decide(order.order(), stored -> {
            if (stored != null && !Holds.sameRequest(stored, order)) {
                throw new ProblemException(Problem.conflict());
            }
            var step = answered(stored == null ? asked : stored, answer);
            return new Verdict<>(stored == null ? Step.to(step.payment()) : step, step.payment());
        });
    }

    /**
     * From the reply on nothing will be held for the order: the wish is kept, and carried to the bank until it confirms. The
     * first try is made before the reply.
     */
    Future<VoidReply> letGo(Request<VoidPayment> request) {
        var order = request.body().order();
        var known = lettingGo.get(order);
        if (known != null) {
            return known;
        }
        var reply = asking.unstored(order)
                .compose(unstored -> payments.<Payment>decide(order, stored -> {
                    var step = Holds.letGo(stored == null ? unstored.orElse(null) : stored, order, clock.instant());
                    return new Verdict<>(step, step.payment());
                }))
                .compose(this::atTheBank)
                .map(Holds::voidReply);
        lettingGo.put(order, reply);
        reply.onComplete(_ -> lettingGo.remove(order));
        return reply;
    }

    private Future<Payment> atTheBank(Payment payment) {
        return payment.hold() == Hold.VOIDING
                ? Timeouts.within(vertx, settling.hold(payment), VOID_PATIENCE_MILLIS)
                        .otherwise(payment)
                : Future.succeededFuture(payment);
    }
}
