package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.platform.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real cluster of JVMs on this machine, as {@code cluster up} starts it, with the city running. */
class ClusterTest {
    private static final String APPROVED = "4242424242424242";

    @TempDir
    private static Path home;

    private static String url = "";

    private static CommandRun command(String... words) throws IOException, InterruptedException {
        var all = Stream.concat(Stream.of("cluster"), Stream.of(words)).toList();
        return CommandRun.of(home, Map.of(), all);
    }

    private static void cluster(String... words) throws IOException, InterruptedException {
        var run = command(words);
        assertThat(run.status()).as(run.errors()).isZero();
    }

    @BeforeAll
    static void up() throws IOException, InterruptedException {
        int port = OneJvm.freePort();
        url = "http://127.0.0.1:" + port;
        cluster("up", "--port", String.valueOf(port));
    }

    @AfterAll
    static void down() throws IOException, InterruptedException {
        cluster("down");
    }

    private static Reply buy() {
        var guest = new Client(url);
        var item = guest.get("/api/products?limit=30").body().path("items").path((int) (Math.random() * 30));
        var cart = guest.cartWith(item.path("sku").asText(), 1);
        assertThat(cart.status()).as(cart.body().toString()).isEqualTo(200);
        return guest.order(
                cart.text("id"), guest.card(APPROVED), UUID.randomUUID().toString());
    }

    @Test
    void order_sameKeyAtTwoGatewaysAtOnce_isOneOrder() throws IOException, InterruptedException {
        cluster("scale", "gateway", "2");
        var guest = new Client(url);
        var sku = guest.get("/api/products?limit=1")
                .body()
                .path("items")
                .path(0)
                .path("sku")
                .asText();
        var cart = guest.cartWith(sku, 1).text("id");
        var card = guest.card(APPROVED);
        var key = UUID.randomUUID().toString();
        // Each asks over a connection of its own, and the kernel deals these out to both gateways.
        var replies = Client.atOnce(20, () -> new Client(url).order(cart, card, key));
        assertThat(replies).extracting(Reply::status).isSubsetOf(201, 202);
        assertThat(replies)
                .extracting(reply -> reply.text("number"))
                .containsOnly(replies.getFirst().text("number"));
        var last = guest.order(cart, card, key);
        assertThat(last.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(replies)
                .filteredOn(reply -> reply.status() == 201)
                .extracting(Reply::body)
                .allMatch(last.body()::equals);
    }

    @Test
    void gateways_restartedInTurn_refuseNobody() throws IOException, InterruptedException {
        var roll = ProductProcess.command(home, List.of("cluster", "roll", "gateway"))
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("roll.log").toFile())
                .start();
        var visitor = new Client(url).once();
        var answers = new ArrayList<Integer>();
        while (roll.isAlive()) {
            answers.add(visitor.post("/api/carts", Json.object()).status());
        }
        assertThat(roll.exitValue())
                .as(Files.readString(home.resolve("roll.log")))
                .isZero();
        assertThat(answers).hasSizeGreaterThan(100).containsOnly(201);
    }

    @Test
    void orders_aStockInstanceKilledBetween_bothAreDelivered() throws IOException, InterruptedException {
        cluster("scale", "stock", "2");
        var first = buy();
        assertThat(first.status()).isEqualTo(201);
        cluster("kill", "stock", "1");
        var second = buy();
        assertThat(second.status()).isIn(201, 202);
        for (var order : List.of(first, second)) {
            var owner = new Client(url).with("Order-Token", order.text("orderToken"));
            assertThat(Waiting.until(
                            () -> owner.get("/api/orders/" + order.text("number"))
                                    .text("state")
                                    .equals("delivered"),
                            Duration.ofMinutes(4)))
                    .as("the city delivers " + order.text("number"))
                    .isTrue();
        }
        cluster("status");
        command("kill", "stock", "1").isRefused("no such instance of stock runs.");
        command("kill", "nothing").isRefused("there is no domain nothing");
        cluster("scale", "stock", "1");
    }
}
