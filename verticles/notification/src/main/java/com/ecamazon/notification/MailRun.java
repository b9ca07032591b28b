package com.ecamazon.notification;

import com.ecamazon.notification.domain.Mail;
import com.ecamazon.notification.domain.MailPolicy;
import com.ecamazon.notification.store.Mails;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.data.Decision;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends mails, a few at a time. What was just written is sent at once; what failed, or was left by an instance that is gone,
 * is found in the collection when it is due.
 */
final class MailRun {
    private static final Logger LOG = LoggerFactory.getLogger(MailRun.class);
    private static final int TRIES = 12;
    private static final int BACKOFF_SECONDS = 5;
    private static final int MOST_AT_HAND = 1_000;
    private static final int FOUND_AT_ONCE = 50;
    private static final long LOOK_MILLIS = 1_000;
    private static final long FINISH_CHECK_MILLIS = 50;

    private final Vertx vertx;
    private final Mails mails;
    private final Optional<Smtp> smtp;
    private final MailPolicy policy;
    private final InstantSource clock;
    private final ArrayDeque<AtHand> atHand = new ArrayDeque<>();
    private int running;
    private boolean looking;
    private boolean finishing;

    /** A mail that this instance has the lease on. */
    private record AtHand(String id, Mail mail) {}

    MailRun(Vertx vertx, Mails mails, Optional<Smtp> smtp, Settings settings, InstantSource clock) {
        this.vertx = vertx;
        this.mails = mails;
        this.smtp = smtp;
        this.clock = clock;
        this.policy = new MailPolicy(
                settings.integer("MAIL_TRIES", TRIES), settings.seconds("MAIL_BACKOFF_SECONDS", BACKOFF_SECONDS));
    }

    /** Whether there is a server to send by. */
    boolean isOn() {
        return smtp.isPresent();
    }

    MailPolicy policy() {
        return policy;
    }

    /** Begins to look for mails that are due. */
    void start() {
        if (isOn()) {
            look();
            vertx.setPeriodic(LOOK_MILLIS, timer -> look());
        }
    }

    /** Sends nothing new and waits for what is on its way. */
    Future<Void> finish() {
        finishing = true;
        atHand.clear();
        return running > 0
                ? vertx.timer(FINISH_CHECK_MILLIS).compose(waited -> finish())
                : smtp.map(Smtp::close).orElseGet(Future::succeededFuture);
    }

    /** Sends a mail that was just written with a lease; when there are too many, the lease runs out and it is found. */
    void send(String id, Mail mail) {
        if (atHand.size() < MOST_AT_HAND && !finishing) {
            atHand.add(new AtHand(id, mail));
            next();
        }
    }

    private void next() {
        smtp.ifPresent(server -> {
            while (running < server.connections() && !atHand.isEmpty()) {
                var mail = atHand.remove();
                if (isStillOurs(mail)) {
                    running++;
                    send(server, mail).onComplete(done -> {
                        running--;
                        next();
                    });
                }
            }
        });
    }

    private boolean isStillOurs(AtHand leased) {
        return clock.instant()
                .plusSeconds(Smtp.LONGEST_SECONDS)
                .isBefore(leased.mail().dueAt());
    }

    private Future<Void> send(Smtp server, AtHand leased) {
        return server.send(leased.id(), leased.mail())
                .transform(sent -> sent.succeeded() ? sent(leased.id()) : failed(leased.id(), sent.cause()))
                .onFailure(
                        failure -> LOG.warn("mail {} is tried again, as its end was not kept", leased.id(), failure));
    }

    private Future<Void> sent(String id) {
        return mails.<Boolean>decide(
                        id, mail -> mail == null ? Decision.unchanged(false) : Decision.change(mail.sent(), true))
                .mapEmpty();
    }

    private Future<Void> failed(String id, Throwable failure) {
        var now = clock.instant();
        double chance = ThreadLocalRandom.current().nextDouble();
        var reason = Optional.ofNullable(failure.getMessage())
                .orElseGet(() -> failure.getClass().getSimpleName());
        LOG.warn("mail {} was not taken: {}", id, reason);
        return mails.<Boolean>decide(
                        id,
                        mail -> mail == null
                                ? Decision.unchanged(false)
                                : Decision.change(
                                        mail.failed(reason, Smtp.isHopeless(failure), now, policy, chance), true))
                .mapEmpty();
    }

    private void look() {
        if (looking || finishing || atHand.size() > FOUND_AT_ONCE) {
            return;
        }
        looking = true;
        var now = clock.instant();
        mails.due(now, FOUND_AT_ONCE)
                .compose(found ->
                        Future.all(found.stream().map(id -> take(id, now)).toList()))
                .onComplete(done -> looking = false)
                .onFailure(failure -> LOG.warn("mails that are due were not found", failure));
    }

    private Future<Void> take(String id, Instant now) {
        return mails.<Optional<Mail>>decide(id, mail -> {
                    if (mail == null || !mail.isDue(now)) {
                        return Decision.unchanged(Optional.empty());
                    }
                    var leased = mail.leased(now, policy);
                    return Decision.change(leased, Optional.of(leased));
                })
                .onSuccess(taken -> taken.ifPresent(mail -> send(id, mail)))
                .mapEmpty();
    }
}
