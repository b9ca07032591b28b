package com.ecamazon.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Somebody who orders past the pages. */
final class DirectBuyer {
    /** That a product has this many, or more. */
    private static final int MANY = 99;

    private static final int TRIES = 50;
    private static final long PAUSE_NANOS = 200_000_000;

    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Gerda Guest",
            "street", "Prinsengracht 263",
            "postalCode", "1016GV",
            "city", "Amsterdam",
            "country", "NL");
    private static final Map<String, Object> CARD =
            Map.of("number", "4242424242424242", "expMonth", 12, "expYear", 2030, "cvc", "123", "name", "Gerda Guest");

    private final APIRequestContext requests;
    private final String authorisation;

    private DirectBuyer(APIRequestContext requests, String authorisation) {
        this.requests = requests;
        this.authorisation = authorisation;
    }

    static DirectBuyer guest(Visitor visitor) {
        return new DirectBuyer(visitor.page().request(), "");
    }

    /** The customer of the demo. */
    static DirectBuyer customer(Visitor visitor) {
        var account = Map.of("email", "customer@demo.ecamazon.test", "password", "demo-customer");
        var session = guest(visitor).post("/api/sessions", account);
        return new DirectBuyer(visitor.page().request(), "Bearer " + session.getString("accessToken"));
    }

    /** A product, as it is listed, that has so many units or more, but is not listed as having as many as one likes. */
    JsonObject counted(int least) {
        return get("/api/products?limit=100").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getInteger("available") >= least && item.getInteger("available") < MANY)
                .findFirst()
                .orElseThrow();
    }

    /** Puts units into a new cart; the cart. */
    String take(String sku, int quantity) {
        var cart = post("/api/carts", Map.of()).getString("id");
        post("/api/carts/" + cart + "/lines", Map.of("sku", sku, "quantity", quantity));
        return cart;
    }

    /** Gives back what is in a cart. */
    void giveBack(String cart) {
        assertThat(requests.delete("/api/carts/" + cart, authorised()).ok()).isTrue();
    }

    /** Orders one unit of the first lamp that is in stock. */
    DirectOrder order() {
        return order(skuInStock());
    }

    /** Orders one unit. */
    DirectOrder order(String sku) {
        var cart = take(sku, 1);
        var token = post("/api/payment-methods", CARD).getString("token");
        var order = post(
                "/api/orders",
                Map.of(
                        "cart",
                        cart,
                        "email",
                        "guest@demo.ecamazon.test",
                        "address",
                        ADDRESS,
                        "deliveryOption",
                        deliveryOption(cart),
                        "payment",
                        Map.of("token", token)));
        return new DirectOrder(order.getString("number"), order.getString("orderToken"));
    }

    /** Cancels an order of one's own. */
    void cancel(DirectOrder order) {
        post("/api/orders/" + order.number() + "/cancel", Map.of());
    }

    private String deliveryOption(String cart) {
        var options = get("/api/delivery-options?cart=" + cart + "&postalCode=" + ADDRESS.get("postalCode"));
        return options.getJsonArray("items").getJsonObject(0).getString("id");
    }

    private String skuInStock() {
        return get("/api/products?q=lamp&limit=50").getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getInteger("available") > 0)
                .findFirst()
                .orElseThrow()
                .getString("sku");
    }

    private JsonObject get(String path) {
        return answer(() -> requests.get(path, authorised()));
    }

    private JsonObject post(String path, Map<String, ?> body) {
        var options = authorised()
                .setData(body)
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
        return answer(() -> requests.post(path, options));
    }

    private RequestOptions authorised() {
        var options = RequestOptions.create();
        return authorisation.isEmpty() ? options : options.setHeader("Authorization", authorisation);
    }

    /** Asks again while a domain is away, as a person would. */
    private static JsonObject answer(Supplier<APIResponse> request) {
        var response = request.get();
        for (int tries = 1; response.status() == 503 && tries < TRIES; tries++) {
            LockSupport.parkNanos(PAUSE_NANOS);
            response = request.get();
        }
        assertThat(response.ok()).as(response.status() + " " + response.text()).isTrue();
        return new JsonObject(response.text());
    }
}
