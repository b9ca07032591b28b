package com.ecamazon.simulator;

import com.ecamazon.simulator.store.Passage;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.ServerAddress;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.function.Supplier;

/** One life's line to its store. What was sent may still be written after the life is over, or not. */
final class StoreLine implements Passage {
    private static final long LEAST_MICROS = 100;
    private static final long MOST_MICROS = 2_000;
    private static final long TIMEOUT_MICROS = 1_500_000;

    private final VirtualTime time;
    private final Chances chances;
    private final Weather weather;
    private final Life life;
    private final WritePoints points;

    StoreLine(VirtualTime time, Chances chances, Weather weather, Life life, WritePoints points) {
        this.time = time;
        this.chances = chances;
        this.weather = weather;
        this.life = life;
        this.points = points;
    }

    @Override
    public <T> Future<T> read(Supplier<T> read) {
        Promise<T> promise = Promise.promise();
        time.after(latency(), life.whileItLasts(() -> answer(promise, read)));
        return promise.future();
    }

    @Override
    public <T> Future<T> write(List<Write> writes, Supplier<T> answer) {
        Promise<T> promise = Promise.promise();
        time.after(latency(), () -> arrive(writes, answer, promise));
        return promise.future();
    }

    private <T> void arrive(List<Write> writes, Supplier<T> answer, Promise<T> promise) {
        if (life.isOver() && chances.strikes(0.5)) {
            return;
        }
        if (chances.strikes(weather.now().storeSilentBefore())) {
            silent(promise);
            return;
        }
        for (var write : writes) {
            if (!points.make(write, life)) {
                return;
            }
        }
        if (chances.strikes(weather.now().storeSilentAfter())) {
            silent(promise);
        } else if (!life.isOver()) {
            answer(promise, answer);
        }
    }

    private <T> void answer(Promise<T> promise, Supplier<T> answer) {
        try {
            var result = answer.get();
            time.after(latency(), life.whileItLasts(() -> promise.complete(result)));
        } catch (MongoException failure) {
            time.after(latency(), life.whileItLasts(() -> promise.fail(failure)));
        }
    }

    private void silent(Promise<?> promise) {
        time.after(
                TIMEOUT_MICROS,
                life.whileItLasts(
                        () -> promise.fail(new MongoSocketException("the store did not answer", new ServerAddress()))));
    }

    private long latency() {
        return chances.between(LEAST_MICROS, MOST_MICROS);
    }
}
