package com.ecamazon.platform;

import com.ecamazon.contract.Contracts;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Door;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.data.Outbox;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.time.Instant;
import java.util.List;

/**
 * One instance of a domain. It prepares its stores, binds the contract, serves, tells once a second that it is there, and
 * leaves in order: first nobody sends it anything new, then it finishes, then it goes.
 */
public abstract class DomainVerticle extends VerticleBase {
    private static final long ANNOUNCE_MILLIS = 1_000;
    private static final long RELAY_FLUSH_MILLIS = 250;
    private static final long RELAY_RECOVER_MILLIS = 3_000;
    private static final long DRAIN_CHECK_MILLIS = 50;
    private static final int DRAIN_CHECKS = 200;

    protected final Platform platform;
    private final Domain domain;
    private final Door door;
    private final Outbox outbox;
    private Instant startedAt = Instant.EPOCH;
    private volatile boolean draining;

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
        return prepare()
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

    private Future<?> serve() {
        startedAt = platform.clock().instant();
        announce();
        var vertx = platform.vertx();
        vertx.setPeriodic(ANNOUNCE_MILLIS, timer -> announce());
        vertx.setPeriodic(RELAY_FLUSH_MILLIS, timer -> outbox.flush());
        vertx.setPeriodic(RELAY_RECOVER_MILLIS, timer -> outbox.recover());
        return started();
    }

    private void announce() {
        var reading = door.reading();
        platform.host()
                .announce(new Presence(
                        domain,
                        platform.instance(),
                        platform.host().id(),
                        draining ? Presence.State.DRAINING : Presence.State.SERVING,
                        reading.requestsPerSecond(),
                        reading.errorsPerSecond(),
                        reading.p99Millis(),
                        outbox.depth(),
                        outbox.parked(),
                        platform.host().openCircuits(),
                        startedAt));
    }

    /** Whether it can serve now: it is not about to leave, hears its own address on the bus, and its store answers. */
    Future<Void> ready() {
        return draining
                ? Future.failedFuture(platform.instance() + " is about to leave")
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
