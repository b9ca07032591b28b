package com.ecamazon.platform.data;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.function.Supplier;

/** Work of many steps, each of which waits for a store or a subscriber, so that the stack does not grow with them. */
final class Steps {
    private Steps() {}

    /** Takes the step again as long as it says that there is more. */
    static Future<Void> repeat(Supplier<Future<Boolean>> step) {
        Promise<Void> ended = Promise.promise();
        again(step, ended);
        return ended.future();
    }

    private static void again(Supplier<Future<Boolean>> step, Promise<Void> ended) {
        step.get().onFailure(ended::fail).onSuccess(more -> {
            if (more) {
                again(step, ended);
            } else {
                ended.complete();
            }
        });
    }
}
