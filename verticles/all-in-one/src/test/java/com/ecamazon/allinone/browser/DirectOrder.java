package com.ecamazon.allinone.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** An order of a guest that is placed past the pages, for tests that need one to look at. */
record DirectOrder(String number, String token) {
    private static final Map<String, String> ADDRESS = Map.of(
            "name", "Gerda Guest",
            "street", "Prinsengracht 263",
            "postalCode", "1016GV",
            "city", "Amsterdam",
            "country", "NL");
    private static final Map<String, Object> CARD = Map.of(
            "number", "4242424242424242", "expMonth", 12, "expYear", 2030, "cvc", "123", "name", "Gerda Guest");

    /** Orders one unit of the first lamp that is in stock. */
    static DirectOrder place(Visitor visitor) {
        var sku = skuInStock(visitor);
        var cart = post(visitor, "/api/carts", Map.of()).getString("id");
        post(visitor, "/api/carts/" + cart + "/lines", Map.of("sku", sku, "quantity", 1));
        var options = answer(visitor.page()
                .request()
                .get("/api/delivery-options?cart=" + cart + "&postalCode=" + ADDRESS.get("postalCode")));
        var order = post(
                visitor,
                "/api/orders",
                Map.of(
                        "cart",
                        cart,
                        "email",
                        "guest@demo.ecamazon.test",
                        "address",
                        ADDRESS,
                        "deliveryOption",
                        options.getJsonArray("items").getJsonObject(0).getString("id"),
                        "payment",
                        Map.of("token", post(visitor, "/api/payment-methods", CARD).getString("token"))));
        return new DirectOrder(order.getString("number"), order.getString("orderToken"));
    }

    /** The page of the order with its key. */
    String page() {
        return "/order.html?number=" + number + "#token=" + token;
    }

    private static String skuInStock(Visitor visitor) {
        var found = answer(visitor.page().request().get("/api/products?q=lamp&limit=50"));
        return found.getJsonArray("items").stream()
                .map(JsonObject.class::cast)
                .filter(item -> item.getInteger("available") > 0)
                .findFirst()
                .orElseThrow()
                .getString("sku");
    }

    private static JsonObject post(Visitor visitor, String path, Map<String, ?> body) {
        var options = RequestOptions.create()
                .setData(body)
                .setHeader("Idempotency-Key", UUID.randomUUID().toString());
        return answer(visitor.page().request().post(path, options));
    }

    private static JsonObject answer(APIResponse response) {
        assertThat(response.status()).as(response.text()).isIn(List.of(200, 201, 202));
        return new JsonObject(response.text());
    }
}
