package com.ecamazon.gateway;

import com.ecamazon.contract.Problem;
import com.ecamazon.platform.json.Replies;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Problem documents (RFC 9457) for what no domain answered. */
final class Problems {
    static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private Problems() {}

    static void send(HttpServerResponse response, Problem problem) {
        if (!response.ended() && !response.closed()) {
            advise(response, problem.status());
            response.setStatusCode(problem.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Replies.PROBLEM)
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                    .end(Buffer.buffer(Replies.problem(problem)));
        }
    }

    /** What to do about a refusal: when to come again, or how to sign in. */
    static void advise(HttpServerResponse response, int status) {
        if (status == 503 || status == 429) {
            response.putHeader(RETRY_AFTER, "1");
        } else if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
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
