package com.ecamazon.gateway;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How long REST requests take, by operation and status; the timers are made once, for making them costs more than timing. */
final class RequestTimers {
    private final MeterRegistry metrics;
    private final Map<String, Map<Integer, Timer>> timers = new HashMap<>();

    RequestTimers(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** Starts now; what is returned is to be called when the response has ended. */
    Handler<Void> start(String operation, HttpServerResponse response) {
        long start = System.nanoTime();
        return ended -> timers.computeIfAbsent(operation, name -> new HashMap<>())
                .computeIfAbsent(response.getStatusCode(), status -> timer(operation, status))
                .record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("ecamazon.http.requests")
                .description("Time until a REST request was answered")
                .tag("operation", operation)
                .tag("status", String.valueOf(status))
                .register(metrics);
    }
}
