package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.platform.json.Json;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole path through REST in one JVM, with the real bank process. */
class OrderPathTest {
    private static final String APPROVED = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static OneJvm product;

    @BeforeAll
    static void open() {
        product = new OneJvm();
    }

    @AfterAll
    static void close() {
        product.close();
    }

    private static int available(String sku) {
        var level = product.client().signedIn("admin", "demo-admin").get("/api/stock/" + sku);
        return level.body().path("availableToPromise").asInt(-1);
    }

    private static String state(Client owner, String number) {
        return owner.get("/api/orders/" + number).text("state");
    }

    @Test
    void order_clickToDoorbellAndBack_addsUp() {
        var sku = product.product(5);
        var guest = product.client();
        var cart = guest.cartWith(sku, 2);
        assertThat(cart.status()).isEqualTo(200);
        var ordered = guest.order(
                cart.text("id"), guest.card(APPROVED), UUID.randomUUID().toString());
        assertThat(ordered.status()).isEqualTo(201);
        assertThat(ordered.text("state")).isEqualTo("confirmed");
        var number = ordered.text("number");
        var owner = guest.with("Order-Token", ordered.text("orderToken"));
        assertThat(guest.get("/api/orders/" + number).status()).isEqualTo(404);

        Doorbell.bring(product, sku, 2, number, owner);

        var finance = product.client().signedIn("finance", "demo-finance");
        long grand = ordered.body().path("totals").path("grand").path("amount").asLong();
        assertThat(Waiting.until(
                        () -> finance.get("/api/payments/" + number)
                                        .body()
                                        .path("captured")
                                        .path("amount")
                                        .asLong()
                                == grand,
                        SOON))
                .as("all is captured")
                .isTrue();

        var returned = Json.object().put("order", number).put("reason", "too big");
        returned.putArray("lines").addObject().put("sku", sku).put("quantity", 1);
        var opened = owner.post("/api/returns", returned);
        assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
        var receipt = Json.object().put("depot", OneJvm.DEPOT.value());
        receipt.putArray("lines").addObject().put("sku", sku).put("quantity", 1).put("grade", "a");
        var warehouse = product.client().signedIn("warehouse", "demo-warehouse");
        assertThat(warehouse
                        .post("/api/returns/" + opened.text("number") + "/receipts", receipt)
                        .status())
                .isEqualTo(200);
        assertThat(Waiting.until(
                        () -> finance.get("/api/payments/" + number)
                                        .body()
                                        .path("refunded")
                                        .path("amount")
                                        .asLong()
                                == 1999,
                        SOON))
                .as("one of two units is refunded")
                .isTrue();
        assertThat(Waiting.until(() -> available(sku) == 4, SOON))
                .as("and is back in stock")
                .isTrue();
        var books = finance.get("/api/reconciliation").body();
        assertThat(books.path("differences")).isEmpty();
        assertThat(books.path("ledger")).isEqualTo(books.path("statement"));
    }

    @Test
    void order_fiftyAtOnceForTheLastUnit_oneGetsIt() {
        var sku = product.product(1);
        var token = product.client().card(APPROVED);
        var results = Client.atOnce(50, () -> {
            var guest = product.client();
            var cart = guest.cartWith(sku, 1);
            return cart.status() == 200
                    ? guest.order(cart.text("id"), token, UUID.randomUUID().toString())
                    : cart;
        });
        assertThat(results).filteredOn(reply -> reply.status() == 201).hasSize(1);
        assertThat(results)
                .filteredOn(reply -> reply.status() == 409)
                .hasSize(49)
                .allSatisfy(reply -> {
                    assertThat(reply.text("code")).isEqualTo("OUT_OF_STOCK");
                    assertThat(reply.body().path("errors").path(0).path("sku").asText())
                            .isEqualTo(sku);
                });
        assertThat(available(sku)).isZero();
    }

    @Test
    void order_sameKeyTwentyTimesAtOnce_isOneOrder() {
        var sku = product.product(50);
        var guest = product.client();
        var cart = guest.cartWith(sku, 1).text("id");
        var token = guest.card(APPROVED);
        var key = UUID.randomUUID().toString();
        var replies = Client.atOnce(20, () -> guest.order(cart, token, key));
        assertThat(replies).extracting(Reply::status).containsOnly(201);
        assertThat(replies).extracting(Reply::body).allMatch(replies.getFirst().body()::equals);
        assertThat(replies)
                .filteredOn(reply -> reply.header("Idempotent-Replayed").equals("true"))
                .hasSize(19);
        assertThat(available(sku)).isEqualTo(49);
        var other = Client.order(cart, token).put("email", "other@example.com");
        assertThat(guest.with("Idempotency-Key", key).post("/api/orders", other).status())
                .isEqualTo(422);
        assertThat(guest.post("/api/orders", Client.order(cart, token)).status())
                .isEqualTo(400);
        assertThat(guest.order(cart, token, UUID.randomUUID().toString()).text("code"))
                .isEqualTo("CART_ORDERED");
    }

    @Test
    void order_declined_holdsNothingAndOpensTheCart() {
        var sku = product.product(3);
        var guest = product.client();
        var cart = guest.cartWith(sku, 2).text("id");
        var key = UUID.randomUUID().toString();
        var refused = guest.order(cart, guest.card(DECLINED), key);
        assertThat(refused.status()).isEqualTo(402);
        assertThat(refused.text("code")).isEqualTo("PAYMENT_DECLINED");
        assertThat(guest.get("/api/carts/" + cart).text("state")).isEqualTo("open");
        assertThat(available(sku)).as("held by the cart again").isEqualTo(1);
        assertThat(guest.order(cart, guest.card(APPROVED), UUID.randomUUID().toString())
                        .status())
                .as("the same cart with another card")
                .isEqualTo(201);
    }

    @Test
    void cancel_beforePacking_freesUnitsAndMoney() {
        var sku = product.product(2);
        var guest = product.client();
        var ordered = guest.order(
                guest.cartWith(sku, 2).text("id"),
                guest.card(APPROVED),
                UUID.randomUUID().toString());
        var owner = guest.with("Order-Token", ordered.text("orderToken"));
        assertThat(guest.post("/api/orders/" + ordered.text("number") + "/cancel", Json.object())
                        .status())
                .as("not a stranger")
                .isEqualTo(404);
        assertThat(owner.post("/api/orders/" + ordered.text("number") + "/cancel", Json.object())
                        .status())
                .isIn(200, 202);
        assertThat(Waiting.until(() -> state(owner, ordered.text("number")).equals("cancelled"), SOON))
                .isTrue();
        assertThat(Waiting.until(() -> available(sku) == 2, SOON))
                .as("units are free")
                .isTrue();
        var finance = product.client().signedIn("finance", "demo-finance");
        assertThat(finance.get("/api/payments/" + ordered.text("number")).text("state"))
                .isEqualTo("voided");
    }

    @Test
    void requests_thatMakeNoSense_areRefusedClearly() {
        var sku = product.product(9);
        var guest = product.client();
        var cart = guest.post("/api/carts", Json.object()).text("id");
        var lines = "/api/carts/" + cart + "/lines";
        for (var quantity : new String[] {"\"2\"", "1.5", "null", "0", "-1"}) {
            var reply = guest.postText(lines, "{\"sku\":\"" + sku + "\",\"quantity\":" + quantity + "}");
            assertThat(reply.status()).as(quantity).isEqualTo(400);
            assertThat(reply.body().path("errors").path(0).path("pointer").asText())
                    .isEqualTo("/quantity");
            assertThat(reply.header("Content-Type")).isEqualTo("application/problem+json");
        }
        assertThat(guest.postText(lines, "x".repeat(70_000)).status()).isIn(413, 0);
        assertThat(guest.get("/api/products?limit=0").status()).isEqualTo(400);
        assertThat(guest.get("/api/products?limit=x").status()).isEqualTo(400);
        assertThat(guest.get("/api/products?cursor=nonsense").status()).isEqualTo(400);
        assertThat(guest.get("/api/products?minPrice=-1").status()).isEqualTo(400);
        assertThat(guest.get("/api/products/none").status()).isEqualTo(404);
        assertThat(guest.get("/api/carts/none").status()).isEqualTo(404);
        assertThat(guest.get("/api/me").status()).isEqualTo(401);
        assertThat(guest.get("/api/picks").status()).isEqualTo(401);
        var customer = guest.signedIn("customer", "demo-customer");
        assertThat(customer.get("/api/picks").status()).isEqualTo(403);
        assertThat(customer.get("/api/me").text("email")).isEqualTo("customer@demo.ecamazon.test");
        assertThat(guest.post(
                                "/api/payment-methods",
                                Json.object()
                                        .put("number", "4242424242424241")
                                        .put("expMonth", 1)
                                        .put("expYear", 2030)
                                        .put("cvc", "123")
                                        .put("name", "A"))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void order_ofSomebodyElse_isNotThere() {
        var sku = product.product(2);
        var guest = product.client();
        var ordered = guest.order(
                guest.cartWith(sku, 1).text("id"),
                guest.card(APPROVED),
                UUID.randomUUID().toString());
        var path = "/api/orders/" + ordered.text("number");
        var customer = guest.signedIn("customer", "demo-customer");
        assertThat(customer.get(path).status()).isEqualTo(404);
        assertThat(customer.get(path + "/timeline").status()).isEqualTo(404);
        assertThat(guest.with("Order-Token", "wrong").get(path).status()).isEqualTo(404);
        assertThat(guest.with("Order-Token", ordered.text("orderToken"))
                        .get(path)
                        .status())
                .isEqualTo(200);
    }
}
