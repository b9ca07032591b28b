package com.ecamazon.loadtest.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** So many clients who each do the next thing when the last is done, until there is none left. */
final class Crowd {
    private static final long LONGEST_MINUTES = 5;

    private final Vertx vertx;
    private final int clients;

    Crowd(Vertx vertx, int clients) {
        this.vertx = vertx;
        this.clients = clients;
    }

    /** Does the deed with each thing; a deed succeeds with false when its answer was not what it should be. */
    <T> Timing each(List<T> things, Function<T, Future<Boolean>> deed) throws InterruptedException {
        var next = new AtomicInteger();
        var failed = new AtomicInteger();
        var nanos = new long[things.size()];
        long start = System.nanoTime();
        var all = new ArrayList<Future<Void>>();
        for (int client = 0; client < clients; client++) {
            Promise<Void> done = Promise.promise();
            vertx.runOnContext(run -> turn(things, deed, next, failed, nanos, done));
            all.add(done.future());
        }
        try {
            Future.all(all).toCompletionStage().toCompletableFuture().get(LONGEST_MINUTES, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the clients did not come to an end", e);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Arrays.sort(nanos);
        return new Timing(
                things.size(),
                seconds,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6,
                failed.get());
    }

    private <T> void turn(
            List<T> things,
            Function<T, Future<Boolean>> deed,
            AtomicInteger next,
            AtomicInteger failed,
            long[] nanos,
            Promise<Void> done) {
        int mine = next.getAndIncrement();
        if (mine >= things.size()) {
            done.complete();
            return;
        }
        long start = System.nanoTime();
        deed.apply(things.get(mine)).onComplete(result -> {
            nanos[mine] = System.nanoTime() - start;
            if (result.failed() || !result.result()) {
                failed.incrementAndGet();
            }
            turn(things, deed, next, failed, nanos, done);
        });
    }
}
