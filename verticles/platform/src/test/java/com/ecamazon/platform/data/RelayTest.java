package com.ecamazon.platform.data;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelayTest {
    record Counter(int moves) {}

    record Moved(int move) {}

    private static final Topic<Moved> MOVED =
            Topic.of(Domain.STOCK, "test.moved", Moved.class, Domain.SHOP, Domain.SHIPPING);

    @TempDir
    Path folder;

    private final List<Event<Moved>> shop = new CopyOnWriteArrayList<>();
    private final List<Event<Moved>> shipping = new CopyOnWriteArrayList<>();
    private final List<Event<Moved>> ledger = new CopyOnWriteArrayList<>();
    private LocalPod pod;
    private Shelf shelf;

    private final class Shelf extends DomainVerticle {
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
            bindings.<Moved>project(MOVED, events -> {
                ledger.addAll(events);
                return Future.succeededFuture();
            });
        }

        private <T> T on(Supplier<Future<T>> work) {
            var promise = Promise.<T>promise();
            context.runOnContext(run -> work.get().onComplete(promise));
            return await(promise.future());
        }

        /** Counts one move; its event has the same number as the move. */
        int move(String id) {
            return on(() -> counters.decide(id, counter -> {
                int moves = counter == null ? 1 : counter.moves() + 1;
                return Decision.change(new Counter(moves), moves).news(MOVED, new Moved(moves));
            }));
        }

        boolean keeps(String id, Integer... moves) {
            return isStored(id, new JsonObject().put("outbox.seq", new JsonObject().put("$all", List.of(moves))));
        }

        boolean owesNothing(String id) {
            return isStored(id, new JsonObject().put("outbox", new JsonObject().put("$size", 0)));
        }

        private boolean isStored(String id, JsonObject like) {
            return on(() -> counters.count(like.put("_id", id))) == 1;
        }
    }

    /** A domain that hears of moves. */
    private static final class Listener extends DomainVerticle {
        private final Predicate<Event<Moved>> hear;

        Listener(Platform platform, Domain domain, Predicate<Event<Moved>> hear) {
            super(platform, domain);
            this.hear = hear;
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.subscribe(
                    MOVED,
                    event -> hear.test(event)
                            ? Future.succeededFuture()
                            : Future.failedFuture(new IllegalStateException("not now")));
        }
    }

    @BeforeEach
    void open() {
        pod = LocalPod.open(folder, Map.of(), InstantSource.system());
        listen(Domain.SHOP, shop::add);
        shelve();
    }

    private void shelve() {
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shelf = new Shelf(platform);
            return shelf;
        }));
    }

    @AfterEach
    void close() {
        pod.close();
    }

    private void listen(Domain domain, Predicate<Event<Moved>> hear) {
        pod.deploy(new Service(domain, platform -> new Listener(platform, domain, hear)));
    }

    private static List<Integer> moves(List<Event<Moved>> heard, String id) {
        return heard.stream()
                .filter(event -> event.subject().equals(id))
                .map(event -> event.data().move())
                .toList();
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

    private int parked() {
        return pod.node().exchange().directory().instances().stream()
                .mapToInt(Presence::parked)
                .sum();
    }
}
