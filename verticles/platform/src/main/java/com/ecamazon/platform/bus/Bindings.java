package com.ecamazon.platform.bus;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import io.vertx.core.Future;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A domain's table of contents: which use case serves which operation, who hears which news. */
public interface Bindings {
    /** Serves an operation; the reply passes as a record within the JVM. */
    <Q, R> void serve(Operation<Q, R> operation, Function<Request<Q>, Future<R>> useCase);

    /** Serves an operation with replies that are kept as ready bytes. */
    <Q, R> void serveEncoded(Operation<Q, R> operation, Function<Request<Q>, Future<Encoded<R>>> useCase);

    /** Hears durable news of another domain: at least once, in order per subject; success of the future acknowledges. */
    <E> void subscribe(Topic<E> topic, Function<Event<E>, Future<?>> subscriber);

    /** Hears durable news of one's own domain, such as to append to a ledger: at least once, in order per subject. */
    <E> void project(Topic<E> topic, Function<List<Event<E>>, Future<?>> projection);

    /** Hears live news; some may be lost. */
    <N> void listen(Feed<N> feed, Consumer<N> listener);

    /** Counts what was served by another way than the bus, such as HTTP, so that the instance does not look idle. */
    void served(long nanosTaken, boolean failed);
}
