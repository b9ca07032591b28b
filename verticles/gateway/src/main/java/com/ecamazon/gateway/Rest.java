package com.ecamazon.gateway;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.json.Replies;
import io.netty.buffer.Unpooled;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers REST requests: reads the form, asks the domain as the caller, passes the answer on as bytes. */
final class Rest {
    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
    private static final int MAX_BODY = 64 * 1024;
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence JSON = HttpHeaders.createOptimized(Replies.JSON);
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");

    private final Platform platform;
    private final Sessions sessions;
    private final RouteTable routes;
    private final RequestTimers timers;
    private final WorkingNow working;
    private final LastKnown lastKnown;

    Rest(Platform platform, Sessions sessions, RouteTable routes, RequestTimers timers, WorkingNow working) {
        this.platform = platform;
        this.sessions = sessions;
        this.routes = routes;
        this.timers = timers;
        this.working = working;
        this.lastKnown = new LastKnown(platform.clock());
    }

    /** Takes the request when its path is an operation's; the answer follows. */
    boolean handle(HttpServerRequest request) {
        var path = request.path();
        var found = path == null || !path.startsWith("/api/")
                ? null
                : routes.find(request.method().name(), path);
        if (found == null) {
            return false;
        }
        var form = found.form();
        if (form == null) {
            request.response().putHeader(HttpHeaders.ALLOW, String.join(", ", found.allowed()));
            Problems.send(
                    request.response(), Problem.of(405, "METHOD_NOT_ALLOWED", "This method is not allowed here."));
            return true;
        }
        request.response().endHandler(timers.start(form, request.response()));
        if (form.readsBody() || Bodies.comesWith(request)) {
            Bodies.read(platform.vertx(), request, MAX_BODY)
                    .onSuccess(body -> ask(request, form, found, body))
                    .onFailure(failure -> fail(request, failure));
        } else {
            ask(request, form, found, new byte[0]);
        }
        return true;
    }

    private <Q, R> void ask(HttpServerRequest request, Form<Q, R> form, RouteTable.Found found, byte[] body) {
        try {
            var session = sessions.of(request.getHeader(HttpHeaders.AUTHORIZATION));
            var operation = form.operation();
            switch (operation.access().check(session.caller())) {
                case NOT_SIGNED_IN -> throw new ProblemException(Problem.notSignedIn());
                case FORBIDDEN -> throw new ProblemException(Problem.forbidden());
                case ALLOWED -> {}
            }
            var query = form.read(request, found.values(), body);
            var asked = operation.domain() == Domain.GATEWAY
                    ? Future.succeededFuture(Answer.of(working.worksNow()))
                    : platform.node()
                            .exchange()
                            .ask(
                                    operation,
                                    query,
                                    session.sealed(),
                                    Ids.operation(),
                                    Traces.of(request.getHeader(TRACEPARENT)));
            asked.onComplete(done -> {
                if (done.succeeded()) {
                    answered(request, operation, done.result());
                } else {
                    failed(request, operation, done.cause());
                }
            });
        } catch (RuntimeException e) {
            fail(request, e);
        }
    }

    private void answered(HttpServerRequest request, Operation<?, ?> operation, Answer answer) {
        boolean keeps = operation.away() == Away.LAST_KNOWN;
        var known = keeps && answer.status() == 503 ? lastKnown.of(request.uri()) : null;
        if (known != null) {
            send(request, known);
            return;
        }
        if (keeps) {
            lastKnown.keep(request.uri(), answer);
        }
        var age = answer.status() < 300 ? working.age(operation) : Optional.<Duration>empty();
        send(request, age.map(answer::stale).orElse(answer));
    }

    /** While the domain is away, the last known answer is better than none. */
    private void failed(HttpServerRequest request, Operation<?, ?> operation, Throwable failure) {
        boolean away =
                failure instanceof ProblemException problem && problem.problem().status() == 503;
        var known = away && operation.away() == Away.LAST_KNOWN ? lastKnown.of(request.uri()) : null;
        if (known == null) {
            fail(request, failure);
        } else {
            send(request, known);
        }
    }

    private static void send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return;
        }
        try {
            response.setStatusCode(answer.status())
                    .putHeader(
                            HttpHeaders.CONTENT_TYPE,
                            answer.contentType().equals(Replies.JSON) ? JSON : answer.contentType())
                    .putHeader(NOSNIFF_NAME, NOSNIFF)
                    .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
            answer.headers().forEach(response::putHeader);
            Problems.advise(response, answer.status());
            var body = answer.body();
            if (request.method().equals(HttpMethod.HEAD)) {
                // Vert.x leaves the body out by itself, and its length as well.
                response.putHeader(HttpHeaders.CONTENT_LENGTH, String.valueOf(body.length));
            }
            response.end(BufferInternal.buffer(Unpooled.wrappedBuffer(body)));
        } catch (RuntimeException e) {
            fail(request, e);
        }
    }

    private static void fail(HttpServerRequest request, Throwable failure) {
        var problem = switch (failure) {
            case ProblemException known -> known.problem();
            case InvalidRequest invalid -> Problem.invalid(invalid.pointer(), String.valueOf(invalid.getMessage()));
            default -> {
                LOG.error("{} {} failed", request.method(), request.path(), failure);
                yield Problem.internal();
            }
        };
        Problems.send(request.response(), problem);
    }
}
