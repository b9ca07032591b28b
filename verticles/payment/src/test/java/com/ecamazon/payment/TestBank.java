package com.ecamazon.payment;

import com.ecamazon.bank.BankOptions;
import com.ecamazon.bank.BankSimulator;
import com.ecamazon.bank.Secrets;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.testing.LocalPod;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** The real bank simulator, with a Vert.x of its own, and a hand to its levers. */
final class TestBank implements AutoCloseable {
    static final String API_KEY = "an api key only for tests";
    static final String WEBHOOK_SECRET = "a webhook secret only for tests";

    private final Vertx vertx = Vertx.vertx();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BankSimulator bank;

    TestBank(Path folder, URI callbacks) {
        bank = LocalPod.await(BankSimulator.start(
                vertx,
                BankOptions.of(folder, new Secrets(API_KEY, WEBHOOK_SECRET)).callingBack(callbacks)));
    }

    Map<String, String> settings() {
        return Map.of(
                "BANK_URL", "http://127.0.0.1:" + bank.port(),
                "BANK_API_KEY", API_KEY,
                "BANK_WEBHOOK_SECRET", WEBHOOK_SECRET);
    }

    /** Such as {@code {"timeoutAfter":1}}. */
    void misbehave(String faults) {
        call("PUT", "/v1/faults", faults);
    }

    void behave() {
        call("DELETE", "/v1/faults", "");
    }

    JsonNode authorisation(String order) {
        return call("GET", "/v1/authorizations/" + order, "");
    }

    JsonNode statement() {
        return call("GET", "/v1/statement?limit=1000", "").path("lines");
    }

    /** What an instance leaves at the bank that is killed before it stores the answer. */
    void hold(String order, String token, long amount) {
        call(
                "PUT",
                "/v1/authorizations/" + order,
                "{\"token\":\"" + token + "\",\"amount\":{\"amount\":" + amount + ",\"currency\":\"EUR\"}}");
    }

    void chargeBack(String order, String reference, long amount) {
        call(
                "PUT",
                "/v1/authorizations/" + order + "/chargebacks/" + reference,
                "{\"amount\":{\"amount\":" + amount + ",\"currency\":\"EUR\"}}");
    }

    private JsonNode call(String method, String path, String body) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + bank.port() + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("authorization", "Bearer " + API_KEY)
                .timeout(Duration.ofSeconds(60))
                .build();
        try {
            return Json.tree(client.send(request, HttpResponse.BodyHandlers.ofByteArray())
                    .body());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    @Override
    public void close() {
        LocalPod.await(bank.close());
        LocalPod.await(vertx.close());
    }
}
