package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.concurrent.TimeUnit;

/** How people reach the shop: they ask again, under the same name of their intent, until somebody says yes or no. */
final class Client {
    private static final long FIRST_PAUSE_MILLIS = 300;
    private static final long LONGEST_PAUSE_MILLIS = 3_000;

    private final SimulatedBus bus;
    private final VirtualTime time;
    private final Caller caller;
    private final Trace trace;
    private final String name;

    Client(World world, String name, Caller caller) {
        this.bus = world.bus(caller);
        this.time = world.time();
        this.caller = caller;
        this.trace = world.trace();
        this.name = name;
    }

    /** Asks once. */
    <Q, R> Future<R> ask(Operation<Q, R> operation, Q request) {
        return call(operation, request, operation.name());
    }

    /** Asks until there is an answer that another try would not change. */
    <Q, R> Future<R> insist(Operation<Q, R> operation, Q request, String operationId) {
        return insist(operation, request, operationId, FIRST_PAUSE_MILLIS);
    }

    private <Q, R> Future<R> insist(Operation<Q, R> operation, Q request, String operationId, long pause) {
        return call(operation, request, operationId)
                .recover(failure -> failure instanceof ProblemException known
                                && known.problem().status() >= 500
                        ? pause(pause)
                                .compose(_ -> insist(
                                        operation, request, operationId, Math.min(2 * pause, LONGEST_PAUSE_MILLIS)))
                        : Future.failedFuture(failure));
    }

    private <Q, R> Future<R> call(Operation<Q, R> operation, Q request, String operationId) {
        return bus.call(caller, operation, request, operationId)
                .onSuccess(reply -> trace.note(
                        name, operation.name() + ": " + reply.getClass().getSimpleName()))
                .onFailure(failure -> trace.note(name, operation.name() + ": " + problem(failure)));
    }

    private static String problem(Throwable failure) {
        return failure instanceof ProblemException known
                ? known.problem().status() + " " + known.problem().code()
                : failure.toString();
    }

    Future<Void> pause(long millis) {
        Promise<Void> promise = Promise.promise();
        time.after(TimeUnit.MILLISECONDS.toMicros(millis), promise::complete);
        return promise.future();
    }
}
