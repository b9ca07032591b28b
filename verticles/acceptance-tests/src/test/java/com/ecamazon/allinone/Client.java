package com.ecamazon.allinone;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** A customer or a member of staff with a REST client, which asks again while a domain is away. */
final class Client {
    private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private final String url;
    private final Map<String, String> headers;
    private final Duration patience;

    Client(String url) {
        this(url, Map.of(), LONGEST_ABSENCE);
    }

    private Client(String url, Map<String, String> headers, Duration patience) {
        this.url = url;
        this.headers = headers;
        this.patience = patience;
    }

    /** An answer. */
    record Reply(int status, JsonNode body, @Nullable HttpResponse<byte[]> raw) {
        String text(String field) {
            return body.path(field).asText();
        }

        String header(String name) {
            return raw == null ? "" : raw.headers().firstValue(name).orElse("");
        }
    }

    /** The same client with one more header. */
    Client with(String name, String value) {
        var all = new HashMap<>(headers);
        all.put(name, value);
        return new Client(url, all, patience);
    }

    /** The same client, which asks once. */
    Client once() {
        return new Client(url, headers, Duration.ZERO);
    }

    /** The same client, signed in with a demo account. */
    Client signedIn(String account, String password) {
        var reply = post(
                "/api/sessions",
                Json.object().put("email", account + "@demo.ecamazon.test").put("password", password));
        if (reply.status() != 201) {
            throw new AssertionError("cannot sign in: " + reply.body());
        }
        return with("Authorization", "Bearer " + reply.text("accessToken"));
    }

    String url() {
        return url;
    }

    Map<String, String> headers() {
        return headers;
    }

    Reply get(String path) {
        return send("GET", path, null);
    }

    Reply post(String path, JsonNode body) {
        return send("POST", path, Json.write(body));
    }

    Reply postText(String path, String body) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8));
    }

    Reply send(String method, String path, byte @Nullable [] body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        long end = System.nanoTime() + patience.toNanos();
        var reply = send(request.build());
        while (reply.status() == 503 && System.nanoTime() < end) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            reply = send(request.build());
        }
        return reply;
    }

    private Reply send(HttpRequest request) {
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            var type = response.headers().firstValue("Content-Type").orElse("");
            var tree = type.contains("json") && response.body().length > 0 ? Json.tree(response.body()) : Json.object();
            return new Reply(response.statusCode(), tree, response);
        } catch (IOException e) {
            return new Reply(0, Json.object(), null);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A new cart with so many units of a SKU in it; the answer is that of adding the line. */
    Reply cartWith(String sku, int quantity) {
        var cart = post("/api/carts", Json.object()).text("id");
        return post(
                "/api/carts/" + cart + "/lines", Json.object().put("sku", sku).put("quantity", quantity));
    }

    /** How many units there are of each product that a search finds. */
    List<Integer> unitsOf(String words) {
        var units = new ArrayList<Integer>();
        get("/api/products?q=" + words)
                .body()
                .path("items")
                .forEach(item -> units.add(item.path("available").asInt()));
        return units;
    }

    /** The token of a test card. */
    String card(String number) {
        var card = Json.object()
                .put("number", number)
                .put("expMonth", 12)
                .put("expYear", 2030)
                .put("cvc", "123")
                .put("name", "A");
        return post("/api/payment-methods", card).text("token");
    }

    /** What a guest sends to order a cart. */
    static ObjectNode order(String cart, String token) {
        var order = Json.object()
                .put("cart", cart)
                .put("email", "guest@example.com")
                .put("deliveryOption", "standard");
        order.putObject("address")
                .put("name", "Ann Guest")
                .put("street", "Dam 1")
                .put("postalCode", "1012AB")
                .put("city", "Amsterdam")
                .put("country", "NL");
        order.putObject("payment").put("token", token);
        return order;
    }

    Reply order(String cart, String token, String key) {
        return with("Idempotency-Key", key).post("/api/orders", order(cart, token));
    }

    /** Does it so many times at once, all released together. */
    static <T> List<T> atOnce(int times, Callable<T> work) {
        var barrier = new CyclicBarrier(times);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var started = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                started.add(threads.submit(() -> {
                    barrier.await();
                    return work.call();
                }));
            }
            var results = new ArrayList<T>();
            for (var one : started) {
                results.add(one.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
