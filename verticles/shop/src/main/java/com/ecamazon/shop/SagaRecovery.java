package com.ecamazon.shop;

import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.store.OrderDocuments;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Takes over orders whose run came to no end: the instance was killed, or another domain is away. */
final class SagaRecovery {
    private static final Logger LOG = LoggerFactory.getLogger(SagaRecovery.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 64;

    /** So many runs without an end are worth somebody's look. */
    private static final int MANY_RUNS = 10;

    private final Vertx vertx;
    private final OrderDocuments orders;
    private final SagaRunner runner;
    private final InstantSource clock;
    private final AtomicInteger waiting;
    private boolean looking;

    SagaRecovery(Vertx vertx, OrderDocuments orders, SagaRunner runner, MeterRegistry metrics, InstantSource clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.runner = runner;
        this.clock = clock;
        waiting = Objects.requireNonNull(metrics.gauge("ecamazon.orders.waiting", new AtomicInteger()));
    }

    void start() {
        vertx.setPeriodic(0, EVERY.toMillis(), _ -> look());
    }

    private void look() {
        if (looking) {
            return;
        }
        looking = true;
        orders.due(clock.instant(), AT_ONCE)
                .onSuccess(due -> waiting.set(due.size()))
                .compose(due -> Future.join(due.stream()
                        .filter(order ->
                                runner.running(order.purchase().number()).isEmpty())
                        .map(this::takeOver)
                        .toList()))
                .onFailure(failure -> LOG.warn("unfinished orders could not be looked for: {}", failure.toString()))
                .onComplete(_ -> looking = false);
    }

    private Future<?> takeOver(Order order) {
        return orders.<Optional<Order>>decide(order.purchase().number(), current -> {
                    if (current == null || !current.saga().waits(clock.instant())) {
                        return Decision.unchanged(Optional.empty());
                    }
                    var mine = current.takenOver(clock.instant());
                    return Decision.change(mine, Optional.of(mine));
                })
                .onSuccess(mine -> mine.ifPresent(taken -> {
                    var run = taken.saga().run();
                    LOG.atLevel(run < MANY_RUNS ? Level.INFO : Level.WARN)
                            .log("run {} of order {}", run, taken.purchase().number());
                    runner.run(taken);
                }));
    }
}
