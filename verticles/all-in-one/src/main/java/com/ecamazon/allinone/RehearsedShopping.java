package com.ecamazon.allinone;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/**
 * Guests who look, fill carts and order, for the rehearsal: the JVM that sees them writes down how the code is used, and
 * later JVMs compile what is hot at once instead of finding it out.
 */
final class RehearsedShopping {
    private static final int GUESTS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final String url;

    RehearsedShopping(HttpClient http, String url) {
        this.http = http;
        this.url = url;
    }

    /** Lets the guests shop for so long; fails when one of them meets an answer that is no JSON. */
    void run(Duration time) throws InterruptedException {
        var products = products();
        long end = System.nanoTime() + time.toNanos();
        try (var guests = Executors.newFixedThreadPool(GUESTS)) {
            var all = IntStream.range(0, GUESTS)
                    .mapToObj(guest -> guests.submit(() -> {
                        while (System.nanoTime() < end) {
                            shop(products);
                        }
                        return guest;
                    }))
                    .toList();
            for (var guest : all) {
                guest.get();
            }
        } catch (ExecutionException e) {
            throw new Refused("the rehearsal's guests cannot shop: " + e.getMessage());
        }
    }

    private List<JsonNode> products() throws InterruptedException {
        var all = new ArrayList<JsonNode>();
        var cursor = "";
        do {
            var page = get("/api/products?limit=100" + cursor);
            page.path("items").forEach(all::add);
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : "";
        } while (!cursor.isEmpty());
        return all;
    }

    private void shop(List<JsonNode> products) throws InterruptedException {
        var product = products.get(ThreadLocalRandom.current().nextInt(products.size()));
        get("/api/products/" + product.path("id").asText());
        get("/api/products?limit=24&sort=price");
        var cart = post("/api/carts", "{}").path("id").asText();
        post(
                "/api/carts/" + cart + "/lines",
                "{\"sku\":\"" + product.path("sku").asText() + "\",\"quantity\":1}");
        var token = post("/api/payment-methods", """
                        {"number":"4242424242424242","expMonth":12,"expYear":2035,"cvc":"123","name":"Guest"}""").path("token").asText();
        get("/api/delivery-options?cart=" + cart + "&postalCode=1012AB");
        var order = post("/api/orders", """
                {"cart":"%s","email":"guest@example.com","deliveryOption":"standard",
                 "address":{"name":"Guest","street":"Dam 1","postalCode":"1012AB","city":"Amsterdam","country":"NL"},
                 "payment":{"token":"%s"}}""".formatted(cart, token));
        get(
                "/api/orders/" + order.path("number").asText(),
                "Order-Token",
                order.path("orderToken").asText());
    }

    private JsonNode get(String path, String... headers) throws InterruptedException {
        return send(request(path, headers).GET());
    }

    private JsonNode post(String path, String body) throws InterruptedException {
        return send(request(path, "Idempotency-Key", UUID.randomUUID().toString(), "Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
        return headers.length == 0 ? request : request.headers(headers);
    }

    private JsonNode send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return Json.tree(
                    http.send(request.build(), BodyHandlers.ofByteArray()).body());
        } catch (IOException e) {
            throw new Refused("the rehearsal got no answer: " + e.getMessage());
        }
    }
}
