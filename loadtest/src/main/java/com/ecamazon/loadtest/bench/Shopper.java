package com.ecamazon.loadtest.bench;

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
final class Shopper {
    private static final String CARD = """
            {"number":"4242424242424242","expMonth":12,"expYear":2035,"cvc":"123","name":"Bench"}""";

    private final HttpClient http;

    Shopper(Vertx vertx, URI url, int connections) {
        this.http = vertx.createHttpClient(
                new HttpClientOptions().setDefaultHost(url.getHost()).setDefaultPort(url.getPort()),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** An answer. */
    record Reply(int status, JsonObject body) {}

    /** The id of a new cart. */
    Future<String> cart() {
        return post("/api/carts", "{}", Map.of()).map(reply -> reply.body().getString("id"));
    }

    /** One unit of the SKU; whether it is held. */
    Future<Boolean> add(String cart, String sku) {
        return post("/api/carts/" + cart + "/lines", "{\"sku\":\"" + sku + "\",\"quantity\":1}", Map.of())
                .map(reply -> reply.status() == 200);
    }

    /** The token of a card that the bank approves. */
    Future<String> card() {
        return post("/api/payment-methods", CARD, Map.of())
                .map(reply -> reply.body().getString("token"));
    }

    /** Whether the order is confirmed, not only accepted. */
    Future<Boolean> order(String cart, String token) {
        var order = """
                {"cart":"%s","email":"bench@example.com","deliveryOption":"standard",
                 "address":{"name":"Bench","street":"Dam 1","postalCode":"1012AB","city":"Amsterdam","country":"NL"},
                 "payment":{"token":"%s"}}""".formatted(cart, token);
        return post(
                        "/api/orders",
                        order,
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()))
                .map(reply -> reply.status() == 201);
    }

    Future<Reply> post(String path, String body, Map<String, String> headers) {
        return http.request(HttpMethod.POST, path).compose(request -> {
            headers.forEach(request::putHeader);
            return request.putHeader("Content-Type", "application/json")
                    .send(Buffer.buffer(body))
                    .compose(response ->
                            response.body().map(bytes -> new Reply(response.statusCode(), bytes.toJsonObject())));
        });
    }
}
