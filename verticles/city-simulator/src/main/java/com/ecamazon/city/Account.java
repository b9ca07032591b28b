package com.ecamazon.city;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.client.WebClient;

/** A demo account that signs in when it must. */
final class Account {
    private static final long PATIENCE_MILLIS = 10_000;

    private final WebClient http;
    private final String name;
    private final String password;
    private String token = "";

    Account(WebClient http, String name, String password) {
        this.http = http;
        this.name = name;
        this.password = password;
    }

    String name() {
        return name;
    }

    Future<JsonObject> get(String path) {
        return ask(HttpMethod.GET, path, new JsonObject());
    }

    Future<JsonObject> post(String path, JsonObject body) {
        return ask(HttpMethod.POST, path, body);
    }

    /** The answer's body; fails when the product refuses or is away. */
    private Future<JsonObject> ask(HttpMethod method, String path, JsonObject body) {
        var signedIn = token.isEmpty() ? signIn() : Future.succeededFuture();
        return signedIn.compose(done -> send(method, path, body)).compose(response -> {
            if (response.statusCode() != 401) {
                return body(response);
            }
            return signIn().compose(done -> send(method, path, body)).compose(Account::body);
        });
    }

    private Future<HttpResponse<Buffer>> send(HttpMethod method, String path, JsonObject body) {
        var request = http.request(method, path).timeout(PATIENCE_MILLIS).bearerTokenAuthentication(token);
        return method.equals(HttpMethod.GET) ? request.send() : request.sendJsonObject(body);
    }

    private static Future<JsonObject> body(HttpResponse<Buffer> response) {
        return response.statusCode() < 300
                ? Future.succeededFuture(response.bodyAsJsonObject())
                : Future.failedFuture(new Refusal(response.statusCode()));
    }

    private Future<?> signIn() {
        return http.post("/api/sessions")
                .timeout(PATIENCE_MILLIS)
                .sendJsonObject(JsonObject.of("email", name + "@demo.ecamazon.test", "password", password))
                .compose(Account::body)
                .onSuccess(session -> token = session.getString("accessToken"));
    }
}
