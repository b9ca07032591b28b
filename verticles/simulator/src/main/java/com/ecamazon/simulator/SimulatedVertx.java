package com.ecamazon.simulator;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Timer;
import io.vertx.core.Vertx;
import io.vertx.core.WorkerExecutor;
import io.vertx.core.impl.future.FutureImpl;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The timers and the workers of one life, in virtual time; whatever else is asked of this Vert.x fails. */
final class SimulatedVertx implements InvocationHandler {
    private final VirtualTime time;
    private final Life life;
    private final Set<Long> running = new HashSet<>();
    private long timers;

    private SimulatedVertx(VirtualTime time, Life life) {
        this.time = time;
        this.life = life;
    }

    static Vertx of(VirtualTime time, Life life) {
        return (Vertx) Proxy.newProxyInstance(
                Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, new SimulatedVertx(time, life));
    }

    @Override
    @SuppressWarnings("unchecked") // The interface says what the arguments are.
    public Object invoke(Object proxy, Method method, Object @Nullable [] given) {
        var arguments = given == null ? new Object[0] : given;
        return switch (method.getName()) {
            case "setTimer" -> once((long) arguments[0], (Handler<Long>) arguments[1]);
            case "setPeriodic" ->
                arguments.length == 2
                        ? every((long) arguments[0], (long) arguments[0], (Handler<Long>) arguments[1])
                        : every((long) arguments[0], (long) arguments[1], (Handler<Long>) arguments[2]);
            case "cancelTimer" -> running.remove((Long) arguments[0]);
            case "timer" ->
                waited(
                        arguments.length == 1
                                ? (long) arguments[0]
                                : ((TimeUnit) arguments[1]).toMillis((long) arguments[0]));
            case "createSharedWorkerExecutor" -> new AtOnce();
            default -> throw new UnsupportedOperationException("not simulated: " + method);
        };
    }

    private long once(long millis, Handler<Long> handler) {
        long id = ++timers;
        running.add(id);
        time.after(TimeUnit.MILLISECONDS.toMicros(millis), life.whileItLasts(() -> {
            if (running.remove(id)) {
                handler.handle(id);
            }
        }));
        return id;
    }

    private long every(long first, long millis, Handler<Long> handler) {
        long id = ++timers;
        running.add(id);
        again(id, first, millis, handler);
        return id;
    }

    private void again(long id, long wait, long millis, Handler<Long> handler) {
        time.after(TimeUnit.MILLISECONDS.toMicros(wait), life.whileItLasts(() -> {
            if (running.contains(id)) {
                handler.handle(id);
                again(id, millis, millis, handler);
            }
        }));
    }

    private Timer waited(long millis) {
        var waited = new Waited();
        time.after(TimeUnit.MILLISECONDS.toMicros(millis), life.whileItLasts(() -> waited.tryComplete(null)));
        return waited;
    }

    private static final class Waited extends FutureImpl<@Nullable Void> implements Timer {
        @Override
        public boolean cancel() {
            return tryFail(new IllegalStateException("cancelled"));
        }

        @Override
        public long getDelay(TimeUnit unit) {
            throw new UnsupportedOperationException("not simulated");
        }

        @Override
        public int compareTo(Delayed other) {
            throw new UnsupportedOperationException("not simulated");
        }
    }

    /** Work that takes no virtual time. */
    private static final class AtOnce implements WorkerExecutor {
        @Override
        public <T> Future<@Nullable T> executeBlocking(Callable<T> work, boolean ordered) {
            try {
                return Future.succeededFuture(work.call());
            } catch (Exception e) {
                return Future.failedFuture(e);
            }
        }

        @Override
        public Future<Void> close() {
            return Future.succeededFuture();
        }

        @Override
        public boolean isMetricsEnabled() {
            return false;
        }
    }
}
