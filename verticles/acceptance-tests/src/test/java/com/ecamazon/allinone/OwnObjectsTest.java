package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Where the table says {@code own}: what is somebody else's is answered like what does not exist. */
class OwnObjectsTest {
    private static final ObjectNode NOTHING = Json.object();
    private static OneJvm product;
    private static Client ann;
    private static List<Client> others;

    @BeforeAll
    static void open() {
        product = new OneJvm();
        ann = customer("ann");
        others = List.of(product.client(), customer("bob"));
    }

    @AfterAll
    static void close() {
        product.close();
    }

    private static Client customer(String name) {
        var email = name + "@example.com";
        var password = "a long password";
        var account =
                Json.object().put("email", email).put("password", password).put("name", name);
        assertThat(product.client().post("/api/users", account).status()).isEqualTo(201);
        var session = product.client()
                .post("/api/sessions", Json.object().put("email", email).put("password", password));
        return product.client().with("Authorization", "Bearer " + session.text("accessToken"));
    }

    private static Client.Reply ordered(String sku) {
        var cart = ann.cartWith(sku, 1).text("id");
        var order =
                ann.order(cart, ann.card("4242424242424242"), UUID.randomUUID().toString());
        assertThat(order.status()).isEqualTo(201);
        return order;
    }

    @Test
    void cart_ofAnother_isNotThere() {
        var sku = product.product(3);
        var filled = ann.cartWith(sku, 1);
        var cart = "/api/carts/" + filled.text("id");
        var line = cart + "/lines/"
                + filled.body().path("lines").path(0).path("id").asText();
        var quantity = Json.write(Json.object().put("quantity", 2));
        var merchandiser = product.client().signedIn("merchandiser", "demo-merchandiser");
        var code = Json.write(Json.object().put("kind", "percentage").put("percent", 10));
        assertThat(merchandiser.send("PUT", "/api/codes/TEN", code).status()).isLessThan(300);
        for (var other : others) {
            assertNotThere(other.get(cart));
            assertNotThere(
                    other.post(cart + "/lines", Json.object().put("sku", sku).put("quantity", 1)));
            assertNotThere(other.send("PATCH", line, quantity));
            assertNotThere(other.send("DELETE", line, null));
            assertNotThere(other.post(cart + "/codes", Json.object().put("code", "TEN")));
            assertNotThere(other.send("DELETE", cart + "/codes/TEN", null));
            assertNotThere(other.get("/api/delivery-options?postalCode=1012AB&cart=" + filled.text("id")));
            assertNotThere(other.order(
                    filled.text("id"),
                    other.card("4242424242424242"),
                    UUID.randomUUID().toString()));
            assertNotThere(other.send("DELETE", cart, null));
        }
        var after = ann.get(cart);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.body().path("lines")).isEqualTo(filled.body().path("lines"));
    }

    @Test
    void order_ofAnother_isNotThere() {
        var order = ordered(product.product(1));
        var path = "/api/orders/" + order.text("number");
        for (var other : others) {
            var withAToken = other.with("Order-Token", order.text("orderToken").replaceAll(".$", "?"));
            for (var stranger : List.of(other, withAToken)) {
                assertNotThere(stranger.get(path));
                assertNotThere(stranger.get(path + "/timeline"));
                assertNotThere(stranger.post(path + "/cancel", NOTHING));
                assertNotWatched(stranger, "out.order." + order.text("number"));
            }
        }
        assertThat(others.getLast().get("/api/orders").body().path("items")).isEmpty();
        assertThat(ann.get(path).text("state")).isEqualTo("confirmed");
        assertThat(ann.get(path + "/timeline").status()).isEqualTo(200);
    }

    @Test
    void addressAndPaymentMethod_ofAnother_areNotThere() {
        var address = Json.object();
        address.putObject("address")
                .put("name", "Ann")
                .put("street", "Dam 1")
                .put("postalCode", "1012AB")
                .put("city", "Amsterdam")
                .put("country", "NL");
        var saved = ann.post("/api/me/addresses", address)
                .body()
                .path("items")
                .path(0)
                .path("id")
                .asText();
        var token = ann.card("4242424242424242");
        assertThat(ann.post("/api/me/payment-methods", Json.object().put("token", token))
                        .status())
                .isLessThan(300);
        var bob = others.getLast();
        assertNotThere(bob.send("DELETE", "/api/me/addresses/" + saved, null));
        assertNotThere(bob.send("DELETE", "/api/me/payment-methods/" + token, null));
        assertThat(bob.get("/api/me/addresses").body().path("items")).isEmpty();
        assertThat(bob.get("/api/me/payment-methods").body().path("items")).isEmpty();
        assertThat(ann.get("/api/me/addresses").body().path("items")).hasSize(1);
        assertThat(ann.get("/api/me/payment-methods").body().path("items")).hasSize(1);
    }

    @Test
    void parcelAndReturn_ofAnother_areNotThere() {
        var sku = product.product(1);
        var number = ordered(sku).text("number");
        var sscc = Doorbell.bring(product, sku, 1, number, ann);
        var wish = Json.object().put("order", number).put("reason", "too big");
        wish.putArray("lines").addObject().put("sku", sku).put("quantity", 1);
        others.forEach(other -> assertNotThere(other.post("/api/returns", wish)));
        var opened = ann.post("/api/returns", wish);
        assertThat(opened.status()).isEqualTo(201);
        for (var other : others) {
            assertNotThere(other.get("/api/returns/" + opened.text("number")));
            assertNotWatched(other, "out.van." + sscc);
            assertThat(other.get("/api/parcels/" + sscc).status()).isIn(401, 403);
            assertThat(other.get("/api/tracking/" + sscc).body().toString())
                    .as("what everybody may see")
                    .doesNotContain(number, "Ann Guest", "Dam 1", "1012AB");
        }
        assertThat(ann.get("/api/returns/" + opened.text("number")).status()).isEqualTo(200);
    }

    private static void assertNotThere(Client.Reply reply) {
        assertThat(reply.status()).as(reply.body().toString()).isEqualTo(404);
    }

    private static void assertNotWatched(Client other, String address) {
        try (var socket = new BrowserSocket(other.url())) {
            var frame = Json.object().put("type", "register").put("address", address);
            var headers = frame.putObject("headers");
            other.headers().forEach(headers::put);
            assertThat(socket.ask(frame).path("body").asText()).as(address).isIn("rejected", "access_denied");
        }
    }
}
