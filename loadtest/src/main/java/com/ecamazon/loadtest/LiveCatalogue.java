package com.ecamazon.loadtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The products that the shop sells right now, read from its own list. */
public final class LiveCatalogue {
    private static final int ENOUGH = 1_000;
    private static final int PAGE = 100;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final URI url;
    private final ObjectMapper json = new ObjectMapper();

    public LiveCatalogue(URI url) {
        this.url = url;
    }

    /**
     * A thousand products of which so many units or more are there, each as {@code product} (its id) and {@code sku}. Throws {@link IllegalStateException} with one sentence when the shop does not answer or has none.
     *
     * @param units 1 to 99
     */
    public List<Map<String, Object>> inStock(int units) {
        var found = new ArrayList<Map<String, Object>>();
        try (var http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            var cursor = "";
            while (found.size() < ENOUGH) {
                var list = page(http, cursor);
                for (var item : list.path("items")) {
                    if (item.path("available").asInt() >= units) {
                        found.add(Map.of(
                                "product", item.path("id").asText(),
                                "sku", item.path("sku").asText()));
                    }
                }
                cursor = list.path("next").asText("");
                if (!list.path("next").isTextual()) {
                    break;
                }
            }
        }
        if (found.isEmpty()) {
            throw new IllegalStateException("no product is in stock at " + url);
        }
        return found;
    }

    private JsonNode page(HttpClient http, String cursor) {
        var query = "/api/products?limit=" + PAGE
                + (cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
        var request = HttpRequest.newBuilder(URI.create(url + query))
                .timeout(PATIENCE)
                .build();
        try {
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException("the shop at " + url + " answers " + response.statusCode());
            }
            return json.readTree(response.body());
        } catch (IOException e) {
            throw new IllegalStateException("the shop at " + url + " does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
