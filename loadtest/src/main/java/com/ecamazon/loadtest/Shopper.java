package com.ecamazon.loadtest;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/** A guest's requests, from an empty cart to a confirmed order. */
public final class Shopper {
    private static final String CARD = """
            {"number":"4242424242424242","expMonth":12,"expYear":2035,"cvc":"123","name":"Bench"}""";

    private static final long LONGEST_MILLIS = 10_000;

    private final HttpClient http;

    public Shopper(Vertx vertx, URI url, int connections) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(url.getHost()).setDefaultPort(url.getPort()),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** An answer. */
    public record Reply(int status, JsonObject body) {}

    /** The id of a new cart. */
    public Future<String> cart() {
        return newCart().map(reply -> reply.body().getString("id"));
    }

    /** The answer to asking for a new cart. */
    public Future<Reply> newCart() {
        return post("/api/carts", "{}", Map.of());
    }

    /** One unit of the SKU; whether it is held. */
    public Future<Boolean> add(String cart, String sku) {
        return addTo(cart, sku).map(reply -> reply.status() == 200);
    }

    /** The answer to adding one unit of the SKU. */
    public Future<Reply> addTo(String cart, String sku) {
        return post("/api/carts/" + cart + "/lines", "{\"sku\":\"" + sku + "\",\"quantity\":1}", Map.of());
    }

    /** The token of a card that the bank approves. */
    public Future<String> card() {
        return tokenise().map(reply -> reply.body().getString("token"));
    }

    /** The answer to entering a card that the bank approves. */
    public Future<Reply> tokenise() {
        return post("/api/payment-methods", CARD, Map.of());
    }

    /** Whether the order is confirmed, not only accepted. */
    public Future<Boolean> order(String cart, String token) {
        return order(cart, token, UUID.randomUUID().toString()).map(reply -> reply.status() == 201);
    }

    /** The answer to an order under this idempotency key. */
    public Future<Reply> order(String cart, String token, String key) {
        var order = """
                {"cart":"%s","email":"bench@example.com","deliveryOption":"standard",
                 "address":{"name":"Bench","street":"Dam 1","postalCode":"1012AB","city":"Amsterdam","country":"NL"},
                 "payment":{"token":"%s"}}""".formatted(cart, token);
        return post("/api/orders", order, Map.of("Idempotency-Key", key));
    }

    private Future<Reply> post(String path, String body, Map<String, String> headers) {
        return http.request(HttpMethod.POST, path).compose(request -> {
            headers.forEach(request::putHeader);
            return request.idleTimeout(LONGEST_MILLIS)
                    .putHeader("Content-Type", "application/json")
                    .send(Buffer.buffer(body))
                    .compose(response -> response.body()
                            .map(bytes -> new Reply(
                                    response.statusCode(),
                                    bytes.length() == 0 ? new JsonObject() : bytes.toJsonObject())));
        });
    }
}
