package com.ecamazon.platform.data;

import static com.ecamazon.platform.data.Moves.moves;
import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.data.Moves.Listener;
import com.ecamazon.platform.data.Moves.Moved;
import com.ecamazon.platform.data.Moves.Shelf;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {
    private static final int MANY = 6_000;
    private static final int MOST_HELD = 4_000;

    @TempDir
    Path folder;

    private final List<Event<Moved>> shop = new CopyOnWriteArrayList<>();
    private final List<Event<Moved>> shipping = new CopyOnWriteArrayList<>();
    private final List<Event<Moved>> ledger = new CopyOnWriteArrayList<>();
    private LocalPod pod;
    private Shelf shelf;

    @BeforeEach
    void open() {
        pod = LocalPod.open(folder, Map.of(), InstantSource.system());
        listen(Domain.SHOP, shop::add);
        shelve();
    }

    private void shelve() {
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shelf = new Shelf(platform, ledger::addAll);
            return shelf;
        }));
    }

    @AfterEach
    void close() {
        pod.close();
    }

    private void listen(Domain domain, Predicate<Event<Moved>> hear) {
        pod.deploy(new Service(domain, platform -> new Listener(platform, domain, Moves.orRefuse(hear))));
    }

    private void moveThrice(String id) {
        for (int i = 0; i < 3; i++) {
            shelf.move(id);
        }
    }

    @Test
    void deliver_oneGroupIsAway_othersGoOnInOrderAndItCatchesUp() {
        moveThrice("a");
        eventually(() -> moves(shop, "a").size() == 3 && moves(ledger, "a").size() == 3, "the others hear all");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
        assertThat(moves(ledger, "a")).containsExactly(1, 2, 3);
        assertThat(shelf.keeps("a", 1, 2, 3)).as("all stay in the outbox").isTrue();

        listen(Domain.SHIPPING, shipping::add);
        eventually(() -> moves(shipping, "a").size() == 3, "it catches up");
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
        eventually(() -> shelf.owesNothing("a"), "the outbox is empty");
        assertThat(moves(shop, "a")).as("heard once").containsExactly(1, 2, 3);
    }

    @Test
    void deliver_oneGroupRefuses_onlyItIsLate() {
        var refused = new ArrayList<Integer>();
        listen(Domain.SHIPPING, event -> {
            if (refused.size() < 3 && event.subject().equals("a")) {
                refused.add(event.data().move());
                return false;
            }
            return shipping.add(event);
        });
        moveThrice("a");
        moveThrice("b");
        eventually(() -> moves(shipping, "a").size() == 3, "it hears all in the end");
        assertThat(refused).as("tried in order").containsExactly(1, 1, 1);
        assertThat(shipping.stream().map(Event::subject)).startsWith("b", "b", "b");
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
        eventually(() -> shelf.owesNothing("a") && shelf.owesNothing("b"), "the outboxes are empty");
    }

    @Test
    void save_oneGroupIsAway_keepsWhatItHasNotHeard() {
        listen(Domain.SHIPPING, event -> event.data().move() == 1 && shipping.add(event));
        shelf.move("a");
        eventually(() -> moves(shipping, "a").size() == 1 && moves(shop, "a").size() == 1, "the first is heard");
        for (int move = 2; move <= 4; move++) {
            shelf.move("a");
            int last = move;
            eventually(() -> moves(shop, "a").contains(last), "Shop hears it");
        }
        assertThat(shelf.keeps("a", 2, 3, 4)).as("2, 3 and 4 are left").isTrue();
    }

    @Test
    void open_oneGroupWasAway_allHearTheRestOnceMoreInOrder() {
        moveThrice("a");
        eventually(() -> moves(shop, "a").size() == 3, "Shop hears all");
        pod.close();
        shop.clear();

        open();
        eventually(() -> moves(shop, "a").size() == 3, "Shop hears again what others still owe");
        listen(Domain.SHIPPING, shipping::add);
        eventually(() -> moves(shipping, "a").size() == 3, "Shipping hears all");
        eventually(() -> shelf.owesNothing("a"), "the outbox is empty");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
    }

    @Test
    void deliver_aGroupIsAwayForMany_mostWaitInTheStoreOnlyAndItHearsAllInOrder() {
        var ids = IntStream.range(0, MANY).mapToObj(i -> "m" + i).toList();
        moveEach(ids);
        eventually(() -> shop.size() >= MANY, "the others hear all");
        eventually(() -> shelf.held() <= MOST_HELD, "most are let go of");
        eventually(() -> shelf.waiting() > MOST_HELD, "what the store has is counted");
        assertThat(shelf.owing()).as("all are in the store").isEqualTo(MANY);
        assertThat(shop).as("the others are not told again").hasSize(MANY);

        // Some are known here, others were let go of; a decision on one of those must not rest on what is at hand.
        var twice = IntStream.range(0, MANY / 10).mapToObj(i -> "m" + i * 10).toList();
        moveEach(twice);
        listen(Domain.SHIPPING, shipping::add);
        eventually(() -> shelf.owing() == 0 && shelf.waiting() == 0 && shelf.held() == 0, "nothing is owed");
        var heard = shipping.stream()
                .collect(Collectors.groupingBy(
                        Event::subject,
                        Collectors.mapping(event -> event.data().move(), Collectors.toCollection(LinkedHashSet::new))));
        assertThat(ids)
                .allSatisfy(id -> assertThat(heard.get(id))
                        .as(id)
                        .containsExactlyElementsOf(twice.contains(id) ? List.of(1, 2) : List.of(1)));
    }

    private void moveEach(List<String> ids) {
        for (int i = 0; i < ids.size(); i += 100) {
            await(Future.all(ids.subList(i, Math.min(i + 100, ids.size())).stream()
                    .map(shelf::moveLater)
                    .toList()));
        }
    }

    @Test
    void deliver_poison_isParkedForThatGroupOnly() {
        listen(Domain.SHIPPING, event -> !event.subject().equals("a") && shipping.add(event));
        moveThrice("a");
        moveThrice("b");
        eventually(() -> parked() == 3, "the poison and those after it are parked");
        eventually(() -> shelf.owesNothing("a"), "the outbox is empty");
        assertThat(moves(shop, "a")).containsExactly(1, 2, 3);
        assertThat(moves(shipping, "b")).containsExactly(1, 2, 3);
        pod.close();

        pod = LocalPod.open(folder, Map.of(), InstantSource.system());
        listen(Domain.SHIPPING, shipping::add);
        shelve();
        eventually(() -> moves(shipping, "a").size() == 3 && parked() == 0, "it hears them after a restart");
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
    }

    @Test
    void open_anOutboxCannotBeRead_othersAreDelivered() {
        moveThrice("b");
        eventually(() -> moves(shop, "b").size() == 3, "Shop hears all");
        plantOutboxOfAnotherTime("a");
        pod.close();

        open();
        listen(Domain.SHIPPING, shipping::add);
        eventually(() -> moves(shipping, "b").size() == 3, "Shipping hears what was left");
    }

    /** An aggregate with news of a topic that there is no more, which wait for longer than all others. */
    private void plantOutboxOfAnotherTime(String id) {
        var entry = new JsonObject().put("seq", 1L).put("topic", "test.gone").put("event", new JsonObject());
        var client = MongoClient.create(pod.node().vertx(), pod.database(Domain.STOCK));
        await(client.insert(
                "counters",
                new JsonObject()
                        .put("_id", id)
                        .put("version", 1L)
                        .put("seq", 1L)
                        .put("state", new JsonObject().put("moves", 1))
                        .put("outbox", new JsonArray().add(entry))
                        .put("outboxAt", new JsonObject().put("$date", "2020-01-01T00:00:00Z"))));
        await(client.close());
    }

    private int parked() {
        return pod.node().exchange().directory().instances().stream()
                .mapToInt(Presence::parked)
                .sum();
    }
}
