package com.ecamazon.platform.data;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DocumentsTest {
    record Counter(int units, Instant at) {}

    record Counted(int units) {}

    private static final Topic<Counted> COUNTED = Topic.of(Domain.STOCK, "test.counted", Counted.class, Domain.STOCK);
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00.123Z");
    /** Of the aggregate {@code a}. */
    private static final List<Counted> HEARD = new CopyOnWriteArrayList<>();

    private static LocalPod pod;
    private static Shelf shelf;

    private static final class Shelf extends DomainVerticle {
        private final Documents<Counter> counters;

        Shelf(Platform platform) {
            super(platform, Domain.STOCK);
            counters = platform.database().documents("counters", Counter.class);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.project(COUNTED, events -> {
                events.stream().filter(event -> event.subject().equals("a")).forEach(event -> HEARD.add(event.data()));
                return Future.succeededFuture();
            });
        }

        private <T> T on(Supplier<Future<T>> work) {
            var promise = Promise.<T>promise();
            context.runOnContext(run -> work.get().onComplete(promise));
            return await(promise.future());
        }

        private Future<Integer> take(String id) {
            return counters.decide(id, counter -> {
                int units = counter == null ? 50 : counter.units();
                return units == 0
                        ? Decision.unchanged(-1)
                        : Decision.change(new Counter(units - 1, NOW), units - 1)
                                .news(COUNTED, new Counted(units - 1));
            });
        }
    }

    @BeforeAll
    static void open() {
        pod = LocalPod.open(new Service(Domain.STOCK, platform -> {
            shelf = new Shelf(platform);
            return shelf;
        }));
    }

    @AfterAll
    static void close() {
        pod.close();
    }

    @Test
    void decide_manyAtOnce_loseNothingAndTellInOrder() {
        var results = shelf.on(() -> Future.all(
                        IntStream.range(0, 80).mapToObj(i -> shelf.take("a")).toList())
                .map(all -> new ArrayList<Integer>(all.list())));
        assertThat(results).filteredOn(left -> left >= 0).hasSize(50).doesNotHaveDuplicates();
        assertThat(results).filteredOn(left -> left < 0).hasSize(30);
        var stored = shelf.on(() -> shelf.counters.find("a")).orElseThrow();
        assertThat(stored.state()).isEqualTo(new Counter(0, NOW));
        assertThat(stored.version()).as("coalesced").isLessThan(10);
        eventually(() -> HEARD.size() >= 50, "all events are heard");
        assertThat(HEARD)
                .isEqualTo(IntStream.range(0, 50)
                        .mapToObj(i -> new Counted(49 - i))
                        .toList());
    }

    @Test
    void decide_changedByAnother_decidesAgain() {
        shelf.on(() -> shelf.take("b"));
        var other = new Shelf[1];
        pod.deploy(new Service(Domain.STOCK, platform -> {
            other[0] = new Shelf(platform);
            return other[0];
        }));
        assertThat(other[0].on(() -> other[0].take("b"))).isEqualTo(48);
        assertThat(shelf.on(() -> shelf.take("b"))).isEqualTo(47);
    }

    @Test
    void decide_throws_failsOnlyThatCommand() {
        var fine = shelf.on(() -> {
            var bad = shelf.counters.<Integer>decide("c", counter -> {
                throw new IllegalArgumentException("no");
            });
            return Future.join(bad, shelf.take("c"))
                    .transform(done -> Future.succeededFuture(
                            Objects.requireNonNull(done.result() == null ? null : done.result())))
                    .otherwiseEmpty()
                    .compose(done -> shelf.take("c"));
        });
        assertThat(fine).isEqualTo(48);
    }
}
