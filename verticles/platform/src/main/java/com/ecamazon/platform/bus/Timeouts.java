package com.ecamazon.platform.bus;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.concurrent.TimeoutException;

/** Patience for what is under way, by the clock of the Vert.x that one works on. */
public final class Timeouts {
    private Timeouts() {}

    /** The same, but failed when it takes longer. */
    public static <T> Future<T> within(Vertx vertx, Future<T> future, long millis) {
        if (future.isComplete()) {
            return future;
        }
        var promise = Contexts.<T>promise();
        long timer =
                vertx.setTimer(millis, _ -> promise.tryFail(new TimeoutException("not done within " + millis + " ms")));
        future.onComplete(done -> {
            vertx.cancelTimer(timer);
            if (done.succeeded()) {
                promise.tryComplete(done.result());
            } else {
                promise.tryFail(done.cause());
            }
        });
        return promise.future();
    }
}
