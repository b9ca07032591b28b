package com.ecamazon.bank;

import com.ecamazon.bank.store.Journal;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request and its answer: rolls the faults, lets the operation run, answers once the journal has it. */
final class Exchange {

    private static final Logger LOG = LoggerFactory.getLogger(Exchange.class);
    private static final CharSequence JSON = HttpHeaders.createOptimized("application/json");
    private static final CharSequence PROBLEM = HttpHeaders.createOptimized("application/problem+json");

    private final Vertx vertx;
    private final Journal journal;
    private final Callbacks callbacks;
    private final Dice dice;
    private final Set<HttpConnection> silenced = new HashSet<>();

    /** Decides at once; throws {@link Problem} when it refuses. */
    interface Operation {
        Answer answer(RoutingContext request, Dice.Fate fate);
    }

    Exchange(Vertx vertx, Journal journal, Callbacks callbacks, Dice dice) {
        this.vertx = vertx;
        this.journal = journal;
        this.callbacks = callbacks;
        this.dice = dice;
    }

    /** An operation that no fault touches. */
    Handler<RoutingContext> steady(Operation operation) {
        return request -> {
            Answer answer = operation.answer(request, Dice.Fate.GOOD);
            journal.settled().onSuccess(_ -> reply(request, answer)).onFailure(_ -> request.fail(journalFailed()));
        };
    }

    /** An operation that may be slow or refused. */
    Handler<RoutingContext> hostile(Operation operation) {
        return request -> {
            Dice.Fate rolled = dice.request();
            begin(request, operation, new Dice.Fate(rolled.latencyMs(), rolled.refused(), false, false, false, false));
        };
    }

    /** An operation that changes something and meets every fault. */
    Handler<RoutingContext> charging(Operation operation) {
        return request -> begin(request, operation, dice.request());
    }

    /** Cuts the requests that will never be answered. */
    void close() {
        List.copyOf(silenced).forEach(HttpConnection::close);
    }

    private void begin(RoutingContext request, Operation operation, Dice.Fate fate) {
        pause(fate.latencyMs()).compose(_ -> carryOut(request, operation, fate)).onFailure(request::fail);
    }

    private Future<Void> pause(long millis) {
        return millis == 0
                ? Future.succeededFuture()
                : vertx.timer(millis, TimeUnit.MILLISECONDS).mapEmpty();
    }

    private Future<Void> carryOut(RoutingContext request, Operation operation, Dice.Fate fate) {
        if (fate.refused()) {
            return Future.failedFuture(new Problem(503, "UNAVAILABLE", "The bank takes no requests at the moment."));
        }
        if (fate.timeoutBefore()) {
            return stayedSilent(request);
        }
        Answer answer = operation.answer(request, fate);
        return journal.settled()
                .recover(_ -> Future.failedFuture(journalFailed()))
                .compose(_ ->
                        fate.callbackBeforeReply() ? callbacks.attemptNow(answer.notice()) : Future.succeededFuture())
                .compose(_ -> fate.timeoutAfter() ? stayedSilent(request) : replied(request, answer));
    }

    private Future<Void> stayedSilent(RoutingContext request) {
        HttpConnection connection = request.request().connection();
        silenced.add(connection);
        connection.closeHandler(_ -> silenced.remove(connection));
        return Future.succeededFuture();
    }

    private Future<Void> replied(RoutingContext request, Answer answer) {
        reply(request, answer);
        return Future.succeededFuture();
    }

    private static Problem journalFailed() {
        return new Problem(503, "JOURNAL_FAILED", "The bank cannot write its journal and takes no more requests.");
    }

    private static void reply(RoutingContext request, Answer answer) {
        send(request.response(), answer.status(), JSON, answer.body());
    }

    /** Answers a failed request; what is not a {@link Problem} is a defect of the bank. */
    static void fail(RoutingContext request) {
        switch (request.failure()) {
            case Problem problem -> fail(request, problem);
            case null -> fail(request, byStatus(request.statusCode()));
            case Throwable defect
            when request.statusCode() >= 500 -> {
                LOG.error("{} failed", request.request().method(), defect);
                fail(request, byStatus(request.statusCode()));
            }
            case Throwable _ -> fail(request, byStatus(request.statusCode()));
        }
    }

    private static void fail(RoutingContext request, Problem problem) {
        if (!request.response().ended()) {
            send(
                    request.response(),
                    problem.status(),
                    PROBLEM,
                    Documents.problem(problem.status(), problem.code(), problem.detail()));
        }
    }

    private static Problem byStatus(int status) {
        return switch (status) {
            case 400 -> Problem.invalid("The request cannot be read.");
            case 404 -> new Problem(404, "NOT_FOUND", "There is nothing at this path.");
            case 405 -> new Problem(405, "METHOD_NOT_ALLOWED", "This path does not take this method.");
            case 413 -> new Problem(413, "BODY_TOO_LARGE", "The body is above 16 KiB.");
            default -> new Problem(500, "INTERNAL", "The bank failed.");
        };
    }

    private static void send(HttpServerResponse response, int status, CharSequence type, JsonNode body) {
        response.setStatusCode(status)
                .putHeader(HttpHeaders.CONTENT_TYPE, type)
                .end(Buffer.buffer(Documents.bytes(body)));
    }
}
