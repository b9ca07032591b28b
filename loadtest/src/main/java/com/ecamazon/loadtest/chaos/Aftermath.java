package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.Product;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Whether each order that a client was shown is there, and comes to its end, once all that was broken is whole again. */
final class Aftermath {
    private static final Duration LONGEST = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);
    private static final Set<String> ENDED =
            Set.of("confirmed", "shipping", "delivered", "returned", "cancelled", "refused");

    private final HttpClient http;
    private final URI url;
    private final List<String> breaches = new ArrayList<>();

    private Aftermath(HttpClient http, URI url) {
        this.http = http;
        this.url = url;
    }

    /** What is wrong with these orders; empty when nothing is. */
    static List<String> of(Product product, Set<String> shown) throws IOException, InterruptedException {
        try (var http = HttpClient.newHttpClient()) {
            return new Aftermath(http, product.url()).look(shown);
        }
    }

    private List<String> look(Set<String> shown) throws IOException, InterruptedException {
        long end = System.nanoTime() + LONGEST.toNanos();
        var token = "Bearer " + signedIn(end);
        for (var number : shown) {
            var order = order(number, token, end);
            while (order.getInteger("status") == 200 && !isEnded(order) && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(200);
                order = order(number, token, end);
            }
            if (order.getInteger("status") != 200) {
                breaches.add(number + " was shown and is not there (" + order.getInteger("status") + ")");
            } else if (!isEnded(order)) {
                breaches.add(number + " has not come to an end: it is " + order.getString("state"));
            }
        }
        return breaches;
    }

    private static boolean isEnded(JsonObject order) {
        return ENDED.contains(order.getString("state", ""));
    }

    private String signedIn(long end) throws IOException, InterruptedException {
        var body = "{\"email\":\"support@demo.ecamazon.test\",\"password\":\"demo-support\"}";
        var request = HttpRequest.newBuilder(url.resolve("/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        return answer(request, end).getString("accessToken");
    }

    private JsonObject order(String number, String token, long end) throws IOException, InterruptedException {
        return answer(
                HttpRequest.newBuilder(url.resolve("/api/orders/" + number)).header("Authorization", token), end);
    }

    /** The body, with the HTTP status as {@code status}; asks again while the shop is away. */
    private JsonObject answer(HttpRequest.Builder request, long end) throws IOException, InterruptedException {
        var asked = request.timeout(ANSWER).build();
        while (true) {
            try {
                var answer = http.send(asked, BodyHandlers.ofString());
                if (answer.statusCode() < 500 || System.nanoTime() > end) {
                    return new JsonObject(answer.body()).put("status", answer.statusCode());
                }
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
            }
            TimeUnit.MILLISECONDS.sleep(500);
        }
    }
}
