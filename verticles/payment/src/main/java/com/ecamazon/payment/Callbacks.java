package com.ecamazon.payment;

import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply;
import com.ecamazon.payment.domain.BankNotice;
import com.ecamazon.payment.domain.Heard;
import com.ecamazon.payment.domain.Notices;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.OrderPayments.Verdict;
import com.ecamazon.payment.store.Quarantine;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.json.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the bank. Signed news pass through the same decisions as its answers; what cannot be right is kept apart. */
final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    /** News for an order of which nothing is known get so many more looks, each after four times the pause. */
    private static final int LOOKS = 3;

    private static final long FIRST_PAUSE_MILLIS = 20;

    private final Vertx vertx;
    private final OrderPayments payments;
    private final Asking asking;
    private final Quarantine quarantine;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final Counter forged;
    private final Counter quarantined;

    /** What news came to; nothing is known of the order when they are not ours. */
    private record Outcome(boolean ours, boolean changed, String suspicion) {}

    Callbacks(
            Vertx vertx,
            OrderPayments payments,
            Asking asking,
            Quarantine quarantine,
            WebhookSignature signature,
            InstantSource clock,
            MeterRegistry metrics) {
        this.vertx = vertx;
        this.payments = payments;
        this.asking = asking;
        this.quarantine = quarantine;
        this.signature = signature;
        this.clock = clock;
        forged = metrics.counter("payment.callbacks", "outcome", "forged");
        quarantined = metrics.counter("payment.callbacks", "outcome", "quarantined");
    }

    /** Unknown orders and repeats change nothing. */
    Future<CallbackReply> heard(Request<BankCallback> request) {
        var call = request.body();
        if (!signature.verifies(call.id(), call.timestamp(), call.signature(), call.body(), clock.instant())) {
            forged.increment();
            LOG.warn("A callback with a wrong or old signature was refused");
            return Future.succeededFuture(new CallbackReply.BadSignature("wrong or older than five minutes"));
        }
        var notice = Json.read(call.body().getBytes(StandardCharsets.UTF_8), BankDocuments.Notice.class)
                .notice();
        return asking.unstored(notice.order())
                .compose(unstored -> look(notice, unstored, 0))
                .compose(outcome -> outcome.suspicion().isEmpty()
                        ? Future.succeededFuture(new CallbackReply.Seen(outcome.changed()))
                        : apart(notice, outcome.suspicion()));
    }

    /** Another instance may be about to store the answer that these news have overtaken: they wait a little. */
    private Future<Outcome> look(BankNotice notice, Optional<Payment> elsewhere, int looks) {
        return payments.<Outcome>decide(
                        notice.order(), stored -> verdict(stored == null ? elsewhere.orElse(null) : stored, notice))
                .compose(outcome -> outcome.ours() || looks == LOOKS
                        ? Future.succeededFuture(outcome)
                        : vertx.timer(FIRST_PAUSE_MILLIS << (2 * looks), TimeUnit.MILLISECONDS)
                                .compose(_ -> payments.find(notice.order()))
                                .compose(found -> look(notice, found, looks + 1)));
    }

    private Verdict<Outcome> verdict(@Nullable Payment payment, BankNotice notice) {
        if (payment == null) {
            return new Verdict<>(null, new Outcome(false, false, ""));
        }
        return switch (Notices.heard(payment, notice, clock.instant())) {
            case Heard.Taken(var step) -> new Verdict<>(step, new Outcome(true, step.changed(), ""));
            case Heard.Suspicious(var why) -> new Verdict<>(null, new Outcome(true, false, why));
        };
    }

    private Future<CallbackReply> apart(BankNotice notice, String why) {
        return quarantine.keep(notice, why, clock.instant()).map(fresh -> {
            if (fresh) {
                quarantined.increment();
                LOG.error("News {} of the bank for {} cannot be right: {}", notice.id(), notice.order(), why);
            }
            return new CallbackReply.Seen(false);
        });
    }
}
