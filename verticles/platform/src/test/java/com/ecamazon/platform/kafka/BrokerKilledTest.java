package com.ecamazon.platform.kafka;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.kafka.Tally.Counted;
import com.ecamazon.platform.testing.KafkaBroker;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The broker is killed while events flow, and started again. */
class BrokerKilledTest {
    private static final int AGGREGATES = 40;
    private static final int MOVES = 75;

    @TempDir
    Path folder;

    @TempDir
    Path brokers;

    private Shelf shelf;
    private Tally shop;
    private Tally shipping;

    @Test
    void kill_underAFlow_eachEventIsAppliedOnceInOrder() {
        try (var broker = new KafkaBroker(brokers).start();
                var pod = LocalPod.open(
                        folder,
                        Map.of("KAFKA_BOOTSTRAP", broker.bootstrap()),
                        InstantSource.system(),
                        new Service(Domain.STOCK, platform -> shelf = new Shelf(platform)),
                        new Service(Domain.SHOP, platform -> shop = new Tally(platform, Domain.SHOP)),
                        new Service(Domain.SHIPPING, platform -> shipping = new Tally(platform, Domain.SHIPPING)))) {
            var ids = IntStream.range(0, AGGREGATES).mapToObj(i -> "a" + i).toList();
            var flow =
                    Future.all(ids.stream().map(id -> shelf.move(id, MOVES - 1)).toList());
            eventually(() -> applied(shop) > AGGREGATES * MOVES / 10, "events flow");
            broker.kill();
            int before = applied(shop);
            assertThat(before).as("it was killed in the middle").isLessThan(AGGREGATES * MOVES);
            await(flow);
            await(Future.all(ids.stream().map(shelf::move).toList()));
            assertThat(shelf.facts().owed())
                    .as("what the broker has not got waits")
                    .hasSize(AGGREGATES);
            assertThat(pod.node().exchange().directory().isServed(Domain.SHOP))
                    .as("nobody is away")
                    .isTrue();

            broker.start();
            eventually(() -> applied(shop) == AGGREGATES * MOVES, "Shop has all");
            eventually(() -> applied(shipping) == AGGREGATES * MOVES, "Shipping has all");
            eventually(shelf::owesNothing, "the outboxes are empty");
            var expected = new HashMap<String, Counted>();
            ids.forEach(id -> expected.put(id, new Counted(MOVES, MOVES, 0)));
            assertThat(shop.all()).isEqualTo(expected);
            assertThat(shipping.all()).isEqualTo(expected);
            assertThat(shelf.facts().parked()).isEmpty();
        }
    }

    private static int applied(Tally tally) {
        return tally.all().values().stream().mapToInt(Counted::moves).sum();
    }
}
