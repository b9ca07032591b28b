package com.ecamazon.platform.data;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Topic;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the database holds, as a client without our codec writes and sees it. */
class StoredFormTest {
    record Till(
            Money money, List<Instant> openings, @Nullable String note) {}

    record Opened(String state, Instant at) {}

    private static final Topic<Opened> OPENED = Topic.of(Domain.STOCK, "test.opened", Opened.class, Domain.STOCK);
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.678Z");
    private static final JsonObject DATE = new JsonObject().put("$date", "2026-01-02T03:04:05.678Z");
    private static final Till TILL = new Till(Money.eur(5), List.of(NOW), null);
    private static final JsonObject STATE = new JsonObject()
            .put("money", new JsonObject().put("amount", 5L).put("currency", "EUR"))
            .put("openings", new JsonArray().add(DATE))
            .putNull("note");
    private static final List<Event<Opened>> HEARD = new CopyOnWriteArrayList<>();
    private static LocalPod pod;
    private static Shop shop;
    private static MongoClient plain;

    private static final class Shop extends DomainVerticle {
        private final Documents<Till> tills;

        Shop(Platform platform) {
            super(platform, Domain.STOCK);
            tills = platform.database().documents("tills", Till.class);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.<Opened>project(OPENED, events -> {
                HEARD.addAll(events);
                return Future.succeededFuture();
            });
        }

        private <T> T on(Supplier<Future<T>> work) {
            var promise = Promise.<T>promise();
            context.runOnContext(run -> work.get().onComplete(promise));
            return await(promise.future());
        }
    }

    @BeforeAll
    static void open(@TempDir Path folder) {
        pod = LocalPod.open(folder, Map.of(), InstantSource.fixed(NOW));
        plain = MongoClient.create(pod.node().vertx(), pod.database(Domain.STOCK));
        await(plain.insert(
                "tills",
                stored("old")
                        .put("outbox", new JsonArray().add(event(1)))
                        .put("seq", 1L)
                        .put("outboxAt", DATE)));
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shop = new Shop(platform);
            return shop;
        }));
    }

    @AfterAll
    static void close() {
        await(plain.close());
        pod.close();
    }

    private static JsonObject stored(String id) {
        return new JsonObject().put("_id", id).put("version", 1L).put("state", STATE.copy());
    }

    private static JsonObject event(long sequence) {
        return new JsonObject()
                .put("seq", sequence)
                .put("topic", OPENED.name())
                .put("at", DATE)
                .put("event", new JsonObject().put("state", "x").put("at", DATE));
    }

    private static JsonObject seen(String id) {
        return await(plain.findOne("tills", new JsonObject().put("_id", id), null));
    }

    @Test
    void find_writtenByAPlainClient_isRead() {
        assertThat(shop.on(() -> shop.tills.find("old")).orElseThrow()).isEqualTo(new Versioned<>("old", 1, TILL));
    }

    @Test
    void resume_outboxWrittenByAPlainClient_isDelivered() {
        eventually(() -> HEARD.stream().anyMatch(event -> event.subject().equals("old")), "the event is heard");
        assertThat(HEARD).contains(new Event<>("test.opened/old/1", "old", 1, NOW, new Opened("x", NOW)));
    }

    @Test
    void insert_insertsWhatAPlainClientWould() {
        shop.on(() -> shop.tills.insert("new", TILL, Write.PLAIN));
        assertThat(seen("new")).isEqualTo(stored("new").put("seq", 0L).put("outbox", new JsonArray()));
    }

    @Test
    void append_insertsWhatAPlainClientWould() {
        shop.on(() -> shop.tills.append(Map.of("line", TILL)));
        assertThat(seen("line")).isEqualTo(stored("line"));
    }

    @Test
    void decide_saves_writesWhatAPlainClientWould() {
        shop.on(() -> shop.tills.insert("saved", new Till(Money.eur(1), List.of(), "a"), Write.PLAIN));
        shop.on(() ->
                shop.tills.decide("saved", till -> Decision.change(TILL, 1).news(OPENED, new Opened("x", NOW))));
        assertThat(seen("saved").getJsonObject("state")).isEqualTo(STATE);
        eventually(() -> HEARD.stream().anyMatch(event -> event.subject().equals("saved")), "the event is heard");
    }

    @Test
    void find_rangeOfDates_comparesDates() {
        shop.on(() -> shop.tills.append(Map.of("range", TILL)));
        var until = new JsonObject().put("_id", "range").put("state.openings", new JsonObject().put("$lte", NOW));
        var before = new JsonObject().put("_id", "range").put("state.openings", new JsonObject().put("$lt", DATE));
        assertThat(shop.on(() -> shop.tills.find(until, new JsonObject(), 9))).hasSize(1);
        assertThat(shop.on(() -> shop.tills.find(before, new JsonObject(), 9))).isEmpty();
    }
}
