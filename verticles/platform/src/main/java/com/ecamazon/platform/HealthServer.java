package com.ecamazon.platform;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Liveness, readiness and metrics of a pod that serves no HTTP otherwise, on {@code HEALTH_PORT}. It opens when the pod's
 * domains serve. A pod is alive while this answers, whatever the bus and the stores do: a restart would not heal them.
 */
final class HealthServer {
    private static final Logger LOG = LoggerFactory.getLogger(HealthServer.class);

    /** Less than a probe waits. */
    private static final long LONGEST_MILLIS = 1_500;

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

    private static void tell(HttpServerRequest request, boolean up) {
        if (up) {
            request.response().end("{\"status\":\"up\"}");
        } else {
            request.response().setStatusCode(503).putHeader("Retry-After", "1").end("{\"status\":\"down\"}");
        }
    }

    private static void answer(Node node, HttpServerRequest request) {
        switch (String.valueOf(request.path())) {
            case "/health/live" -> tell(request, true);
            case "/health/ready" ->
                node.ready()
                        .timeout(LONGEST_MILLIS, TimeUnit.MILLISECONDS)
                        .onSuccess(done -> tell(request, true))
                        .onFailure(failure -> {
                            LOG.warn("not ready: {}", failure.getMessage());
                            tell(request, false);
                        });
            case "/metrics" ->
                request.response()
                        .putHeader("Content-Type", "text/plain; version=0.0.4")
                        .end(node.metrics().scrape());
            default -> request.response().setStatusCode(404).end();
        }
    }
}
