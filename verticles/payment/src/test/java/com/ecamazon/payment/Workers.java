package com.ecamazon.payment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** People who do the same at the same time. */
final class Workers {
    private Workers() {}

    static <T> List<T> inParallel(int workers, int times, IntFunction<T> work) {
        try (var pool = Executors.newFixedThreadPool(workers)) {
            var under = new ArrayList<Future<T>>();
            for (int i = 0; i < times; i++) {
                int number = i;
                under.add(pool.submit((Callable<T>) () -> work.apply(number)));
            }
            var done = new ArrayList<T>();
            for (var one : under) {
                done.add(one.get());
            }
            return done;
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
