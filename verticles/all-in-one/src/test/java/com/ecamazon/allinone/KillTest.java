package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Crowd.Shown;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** The one-JVM product as a process of its own, killed without a warning while guests order, and stopped in order. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KillTest {
    private static final int GUESTS = 8;
    /** Three orders of each guest, and half of a fourth. */
    private static final int ENOUGH = 3 * GUESTS + GUESTS / 2;

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Set<String> SETTLED =
            Set.of("confirmed", "shipping", "delivered", "returned", "cancelled", "refused");
    private static ProductProcess product;

    @BeforeAll
    static void start() {
        product = ProductProcess.start("--no-city");
    }

    @BeforeEach
    void startAgain() {
        product.startAgain();
    }

    @AfterAll
    static void close() {
        product.close();
    }

    @Test
    void orders_productKilled_areThereAfterwards() throws InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroyForcibly().waitFor();
        var killed = Instant.now();
        crowd.end();
        assertThat(bank.isAlive()).as("the bank of the killed run is still there").isTrue();
        product.startAgain();
        assertThat(bank.isAlive()).as("and is replaced").isFalse();
        areThere(crowd.shown(), killed);
    }

    @Test
    void orders_productAndBankKilled_areThereAfterwards() throws InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroyForcibly();
        bank.destroyForcibly();
        product.process().waitFor();
        var killed = Instant.now();
        crowd.end();
        product.startAgain();
        areThere(crowd.shown(), killed);
    }

    /** Last, for the others would have to start it again. */
    @Test
    @Order(Integer.MAX_VALUE)
    void up_terminatedDuringOrders_stopsWithItsBank() throws InterruptedException {
        var crowd = ordering();
        var bank = product.bank().orElseThrow();
        product.process().destroy();
        assertThat(product.process().waitFor(15, TimeUnit.SECONDS)).as("it ends").isTrue();
        assertThat(bank.isAlive()).as("its bank runs").isFalse();
        crowd.end();
    }

    private static Crowd ordering() throws InterruptedException {
        var crowd = new Crowd(product.url(), GUESTS, ENOUGH);
        assertThat(crowd.awaitEnough(SOON)).as("guests order").isTrue();
        return crowd;
    }

    /** Each is there as it was shown, ends, and is not ordered twice when it is sent again. */
    private static void areThere(List<Shown> shown, Instant killed) {
        var orders = new ConcurrentLinkedQueue<>(shown);
        Client.atOnce(GUESTS, () -> {
            var guest = new Client(product.url());
            for (var order = orders.poll(); order != null; order = orders.poll()) {
                isThere(guest, order, killed);
            }
            return guest;
        });
    }

    private static void isThere(Client guest, Shown order, Instant killed) {
        var owner = guest.with("Order-Token", order.orderToken());
        var path = "/api/orders/" + order.number();
        assertThat(owner.get(path).status()).as(order + " is there").isEqualTo(200);
        assertThat(Waiting.until(() -> SETTLED.contains(owner.get(path).text("state")), SOON))
                .as(order + " ends")
                .isTrue();
        if (order.status() == 201) {
            assertThat(confirmed(owner.get(path + "/timeline").body()))
                    .as(order + " was confirmed when the guest was told so, not when it was started again")
                    .isBefore(killed);
        }
        var again = guest.order(order.cart(), order.card(), order.key());
        assertThat(again.text("number")).as(order + " sent again: " + again.body()).isEqualTo(order.number());
    }

    private static Instant confirmed(JsonNode timeline) {
        for (var entry : timeline.path("items")) {
            if (entry.path("what").asText().equals("order.confirmed")) {
                return Instant.parse(entry.path("at").asText());
            }
        }
        throw new AssertionError("never confirmed: " + timeline);
    }
}
