package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The changes of one collection: one at a time, each kept with all it touches or not made at all. */
final class Changes {
    private final Store store;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Batch batch;
    private boolean ended;

    Changes(Store store) {
        this.store = store;
    }

    /** Makes a change; what it put into {@link #batch} is applied when it returns and forgotten when it throws. */
    <T> T make(Supplier<T> change) {
        lock.lock();
        try {
            if (batch != null) {
                return change.get();
            }
            if (ended) {
                throw new MongoServerError(ErrorCode.IllegalOperation, "the collection was dropped");
            }
            Batch mine = new Batch();
            batch = mine;
            try {
                T result = change.get();
                store.apply(mine);
                return result;
            } finally {
                batch = null;
            }
        } finally {
            lock.unlock();
        }
    }

    /** Several changes, and nobody else's between them. */
    void alone(Runnable changes) {
        lock.lock();
        try {
            changes.run();
        } finally {
            lock.unlock();
        }
    }

    /** The change that is being made. */
    Batch batch() {
        if (batch == null) {
            throw new IllegalStateException("a change outside a batch");
        }
        return batch;
    }

    /** No more changes, for the collection is gone. */
    void end() {
        alone(() -> ended = true);
    }
}
