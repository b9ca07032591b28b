package com.ecamazon.simulator.store;

import io.vertx.core.Future;
import java.util.List;
import java.util.function.Supplier;

/** The way of requests to a store and of their answers back. */
public interface Passage {
    /** One write to one document. */
    record Write(String collection, String what, Runnable apply) {}

    /** Reads when the request arrives; what it throws is the answer too. */
    <T> Future<T> read(Supplier<T> read);

    /** Makes the writes one after the other when the request arrives; the answer is made after the last. */
    <T> Future<T> write(List<Write> writes, Supplier<T> answer);
}
