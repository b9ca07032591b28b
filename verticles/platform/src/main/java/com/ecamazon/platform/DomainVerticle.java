package com.ecamazon.platform;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.bus.Timeouts;
import com.ecamazon.platform.data.Outbox;
import io.micrometer.core.instrument.Tags;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One instance of a domain. It prepares its stores, binds the contract, serves, tells once a second that it is there, and
 * leaves in order: first nobody sends it anything new, then it finishes, then it goes.
 */
public abstract class DomainVerticle extends VerticleBase {
    private static final Logger LOG = LoggerFactory.getLogger(DomainVerticle.class);
    private static final long ANNOUNCE_MILLIS = 1_000;
    private static final long CHECK_MILLIS = 1_000;
    private static final long LONGEST_CHECK_MILLIS = 1_500;
    /** One slow check says nothing. */
    private static final int UNREADY_AFTER = 5;

    private static final long RELAY_FLUSH_MILLIS = 250;
    private static final long RELAY_RECOVER_MILLIS = 3_000;
    private static final long STORE_PAUSE_MILLIS = 1_000;
    private static final int STORE_TRIES = 10;
    private static final long DRAIN_CHECK_MILLIS = 50;
    private static final int DRAIN_CHECKS = 200;

    protected final Platform platform;
    private final Domain domain;
    private final Door door;
    private final Outbox outbox;
    private Instant startedAt = Instant.EPOCH;
    private volatile boolean draining;
    private boolean checking;
    private int failedChecks;

    protected DomainVerticle(Platform platform, Domain domain) {
        this.platform = platform;
        this.domain = domain;
        this.outbox = platform.outbox();
        this.door = platform.host().door(platform, domain);
    }

    /** Opens stores and loads what must be at hand before anything is served. */
    protected abstract Future<?> prepare();

    /** Binds each operation, topic and feed to what serves it. */
    protected abstract void bind(Bindings bindings);

    /** Goes on with what an earlier run left, and starts what repeats; called once it serves. */
    protected Future<?> started() {
        return Future.succeededFuture();
    }

    @Override
    public final Future<?> start() {
        outbox.topics(Contracts.TOPICS.stream()
                .filter(topic -> topic.domain() == domain)
                .<Topic<?>>map(topic -> topic)
                .toList());
        return store(STORE_TRIES)
                .compose(done -> prepare())
                .compose(done -> platform.database().open())
                .compose(done -> {
                    bind(door);
                    outbox.projections(door.projections());
                    door.ownTopics().forEach(topic -> outbox.topics(List.of(topic)));
                    return door.open();
                })
                .compose(done -> platform.database().resume())
                .compose(done -> serve());
    }

    /** Waits for the store, which may be starting too. */
    private Future<Void> store(int tries) {
        return platform.database()
                .ping()
                .recover(failure -> tries > 1
                        ? platform.vertx().timer(STORE_PAUSE_MILLIS).compose(waited -> store(tries - 1))
                        : Future.failedFuture(failure));
    }

    private Future<?> serve() {
        startedAt = platform.clock().instant();
        var tags = Tags.of("domain", domain.address(), "instance", platform.instance());
        platform.metrics().gauge("ecamazon.events.waiting", tags, outbox, Outbox::depth);
        platform.metrics().gauge("ecamazon.events.held", tags, outbox, Outbox::held);
        platform.metrics().gauge("ecamazon.events.parked", tags, outbox, Outbox::parked);
        announce();
        var vertx = platform.vertx();
        vertx.setPeriodic(ANNOUNCE_MILLIS, timer -> announce());
        vertx.setPeriodic(CHECK_MILLIS, timer -> check());
        vertx.setPeriodic(RELAY_FLUSH_MILLIS, timer -> outbox.flush());
        vertx.setPeriodic(RELAY_RECOVER_MILLIS, timer -> outbox.recover());
        return started();
    }

    /** Who cannot serve says so, and is asked again when it can. */
    private void check() {
        if (checking) {
            return;
        }
        checking = true;
        Timeouts.within(platform.vertx(), ready(), LONGEST_CHECK_MILLIS).onComplete(done -> {
            checking = false;
            var before = state();
            failedChecks = done.succeeded() ? 0 : failedChecks + 1;
            if (state() != before) {
                LOG.warn("{} is {}", platform.instance(), state(), done.cause());
                announce();
            }
        });
    }

    private Presence.State state() {
        return draining
                ? Presence.State.DRAINING
                : failedChecks < UNREADY_AFTER ? Presence.State.SERVING : Presence.State.UNREADY;
    }

    private void announce() {
        var reading = door.reading();
        platform.host()
                .announce(new Presence(
                        domain,
                        platform.instance(),
                        platform.host().id(),
                        state(),
                        reading.requestsPerSecond(),
                        reading.errorsPerSecond(),
                        reading.p99Millis(),
                        outbox.depth(),
                        outbox.parked() + door.parked(),
                        platform.host().openCircuits(),
                        startedAt));
    }

    /**
     * Whether it can serve now: it is not about to leave, sees most of the cluster, hears its own address on the bus, and its
     * store answers.
     */
    Future<Void> ready() {
        if (draining) {
            return Future.failedFuture(platform.instance() + " is about to leave");
        }
        return !platform.host().seesMajority()
                ? Future.failedFuture(platform.instance() + " sees half of the data members or less")
                : Future.all(
                                platform.host().selfTest(platform.instance()),
                                platform.database().ping())
                        .mapEmpty();
    }

    /** Sends new work elsewhere, while still answering. */
    void drain() {
        draining = true;
        announce();
    }

    /** Whether this instance is about to leave; those who hold a connection to it had better look for another. */
    protected final boolean isDraining() {
        return draining;
    }

    @Override
    public Future<?> stop() {
        drain();
        return finished(DRAIN_CHECKS)
                .compose(done -> door.close())
                .compose(done -> outbox.flush())
                .eventually(() -> platform.database().close());
    }

    private Future<Void> finished(int checks) {
        return door.running() == 0 || checks == 0
                ? Future.succeededFuture()
                : platform.vertx().timer(DRAIN_CHECK_MILLIS).compose(waited -> finished(checks - 1));
    }
}
