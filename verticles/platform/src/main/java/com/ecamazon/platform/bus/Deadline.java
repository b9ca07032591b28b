package com.ecamazon.platform.bus;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.spi.context.storage.AccessMode;
import io.vertx.core.spi.context.storage.ContextLocal;
import org.jspecify.annotations.Nullable;

/** What a request being served passes on to the calls made for it: its deadline and its trace. */
public final class Deadline {
    private static final ContextLocal<Deadline> LOCAL = ContextLocal.registerLocal(Deadline.class);

    private final long epochMillis;
    private final String trace;

    private Deadline(long epochMillis, String trace) {
        this.epochMillis = epochMillis;
        this.trace = trace;
    }

    /** Registers the context local; to be called before Vert.x starts. */
    public static void register() {
        // Loading this class does it.
    }

    static void set(Context context, long epochMillis, String trace) {
        context.putLocal(LOCAL, AccessMode.CONCURRENT, new Deadline(epochMillis, trace));
    }

    static long orElse(long epochMillis) {
        var inherited = current();
        return inherited == null ? epochMillis : Math.min(inherited.epochMillis, epochMillis);
    }

    static String currentTrace() {
        var inherited = current();
        return inherited == null ? "" : inherited.trace;
    }

    /** Work that goes on after its request was answered, such as a saga, has no deadline of the request's. */
    public static void forget() {
        var context = Vertx.currentContext();
        if (context != null) {
            context.removeLocal(LOCAL, AccessMode.CONCURRENT);
        }
    }

    private static @Nullable Deadline current() {
        var context = Vertx.currentContext();
        return context == null ? null : context.getLocal(LOCAL, AccessMode.CONCURRENT);
    }
}
