package com.ecamazon.auditor;

import com.ecamazon.auditor.store.AuditBook;
import com.ecamazon.contract.auditor.Audits;
import com.ecamazon.contract.auditor.Audits.Audit;
import com.ecamazon.contract.auditor.Audits.Latest;
import com.ecamazon.platform.bus.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Audits every few minutes and when somebody asks; never two at once, whichever instance runs them. */
final class Auditing {
    private static final Logger LOG = LoggerFactory.getLogger(Auditing.class);
    private static final Duration LEASE = Duration.ofSeconds(60);

    private final Vertx vertx;
    private final AuditBook book;
    private final FactReader reader;
    private final Pace pace;
    private final InstantSource clock;
    private final AtomicInteger found;

    Auditing(Vertx vertx, AuditBook book, FactReader reader, Pace pace, InstantSource clock, MeterRegistry metrics) {
        this.vertx = vertx;
        this.book = book;
        this.reader = reader;
        this.pace = pace;
        // Documents keep milliseconds, so nothing is shown that a restart would round.
        this.clock = () -> clock.instant().truncatedTo(ChronoUnit.MILLIS);
        this.found = Objects.requireNonNull(metrics.gauge("ecamazon.audit.breaches", new AtomicInteger()));
    }

    /** Goes on for as long as the instance lives. */
    void repeat() {
        vertx.setPeriodic(
                pace.every().toMillis(),
                timer -> run().onFailure(failure -> LOG.warn("the audit could not be started", failure)));
    }

    /** Starts an audit unless one runs; it goes on after the answer. */
    Future<Audits.Auditing> run() {
        Deadline.forget();
        return book.claim(clock.instant(), LEASE).map(claim -> {
            if (claim.fresh()) {
                audit(claim.since());
            }
            return new Audits.Auditing(claim.since());
        });
    }

    private void audit(Instant since) {
        long keeping = vertx.setPeriodic(
                LEASE.dividedBy(3).toMillis(),
                timer -> book.keep(since, clock.instant().plus(LEASE))
                        .onFailure(failure -> LOG.warn("the audit's lease was not kept", failure)));
        new AuditRun(vertx, reader, pace, clock)
                .run()
                .onSuccess(this::tell)
                .compose(audit -> book.end(since, audit))
                .onComplete(done -> vertx.cancelTimer(keeping))
                .onFailure(failure -> LOG.error("the audit came to no end", failure));
    }

    private void tell(Audit audit) {
        found.set(audit.found());
        switch (audit.verdict()) {
            case CLEAN -> LOG.debug("audited: {}", audit.checked());
            case INCOMPLETE -> LOG.warn("the audit is incomplete: {}", audit.reason());
            case BREACHES ->
                audit.breaches()
                        .forEach(breach ->
                                LOG.error("{}: {} {}", breach.invariant(), breach.sentence(), breach.documents()));
        }
    }

    Future<Latest> latest() {
        return book.latest(clock.instant());
    }
}
