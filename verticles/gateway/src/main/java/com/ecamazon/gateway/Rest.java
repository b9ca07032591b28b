package com.ecamazon.gateway;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Answer;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers REST requests: reads the form, asks the domain as the caller, passes the answer on as bytes. */
final class Rest {
    private static final Logger LOG = LoggerFactory.getLogger(Rest.class);
    private static final int MAX_BODY = 64 * 1024;
    private static final CharSequence NOSNIFF_NAME = HttpHeaders.createOptimized("X-Content-Type-Options");
    private static final CharSequence NOSNIFF = HttpHeaders.createOptimized("nosniff");
    private static final CharSequence NO_STORE = HttpHeaders.createOptimized("no-store");
    private static final CharSequence TRACEPARENT = HttpHeaders.createOptimized("traceparent");
    private static final CharSequence RETRY_AFTER = HttpHeaders.createOptimized("Retry-After");

    private final Platform platform;
    private final Sessions sessions;
    private final RouteTable routes;
    private final RequestTimers timers;
    private final LastKnown lastKnown = new LastKnown();

    Rest(Platform platform, Sessions sessions, RouteTable routes) {
        this.platform = platform;
        this.sessions = sessions;
        this.routes = routes;
        this.timers = new RequestTimers(platform.metrics());
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
            request.response()
                    .putHeader(
                            HttpHeaders.ALLOW,
                            found.allowed().stream().map(Enum::name).collect(Collectors.joining(", ")));
            Problems.send(
                    request.response(), Problem.of(405, "METHOD_NOT_ALLOWED", "This method is not allowed here."));
            return true;
        }
        request.response().endHandler(timers.start(form.operation().name(), request.response()));
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
            var asked = platform.node()
                    .exchange()
                    .ask(operation, query, session.sealed(), Ids.operation(), Traces.of(request.getHeader(TRACEPARENT)));
            boolean keeps =
                    operation.away() == Away.LAST_KNOWN && session.caller().kind() == Caller.Kind.GUEST;
            (keeps ? keeping(request.uri(), asked) : asked)
                    .map(answer -> send(request, answer))
                    .onFailure(failure -> fail(request, failure));
        } catch (RuntimeException e) {
            fail(request, e);
        }
    }

    /** Keeps good answers, and gives the last one, marked stale, while the domain is away. */
    private Future<Answer> keeping(String uri, Future<Answer> asked) {
        return asked.map(answer -> lastKnown.keep(uri, answer)).recover(failure -> lastKnown.instead(uri, failure));
    }

    private static boolean send(HttpServerRequest request, Answer answer) {
        var response = request.response();
        if (response.ended() || response.closed()) {
            return false;
        }
        var body = Buffer.buffer(answer.body());
        response.setStatusCode(answer.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, answer.contentType())
                .putHeader(NOSNIFF_NAME, NOSNIFF)
                .putHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        answer.headers().forEach(response::putHeader);
        refused(response, answer.status());
        response.end(body);
        return true;
    }

    private static void refused(HttpServerResponse response, int status) {
        if (status == 503 || status == 429) {
            response.putHeader(RETRY_AFTER, "1");
        } else if (status == 401) {
            response.putHeader("WWW-Authenticate", "Bearer");
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
        refused(request.response(), problem.status());
        Problems.send(request.response(), problem);
    }
}
