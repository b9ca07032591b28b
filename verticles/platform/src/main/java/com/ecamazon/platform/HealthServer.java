package com.ecamazon.platform;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;

/**
 * Liveness, readiness and metrics of a pod that serves no HTTP otherwise, on {@code HEALTH_PORT}. It opens when the pod's
 * domains serve.
 */
final class HealthServer {
    private HealthServer() {}

    static Future<?> open(Node node) {
        int port = node.settings().integer("HEALTH_PORT", 0);
        if (port == 0) {
            return Future.succeededFuture();
        }
        return node.vertx()
                .createHttpServer()
                .requestHandler(request -> answer(node, request))
                .listen(port, node.settings().text("HEALTH_HOST", "127.0.0.1"));
    }

    private static void answer(Node node, HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/health/live", "/health/ready" -> request.response().end("{\"status\":\"up\"}");
            case "/metrics" ->
                request.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4")
                        .end(node.metrics().scrape());
            default -> request.response().setStatusCode(404).end();
        }
    }
}
