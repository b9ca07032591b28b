package com.ecamazon.platform.bus;

import io.vertx.circuitbreaker.CircuitBreaker;
import io.vertx.circuitbreaker.CircuitBreakerOptions;
import io.vertx.circuitbreaker.CircuitBreakerState;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The circuit of one operation at one instance. It opens when many tries within a window got no answer and they are half of
 * all or more. The library's breaker knows no share, and forgets all failures at any success: it is told when to open, and
 * tells when to try again.
 */
final class Circuit {
    private static final int FAILURES = 20;
    private static final int LEAST_SHARE = 2;
    private static final long RESET_MILLIS = 1_000;
    private static final long WINDOW_MILLIS = 10_000;

    private final LongSupplier millis;
    private final CircuitBreaker breaker;
    private final AtomicLong windowEnd = new AtomicLong();
    private final AtomicInteger tries = new AtomicInteger();
    private final AtomicInteger failures = new AtomicInteger();
    /** As the breaker tells it: to ask the breaker takes a lock. */
    private volatile CircuitBreakerState state = CircuitBreakerState.CLOSED;

    Circuit(Vertx vertx, String name, LongSupplier millis) {
        this.millis = millis;
        this.breaker = CircuitBreaker.create(
                        name,
                        vertx,
                        // Every try ends by its own deadline, so a probe cannot hang.
                        new CircuitBreakerOptions()
                                .setMaxFailures(1)
                                .setTimeout(-1)
                                .setResetTimeout(RESET_MILLIS)
                                .setNotificationAddress(null))
                .openHandler(opened -> state = CircuitBreakerState.OPEN)
                .halfOpenHandler(half -> state = CircuitBreakerState.HALF_OPEN)
                .closeHandler(closed -> state = CircuitBreakerState.CLOSED);
    }

    CircuitBreakerState state() {
        return state;
    }

    /** Whether it makes sense to ask there; one that is half open lets a single try through. */
    boolean admits() {
        return state != CircuitBreakerState.OPEN;
    }

    /** Makes a try, which fails when nobody answers; fails at once with OpenCircuitException while it is open. */
    <T> Future<T> guard(Supplier<Future<T>> attempt) {
        if (state != CircuitBreakerState.CLOSED) {
            return breaker.execute(attempt);
        }
        count();
        return attempt.get().onFailure(failure -> failed());
    }

    private void count() {
        long now = millis.getAsLong();
        long end = windowEnd.get();
        if (now >= end && windowEnd.compareAndSet(end, now + WINDOW_MILLIS)) {
            tries.set(0);
            failures.set(0);
        }
        tries.incrementAndGet();
    }

    private void failed() {
        int failed = failures.incrementAndGet();
        if (failed >= FAILURES && failed >= tries.get() / LEAST_SHARE && state == CircuitBreakerState.CLOSED) {
            tries.set(0);
            failures.set(0);
            breaker.open();
        }
    }
}
