package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.dispatching.DispatchingApp;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.data.Database;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who is slow to take the news of orders delays nobody else, keeps what waits in a store, and takes each once. */
class SlowConsumerTest {
    private static final String APPROVED = "4242424242424242";
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int MAIL_CONNECTIONS = 3;
    private static final List<Operation<OutboxQuery, Outboxes>> OUTBOXES = List.of(
            ShopContract.OUTBOXES,
            StockContract.OUTBOXES,
            PaymentContract.OUTBOXES,
            ShippingContract.OUTBOXES,
            DispatchingContract.OUTBOXES);
    private static SlowMailServer mailServer;
    private static OneJvm product;
    private static Client support;
    private static Client warehouse;
    private static Client dispatcher;

    @BeforeAll
    static void open() {
        mailServer = new SlowMailServer(Duration.ofSeconds(2));
        product = new OneJvm(Map.of(
                "SMTP_HOST", "127.0.0.1",
                "SMTP_PORT", String.valueOf(mailServer.port()),
                "MAIL_CONNECTIONS", String.valueOf(MAIL_CONNECTIONS)));
        support = product.client().signedIn("support", "demo-support");
        warehouse = product.client().signedIn("warehouse", "demo-warehouse");
        dispatcher = product.client().signedIn("dispatcher", "demo-dispatcher");
    }

    @AfterAll
    static void close() {
        product.close();
        mailServer.close();
    }

    @Test
    void mailServer_takesTwoSecondsForEach_ordersGoOnAndEachIsMailedOnce() {
        mailServer.eachMailTakes(Duration.ofSeconds(2));
        var orders = orders(product.product(99), 8, 4);
        assertThat(Waiting.until(() -> ordersToPick().containsAll(orders), SOON))
                .as("Stock heard of each")
                .isTrue();
        assertThat(pendingMails()).as("they wait in Notification's store").isNotEmpty();
        assertOwesNothing("nobody waits for the mail server");

        mailServer.eachMailTakes(Duration.ZERO);
        assertThat(Waiting.until(() -> pendingMails().isEmpty(), SOON))
                .as("all are sent")
                .isTrue();
        assertThat(mailServer.subjects())
                .filteredOn(subject -> orders.stream().anyMatch(subject::contains))
                .containsExactlyInAnyOrderElementsOf(orders.stream()
                        .map(number -> "Your order " + number + " is confirmed")
                        .toList());
        assertThat(mailServer.mostOpen()).as("mails on their way at one time").isEqualTo(MAIL_CONNECTIONS);
    }

    @Test
    void dispatching_itsStoreTakesASecondForEach_ordersGoOnAndItHearsOfEachParcelOnce() {
        mailServer.eachMailTakes(Duration.ZERO);
        var store = URI.create(product.node().settings().text("MONGO_URL", ""));
        product.leave(Domain.DISPATCHING);
        try (var link = new SlowLink(store.getHost(), store.getPort())) {
            product.enter(new Service(
                    Domain.DISPATCHING,
                    platform -> DispatchingApp.SERVICE.verticle().apply(over(link, store, platform))));
            link.takes(Duration.ofSeconds(1));
            var sku = product.product(20);
            var parcels = orders(sku, 2, 4).stream()
                    .map(number -> Doorbell.pack(product, sku, 1, 0, number))
                    .toList();
            assertThat(Waiting.until(() -> parcels.stream().allMatch(SlowConsumerTest::isTracked), SOON))
                    .as("Shipping heard of each")
                    .isTrue();
            assertThat(owed(ShippingContract.OUTBOXES).owed())
                    .as("what Dispatching has not heard waits in Shipping's store")
                    .isNotEmpty();

            link.takes(Duration.ZERO);
            assertOwesNothing("Dispatching heard of all");
            assertThat(shown(dispatcher, "/api/rounds/waiting", "sscc")).containsExactlyInAnyOrderElementsOf(parcels);
            product.leave(Domain.DISPATCHING);
        }
        product.enter(Domain.DISPATCHING);
    }

    /** The orders of so many guests at a time, time after time; each is told at once that it is confirmed. */
    private static List<String> orders(String sku, int times, int guests) {
        var card = product.client().card(APPROVED);
        var orders = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            var replies = Client.atOnce(guests, () -> {
                var guest = product.client().once();
                var cart = guest.cartWith(sku, 1).text("id");
                return guest.order(cart, card, UUID.randomUUID().toString());
            });
            assertThat(replies).extracting(Reply::status).containsOnly(201);
            assertThat(replies).extracting(reply -> reply.text("state")).containsOnly("confirmed");
            replies.forEach(reply -> orders.add(reply.text("number")));
        }
        return orders;
    }

    private static boolean isTracked(String sscc) {
        return product.client().get("/api/tracking/" + sscc).status() == 200;
    }

    private static List<String> ordersToPick() {
        return shown(warehouse, "/api/picks?state=open&limit=100", "order");
    }

    private static List<String> pendingMails() {
        return shown(support, "/api/notifications/log?state=pending&limit=100", "title");
    }

    /** A field of all items of a page that a member of staff sees. */
    private static List<String> shown(Client staff, String path, String field) {
        var items = new ArrayList<String>();
        staff.get(path)
                .body()
                .path("items")
                .forEach(item -> items.add(item.path(field).asText()));
        return items;
    }

    private static void assertOwesNothing(String why) {
        assertThat(Waiting.until(
                        () -> OUTBOXES.stream()
                                .map(SlowConsumerTest::owed)
                                .allMatch(held ->
                                        held.owed().isEmpty() && held.parked().isEmpty()),
                        SOON))
                .as("outboxes are empty: %s", why)
                .isTrue();
    }

    private static Outboxes owed(Operation<OutboxQuery, Outboxes> outboxes) {
        var auditor = Caller.domain(Domain.AUDITOR);
        return Waiting.until(
                product.ask(auditor, outboxes, new OutboxQuery(Instant.now())), SOON, "outboxes are not shown");
    }

    /** The same platform with a store behind the link, to which there is one connection. */
    private static Platform over(SlowLink link, URI store, Platform platform) {
        var settings = platform.settings()
                .with(Map.of(
                        "MONGO_URL",
                        store.toString().replace(":" + store.getPort(), ":" + link.port()) + "&maxPoolSize=1"));
        var database = Database.open(
                platform.vertx(),
                settings,
                Domain.DISPATCHING,
                platform.instance() + "-over-link",
                platform.outbox(),
                platform.clock());
        return new Platform(
                platform.host(),
                platform.vertx(),
                platform.bus(),
                database,
                platform.outbox(),
                platform.clock(),
                platform.chance(),
                settings,
                platform.secrets(),
                platform.metrics(),
                platform.instance());
    }
}
