package com.ecamazon.payment;

import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply;
import com.ecamazon.payment.domain.BankNotice;
import com.ecamazon.payment.domain.Heard;
import com.ecamazon.payment.domain.Notices;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.OrderPayments.Verdict;
import com.ecamazon.payment.store.Quarantine;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.json.Json;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears the bank. Signed news pass through the same decisions as its answers; what cannot be right is kept apart. */
final class Callbacks {
    private static final Logger LOG = LoggerFactory.getLogger(Callbacks.class);

    private final OrderPayments payments;
    private final Quarantine quarantine;
    private final WebhookSignature signature;
    private final InstantSource clock;
    private final Counter forged;
    private final Counter quarantined;

    private record Outcome(boolean changed, String suspicion) {}

    Callbacks(
            OrderPayments payments,
            Quarantine quarantine,
            WebhookSignature signature,
            InstantSource clock,
            MeterRegistry metrics) {
        this.payments = payments;
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
        return payments.decide(notice.order(), payment -> {
                    if (payment == null) {
                        return new Verdict<>(null, new Outcome(false, ""));
                    }
                    return switch (Notices.heard(payment, notice, clock.instant())) {
                        case Heard.Taken(var step) -> new Verdict<>(step, new Outcome(step.changed(), ""));
                        case Heard.Suspicious(var why) -> new Verdict<>(null, new Outcome(false, why));
                    };
                })
                .compose(outcome -> outcome.suspicion().isEmpty()
                        ? Future.succeededFuture(new CallbackReply.Seen(outcome.changed()))
                        : apart(notice, outcome.suspicion()));
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
