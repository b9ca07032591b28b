package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.allinone.Client.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A real cluster of JVMs on this machine, as {@code cluster up} starts it, with the city running. */
class ClusterTest {
    private static final String APPROVED = "4242424242424242";
    private static String before = "";
    private static String url = "";

    private static void cluster(String... words) {
        new ClusterCommand().run(List.of(words));
    }

    @BeforeAll
    static void up() throws IOException {
        before = System.getProperty("ecamazon.home", ".");
        var home = Files.createTempDirectory("ecamazon-cluster");
        System.setProperty("ecamazon.home", home.toString());
        int port = OneJvm.freePort();
        url = "http://127.0.0.1:" + port;
        cluster("up", "--port", String.valueOf(port));
    }

    @AfterAll
    static void down() {
        cluster("down");
        System.setProperty("ecamazon.home", before);
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
    void orders_aStockInstanceKilledBetween_bothAreDelivered() {
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
        assertThatThrownBy(() -> cluster("kill", "stock", "1")).isInstanceOf(Refused.class);
        assertThatThrownBy(() -> cluster("kill", "nothing")).isInstanceOf(Refused.class);
        cluster("scale", "stock", "1");
    }
}
