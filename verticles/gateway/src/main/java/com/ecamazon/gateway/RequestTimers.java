package com.ecamazon.gateway;

import com.ecamazon.platform.bus.Bindings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How long REST requests take, by operation and status, and how busy that makes the gateway; the timers are made once, for
 * making them costs more than timing.
 */
final class RequestTimers {
    private static final int FAILED = 500;
    /** The statuses of HTTP are from 100 to 599 (RFC 9110, 15). */
    private static final int LEAST = 100;

    private static final int STATUSES = 500;

    private final MeterRegistry metrics;
    private final Bindings gateway;
    /** By form, then by status less 100. */
    private final Map<Form<?, ?>, @Nullable Timer[]> timers = new HashMap<>();

    RequestTimers(MeterRegistry metrics, Bindings gateway) {
        this.metrics = metrics;
        this.gateway = gateway;
    }

    /** Starts now; what is returned is to be called when the response has ended. */
    Handler<Void> start(Form<?, ?> form, HttpServerResponse response) {
        long start = System.nanoTime();
        var ofForm = timers.computeIfAbsent(form, first -> new @Nullable Timer[STATUSES]);
        return ended -> {
            long taken = System.nanoTime() - start;
            int status = response.getStatusCode();
            gateway.served(taken, status >= FAILED);
            var timer = ofForm[status - LEAST];
            if (timer == null) {
                timer = timer(form.operation().name(), status);
                ofForm[status - LEAST] = timer;
            }
            timer.record(taken, TimeUnit.NANOSECONDS);
        };
    }

    private Timer timer(String operation, int status) {
        return Timer.builder("ecamazon.http.requests")
                .description("Time until a REST request was answered")
                .tag("operation", operation)
                .tag("status", String.valueOf(status))
                .register(metrics);
    }
}
