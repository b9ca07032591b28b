package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.json.Json;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The line to the bank: kept-open connections, 1.5 s for an answer, a bounded number of requests under way, a circuit breaker.
 * Bodies are never logged, nor put in exceptions: one of them carries a card number.
 */
final class HttpBankLine implements BankLine {
    private static final Logger LOG = LoggerFactory.getLogger(HttpBankLine.class);
    private static final long TIMEOUT_MILLIS = 1_500;
    private static final int CONNECTIONS = 32;
    private static final int MOST_UNDER_WAY = 128;
    private static final int FAILURES_IN_A_ROW = 10;
    private static final long OPEN_MILLIS = 1_000;

    private final HttpClient client;
    private final BankAccess access;
    private final String authorization;
    private final CircuitBreaker breaker;
    private final Timer answered;
    private final Timer unanswered;
    private int underWay;

    HttpBankLine(Vertx vertx, BankAccess access, MeterRegistry metrics) {
        this.access = access;
        this.authorization = "Bearer " + access.apiKey();
        client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setKeepAlive(true)
                        .setKeepAliveTimeout(20)
                        .setConnectTimeout((int) TIMEOUT_MILLIS)
                        .setSsl(access.isTls())
                        .setVerifyHost(true),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS));
        // Without a success in between, ten failures mean that nobody is there.
        breaker = CircuitBreaker.create(
                "bank",
                vertx,
                new CircuitBreakerOptions()
                        .setMaxFailures(FAILURES_IN_A_ROW)
                        .setTimeout(-1)
                        .setResetTimeout(OPEN_MILLIS)
                        .setNotificationAddress(null));
        answered = metrics.timer("payment.bank.calls", "outcome", "answered");
        unanswered = metrics.timer("payment.bank.calls", "outcome", "unanswered");
        Gauge.builder("payment.bank.circuit.open", this, line -> line.isOpen() ? 1 : 0)
                .register(metrics);
    }

    @Override
    public boolean isOpen() {
        return breaker.state() == CircuitBreakerState.OPEN;
    }

    @Override
    public Future<Reply> send(HttpMethod method, String path, @Nullable Object body) {
        if (underWay >= MOST_UNDER_WAY) {
            return away();
        }
        underWay++;
        var call = Timer.start();
        return breaker.execute(() -> exchange(method, path, body)).transform(result -> {
            underWay--;
            if (result.succeeded()) {
                call.stop(answered);
                return Future.succeededFuture(result.result());
            }
            call.stop(unanswered);
            LOG.debug(
                    "{} {}: no answer of the bank ({})",
                    method,
                    path,
                    result.cause().getClass().getSimpleName());
            return away();
        });
    }

    private Future<Reply> exchange(HttpMethod method, String path, @Nullable Object body) {
        var options = new RequestOptions()
                .setMethod(method)
                .setHost(access.url().getHost())
                .setPort(access.port())
                .setURI(path)
                .setConnectTimeout(TIMEOUT_MILLIS)
                .setIdleTimeout(TIMEOUT_MILLIS);
        return client.request(options)
                .compose(request -> sent(request, body))
                .compose(response -> response.body().map(read -> new Reply(response.statusCode(), read)))
                .compose(HttpBankLine::usable);
    }

    private Future<HttpClientResponse> sent(HttpClientRequest request, @Nullable Object body) {
        request.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        return body == null
                ? request.send()
                : request.putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                        .send(Buffer.buffer(Json.write(body)));
    }

    private static Future<Reply> usable(Reply reply) {
        if (reply.status() >= 500) {
            return Future.failedFuture("the bank answered " + reply.status());
        }
        if (reply.status() == 401) {
            LOG.error("The bank does not take our API key");
            return Future.failedFuture("the bank does not know us");
        }
        return Future.succeededFuture(reply);
    }

    private static <T> Future<T> away() {
        return Future.failedFuture(new ProblemException(new Problem(
                503, "UNAVAILABLE", "The bank does not answer; try again soon.", Domain.PAYMENT.address(), List.of())));
    }

    @Override
    public Future<Void> close() {
        return client.close();
    }
}
