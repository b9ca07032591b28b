package com.ecamazon.platform.data;

import io.vertx.core.Future;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Lets works on the same thing wait for each other, in the order in which they came. */
final class Turns<K> {
    private final Map<K, Future<?>> last = new HashMap<>();

    /** Does the work when all that came before it on the same thing ended, however it did. */
    <T> Future<T> take(K thing, Supplier<Future<T>> work) {
        var before = last.get(thing);
        Future<T> mine = before == null ? work.get() : before.transform(ended -> work.get());
        last.put(thing, mine);
        return mine.onComplete(ended -> last.remove(thing, mine));
    }
}
