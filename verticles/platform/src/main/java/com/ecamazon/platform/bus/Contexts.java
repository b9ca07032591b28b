package com.ecamazon.platform.bus;

import io.vertx.core.Promise;
import io.vertx.core.internal.ContextInternal;

/** Promises whose listeners run on the context of whoever made them, so that a deadline never passes to another request. */
public final class Contexts {
    private Contexts() {}

    /** A promise of the current context. */
    public static <T> Promise<T> promise() {
        var context = ContextInternal.current();
        return context == null ? Promise.promise() : context.promise();
    }
}
