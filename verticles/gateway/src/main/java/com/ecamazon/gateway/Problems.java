package com.ecamazon.gateway;

import com.ecamazon.contract.Problem;
import com.ecamazon.platform.json.Replies;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Problem documents (RFC 9457) for what no domain answered. */
final class Problems {
    private Problems() {}

    static void send(HttpServerResponse response, Problem problem) {
        if (!response.ended() && !response.closed()) {
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Replies.PROBLEM)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(Replies.problem(problem)));
        }
    }

    static void notFound(RoutingContext context) {
        send(context.response(), Problem.notFound());
    }

    static void failed(RoutingContext context) {
        send(
                context.response(),
                switch (context.statusCode()) {
                    case 404 -> Problem.notFound();
                    case 400 -> Problem.of(400, "INVALID", "The request is not valid.");
                    case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This method is not allowed here.");
                    default -> Problem.internal();
                });
    }
}
