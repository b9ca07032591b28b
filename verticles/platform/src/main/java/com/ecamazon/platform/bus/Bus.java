package com.ecamazon.platform.bus;

import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import io.vertx.core.Future;

/** How a domain asks another. */
public interface Bus {
    /**
     * Asks as this domain. The deadline of the request being served, when there is one, goes along.
     *
     * @return the reply; fails with {@link com.ecamazon.contract.ProblemException}, 503 {@code UNAVAILABLE} when nobody
     *     answered in time, which for a command means that its outcome is unknown
     */
    <Q, R> Future<R> call(Operation<Q, R> operation, Q request);

    /** As {@link #call(Operation, Object)}; a retry of the same intent carries the same id. */
    <Q, R> Future<R> call(Operation<Q, R> operation, Q request, String operationId);

    /** Tells everybody who listens, now; nobody waits, and it may be lost. */
    <N> void publish(Feed<N> feed, N news);
}
