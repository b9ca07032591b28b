package com.ecamazon.platform.bus;

import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.circuitbreaker.OpenCircuitException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** A circuit breaker per operation: when nobody answers, callers are refused at once instead of waiting each. */
final class Circuits {
    private static final int FAILURES = 20;
    private static final long RESET_MILLIS = 1_000;
    private static final long WINDOW_MILLIS = 10_000;

    private final Vertx vertx;
    private final Map<String, CircuitBreaker> breakers = new ConcurrentHashMap<>();

    Circuits(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Runs the call unless the operation's circuit is open; only an absent domain counts as failure. */
    Future<Answer> guard(Operation<?, ?> operation, Supplier<Future<Answer>> call) {
        var breaker = breakers.computeIfAbsent(operation.name(), this::open);
        if (breaker.state() == CircuitBreakerState.CLOSED) {
            // The closed way costs nothing but counting a failure: a success needs no promise and no hop of its own.
            return call.get().onFailure(failure -> count(breaker, failure));
        }
        return breaker.execute(call)
                .recover(failure -> Future.failedFuture(
                        failure instanceof OpenCircuitException
                                ? new ProblemException(Problem.unavailable(operation.domain()))
                                : failure));
    }

    private static void count(CircuitBreaker breaker, Throwable failure) {
        breaker.<Answer>execute(() -> Future.failedFuture(failure)).otherwiseEmpty();
    }

    private CircuitBreaker open(String operation) {
        return CircuitBreaker.create(
                operation,
                vertx,
                new CircuitBreakerOptions()
                        .setMaxFailures(FAILURES)
                        .setTimeout(-1)
                        .setResetTimeout(RESET_MILLIS)
                        .setFailuresRollingWindow(WINDOW_MILLIS)
                        .setNotificationAddress(null));
    }

    /** The circuits that are not closed. */
    List<Presence.Circuit> notClosed() {
        return breakers.entrySet().stream()
                .filter(breaker -> breaker.getValue().state() != CircuitBreakerState.CLOSED)
                .map(breaker -> new Presence.Circuit(
                        breaker.getKey(), breaker.getValue().state().name()))
                .toList();
    }
}
