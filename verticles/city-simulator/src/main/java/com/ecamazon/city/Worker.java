package com.ecamazon.city;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Somebody who does one thing after the other, with a pause; what fails is tried again after a longer one. */
abstract class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);
    private static final long AFTER_FAILURE_MILLIS = 3_000;

    private final Vertx vertx;
    private final long pauseMillis;

    Worker(Vertx vertx, long pauseMillis) {
        this.vertx = vertx;
        this.pauseMillis = pauseMillis;
    }

    /** One piece of work. */
    abstract Future<?> work();

    final void begin() {
        attempt().onComplete(done -> {
            if (done.failed()) {
                LOG.debug(
                        "{} waits: {}", getClass().getSimpleName(), done.cause().getMessage());
            }
            vertx.setTimer(done.succeeded() ? pauseMillis : AFTER_FAILURE_MILLIS, timer -> begin());
        });
    }

    private Future<?> attempt() {
        try {
            return work();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    Future<?> pause(long millis) {
        return vertx.timer(millis);
    }
}
