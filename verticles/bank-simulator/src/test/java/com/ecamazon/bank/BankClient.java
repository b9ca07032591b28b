package com.ecamazon.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** A merchant that calls the bank over real HTTP. */
final class BankClient {

    static final String API_KEY = "test-api-key";
    static final String WEBHOOK_SECRET = "test-webhook-secret";
    static final Secrets SECRETS = new Secrets(API_KEY, WEBHOOK_SECRET);

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int port;

    record Reply(int status, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }

        long amount(String field) {
            return body.path(field).path("amount").longValue();
        }
    }

    BankClient(int port) {
        this.port = port;
    }

    Reply put(String path, String body) {
        return send("PUT", path, body, "Bearer " + API_KEY);
    }

    Reply post(String path, String body) {
        return send("POST", path, body, "Bearer " + API_KEY);
    }

    Reply get(String path) {
        return send("GET", path, "", "Bearer " + API_KEY);
    }

    Reply delete(String path) {
        return send("DELETE", path, "", "Bearer " + API_KEY);
    }

    Reply send(String method, String path, String body, String authorization) {
        try {
            return sendOrFail(method, path, body, authorization, Duration.ofSeconds(60));
        } catch (IOException e) {
            throw new IllegalStateException(method + " " + path + " got no answer", e);
        }
    }

    /** Throws when no answer comes in time or at all. */
    Reply sendOrFail(String method, String path, String body, String authorization, Duration timeout)
            throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Authorization", authorization)
                .timeout(timeout)
                .build();
        try {
            HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            return new Reply(response.statusCode(), JSON.readTree(response.body()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Reply store(String number) {
        return post("/v1/tokens", card(number, 2030, "123"));
    }

    static String card(String number, int year, String cvc) {
        return """
                {"number":"%s","expMonth":12,"expYear":%d,"cvc":"%s","name":"Ada Byron"}""".formatted(number, year, cvc);
    }

    String token(String number) {
        return store(number).text("token");
    }

    Reply authorize(String reference, String token, long amount) {
        return put("/v1/authorizations/" + reference, authorization(token, amount));
    }

    static String authorization(String token, long amount) {
        return """
                {"amount":{"amount":%d,"currency":"EUR"},"token":"%s"}""".formatted(amount, token);
    }

    Reply capture(String reference, String operation, long amount) {
        return put("/v1/authorizations/" + reference + "/captures/" + operation, money(amount));
    }

    Reply refund(String reference, String operation, long amount) {
        return put("/v1/authorizations/" + reference + "/refunds/" + operation, money(amount));
    }

    Reply cancel(String reference) {
        return put("/v1/authorizations/" + reference + "/void", "");
    }

    Reply authorization(String reference) {
        return get("/v1/authorizations/" + reference);
    }

    static String money(long amount) {
        return """
                {"amount":{"amount":%d,"currency":"EUR"}}""".formatted(amount);
    }
}
