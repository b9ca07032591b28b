package com.ecamazon.auditor;

import com.ecamazon.contract.Operation;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.bus.Bus;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Asks the domains for facts: one page at a time, and a few times when one does not answer. */
final class FactReader {
    private static final int TRIES = 4;
    private static final long PAUSE_MILLIS = 500;

    private final Vertx vertx;
    private final Bus bus;

    FactReader(Vertx vertx, Bus bus) {
        this.vertx = vertx;
        this.bus = bus;
    }

    /** Asks; fails with {@link Unreadable} when the domain does not answer, also not when it is asked again. */
    <Q, R> Future<R> ask(Operation<Q, R> operation, Q query) {
        return ask(operation, query, 1);
    }

    private <Q, R> Future<R> ask(Operation<Q, R> operation, Q query, int attempt) {
        return bus.call(operation, query)
                .recover(failure -> attempt < TRIES
                        ? vertx.timer(PAUSE_MILLIS * attempt).compose(waited -> ask(operation, query, attempt + 1))
                        : Future.failedFuture(new Unreadable(operation, failure)));
    }

    /** Hands over all facts of a window. */
    <P, F> Future<Void> each(
            Operation<Window, P> operation,
            Window window,
            Function<P, List<F>> items,
            Function<P, @Nullable String> next,
            Consumer<F> fact) {
        return ask(operation, window).compose(page -> {
            items.apply(page).forEach(fact);
            var cursor = next.apply(page);
            return cursor == null ? Future.succeededFuture() : rest(operation, window.at(cursor), items, next, fact);
        });
    }

    /** Windows of few pages are the rule, so only what follows the first page is walked step by step. */
    private <P, F> Future<Void> rest(
            Operation<Window, P> operation,
            Window window,
            Function<P, List<F>> items,
            Function<P, @Nullable String> next,
            Consumer<F> fact) {
        var at = new Window[] {window};
        return repeat(() -> ask(operation, at[0]).map(page -> {
            items.apply(page).forEach(fact);
            var cursor = next.apply(page);
            if (cursor != null) {
                at[0] = at[0].at(cursor);
            }
            return cursor != null;
        }));
    }

    /** Takes the step again as long as it says that there is more; the stack does not grow with the steps. */
    Future<Void> repeat(Supplier<Future<Boolean>> step) {
        Promise<Void> ended = Promise.promise();
        go(step, ended);
        return ended.future();
    }

    private void go(Supplier<Future<Boolean>> step, Promise<Void> ended) {
        step.get().onFailure(ended::fail).onSuccess(more -> {
            if (more) {
                vertx.runOnContext(turn -> go(step, ended));
            } else {
                ended.complete();
            }
        });
    }

    /** A domain does not show its facts. */
    static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unreadable(Operation<?, ?> operation, Throwable cause) {
            super(
                    operation.domain().address() + " does not show its facts (" + operation + ": " + reason(cause)
                            + ")",
                    cause);
        }

        private static String reason(Throwable cause) {
            return cause instanceof ProblemException known
                    ? known.problem().title()
                    : String.valueOf(cause.getMessage());
        }
    }
}
