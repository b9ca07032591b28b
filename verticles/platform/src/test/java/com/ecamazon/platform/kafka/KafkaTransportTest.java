package com.ecamazon.platform.kafka;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.kafka.Shelf.Moved;
import com.ecamazon.platform.testing.KafkaBroker;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Stage;
import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Events over a real broker, which runs beside these tests. */
class KafkaTransportTest {
    private static final AtomicInteger SHOPS = new AtomicInteger();

    @TempDir
    static Path brokers;

    @TempDir
    Path folder;

    private static KafkaBroker broker;

    private final List<Event<Moved>> shop = new CopyOnWriteArrayList<>();
    private final List<Event<Moved>> shipping = new CopyOnWriteArrayList<>();
    private Map<String, String> settings;
    private LogProbe log;
    private LocalPod pod;
    private Shelf shelf;

    @BeforeAll
    static void start() {
        broker = new KafkaBroker(brokers).start();
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void open() {
        settings = Map.of(
                "KAFKA_BOOTSTRAP",
                broker.bootstrap(),
                "KAFKA_PREFIX",
                "shop" + SHOPS.incrementAndGet() + ".",
                "KAFKA_PARTITIONS",
                "3");
        log = new LogProbe(new Settings(settings));
        openPod();
    }

    private void openPod() {
        pod = LocalPod.open(folder, settings, InstantSource.system());
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shelf = new Shelf(platform);
            return shelf;
        }));
    }

    @AfterEach
    void close() {
        pod.close();
    }

    private void listen(Domain domain, Function<Event<Moved>, Future<?>> hear) {
        pod.deploy(service(domain, hear));
    }

    private static Service service(Domain domain, Function<Event<Moved>, Future<?>> hear) {
        return new Service(domain, platform -> new Listener(platform, domain, hear));
    }

    private static Function<Event<Moved>, Future<?>> into(List<Event<Moved>> heard) {
        return event -> {
            heard.add(event);
            return Future.succeededFuture();
        };
    }

    private static List<Integer> moves(List<Event<Moved>> heard, String id) {
        return heard.stream()
                .filter(event -> event.subject().equals(id))
                .map(event -> event.data().move())
                .toList();
    }

    private void moveThrice(String id) {
        await(shelf.move(id, 3));
    }

    private int parked() {
        return pod.node().exchange().directory().instances().stream()
                .mapToInt(Presence::parked)
                .sum();
    }

    @Test
    void deliver_manyAggregates_eachGroupHearsEachInOrderAndCommits() {
        listen(Domain.SHOP, into(shop));
        listen(Domain.SHIPPING, into(shipping));
        var ids = IntStream.range(0, 20).mapToObj(i -> "a" + i).toList();
        await(Future.all(ids.stream().map(id -> shelf.move(id, 5)).toList()));

        eventually(() -> shop.size() == 100 && shipping.size() == 100, "both groups hear all");
        for (var id : ids) {
            assertThat(moves(shop, id)).containsExactly(1, 2, 3, 4, 5);
            assertThat(moves(shipping, id)).containsExactly(1, 2, 3, 4, 5);
        }
        eventually(shelf::owesNothing, "the outboxes are empty");
        assertThat(shelf.ledger()).as("one's own projection").hasSize(100);
        eventually(() -> log.lag(Domain.SHOP) == 0 && log.lag(Domain.SHIPPING) == 0, "all is committed");
    }

    @Test
    void deliver_nobodyListens_outboxIsEmptyAndWhoComesLaterHearsAll() {
        moveThrice("a");
        eventually(shelf::owesNothing, "the broker has it");
        listen(Domain.SHOP, into(shop));
        eventually(() -> shop.size() == 3, "it hears what was before it");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
    }

    @Test
    void hear_poison_isParkedWithThoseAfterItUntilARestart() {
        listen(Domain.SHOP, into(shop));
        listen(
                Domain.SHIPPING,
                event -> event.id().equals("test.moved/a/1")
                        ? Listener.refused()
                        : into(shipping).apply(event));
        moveThrice("a");
        moveThrice("b");
        eventually(() -> parked() == 3, "the poison and those after it are parked");
        eventually(() -> shipping.size() == 3, "the neighbour goes on");
        assertThat(moves(shipping, "b")).containsExactly(1, 2, 3);
        eventually(() -> shop.size() == 6, "the other group goes on");
        eventually(() -> log.lag(Domain.SHIPPING) == 0, "the log is read on");
        pod.close();

        openPod();
        listen(Domain.SHIPPING, into(shipping));
        eventually(() -> moves(shipping, "a").size() == 3, "it hears them after a restart");
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
        moveThrice("a");
        eventually(() -> moves(shipping, "a").size() == 6, "and those after them");
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3, 4, 5, 6);
        eventually(() -> parked() == 0, "nothing is parked");
        assertThat(moves(shipping, "b")).as("heard once").containsExactly(1, 2, 3);
    }

    @Test
    void hear_subscriberIsNotReady_isToldAgainWhileOthersGoOn() {
        var ready = new AtomicBoolean();
        var tries = new AtomicInteger();
        listen(Domain.SHOP, event -> {
            if (event.subject().equals("c") || (event.subject().equals("a") && !ready.get())) {
                tries.incrementAndGet();
                return Listener.tooEarly();
            }
            return into(shop).apply(event);
        });
        moveThrice("a");
        moveThrice("b");
        moveThrice("c");
        eventually(() -> tries.get() > 12 && shop.size() == 3, "it is told again and again; the others go on");
        assertThat(moves(shop, "b")).containsExactly(1, 2, 3);
        ready.set(true);
        eventually(() -> moves(shop, "a").size() == 3, "it hears it in the end");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
        assertThat(parked()).isZero();
        assertThat(log.lag(Domain.SHOP))
                .as("what is not applied is not committed")
                .isPositive();
        pod.close();

        openPod();
        listen(Domain.SHOP, into(shop));
        eventually(() -> moves(shop, "c").size() == 3, "the next instance hears what this one did not apply");
        assertThat(moves(shop, "c")).containsExactly(1, 2, 3);
        eventually(() -> log.lag(Domain.SHOP) == 0, "all is committed");
    }

    @Test
    void hear_whatIsNotOurs_isSetAsideAndTheRestIsHeard() {
        moveThrice("a");
        var kafka = KafkaSettings.of(new Settings(settings));
        var event = new Event<>("test.moved/a/4", "a", 4, Instant.EPOCH, new Moved(666));
        var unsigned = new Letters(kafka, new Secrets("another secret for tests")).write(Shelf.MOVED, event);
        var signed = new Letters(kafka, new Secrets(LocalPod.SECRET)).write(Shelf.MOVED, event);
        log.write(List.of(
                unsigned,
                new ProducerRecord<>(log.name(), "a", new byte[] {(byte) 0xff, 0, 1}),
                new ProducerRecord<>(log.name(), "a", null),
                new ProducerRecord<>(log.name(), null, "{}".getBytes(StandardCharsets.UTF_8)),
                // Signed, but for another aggregate.
                new ProducerRecord<>(log.name(), null, null, "b", signed.value(), signed.headers())));
        listen(Domain.SHOP, into(shop));
        moveThrice("a");
        moveThrice("b");
        eventually(() -> moves(shop, "a").size() == 6 && moves(shop, "b").size() == 3, "what is ours is heard");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3, 4, 5, 6);
        eventually(() -> parked() == 5, "the rest is set aside");
        eventually(() -> log.lag(Domain.SHOP) == 0, "the log is read on");
    }

    @Test
    void hear_newerVersionOfTheContract_isParkedWithThoseAfterIt() {
        listen(Domain.SHOP, into(shop));
        moveThrice("a");
        eventually(() -> shop.size() == 3, "it hears what it knows");
        var value = "{\"how\":\"new\"}";
        var signature = new Secrets(LocalPod.SECRET).sign("event-log:STOCK", "test.moved\n1 2\n1 a\n" + value);
        var newer = new ProducerRecord<>(log.name(), "a", value.getBytes(StandardCharsets.UTF_8));
        newer.headers()
                .add("version", "2".getBytes(StandardCharsets.UTF_8))
                .add("signature", signature.getBytes(StandardCharsets.UTF_8));
        log.write(List.of(newer));
        moveThrice("a");
        moveThrice("b");
        eventually(() -> parked() == 4, "it waits for a newer instance, and those after it too");
        eventually(() -> moves(shop, "b").size() == 3, "the neighbour goes on");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
    }

    @Test
    void hear_instancesOfOneGroupComeAndGo_eachEventIsHeardByOne() {
        var stage = new Stage(pod.node());
        Set<String> second = ConcurrentHashMap.newKeySet();
        listen(Domain.SHOP, into(shop));
        var ids = IntStream.range(0, 30).mapToObj(i -> "a" + i).toList();
        await(Future.all(ids.stream().map(id -> shelf.move(id, 2)).toList()));
        eventually(() -> shop.size() == 60, "one hears all");

        stage.enter(service(Domain.SHOP, event -> {
            second.add(event.subject());
            return into(shop).apply(event);
        }));
        eventually(
                () -> {
                    ids.forEach(id -> await(shelf.move(id)));
                    return !second.isEmpty();
                },
                "the second gets a share");
        stage.leave(Domain.SHOP);
        await(Future.all(ids.stream().map(shelf::move).toList()));
        eventually(shelf::owesNothing, "all is in the log");
        eventually(() -> log.lag(Domain.SHOP) == 0, "all is heard");
        for (var id : ids) {
            var heard = moves(shop, id);
            assertThat(heard).as(id).isSorted().doesNotHaveDuplicates().startsWith(1, 2);
            assertThat(heard).as(id).hasSize(heard.getLast());
        }
    }

    @Test
    void close_whatWasHeard_isNotHeardAgain() {
        listen(Domain.SHOP, into(shop));
        moveThrice("a");
        eventually(() -> shop.size() == 3 && shelf.owesNothing(), "it hears all");
        pod.close();

        openPod();
        listen(Domain.SHOP, into(shop));
        moveThrice("b");
        eventually(() -> moves(shop, "b").size() == 3, "it goes on");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
    }
}
