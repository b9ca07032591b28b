package com.ecamazon.stock.store;

import com.ecamazon.contract.Sscc;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.stock.domain.Labels;
import io.vertx.core.Future;
import org.jspecify.annotations.Nullable;

/** Gives parcels their numbers. Each instance takes a block at a time, so no number is given twice; a restart skips the rest. */
public final class LabelNumbers {
    private static final long BLOCK = 1_000;

    /** The first number that no instance has taken. */
    private record Counter(long next) {}

    private final Documents<Counter> counters;
    private long next;
    private long end;
    private @Nullable Future<Void> taking;

    public LabelNumbers(Database database) {
        counters = database.documents("counters", Counter.class);
    }

    public Future<Sscc> next() {
        if (next < end) {
            return Future.succeededFuture(Labels.of(next++));
        }
        return takeBlock().compose(_ -> next());
    }

    private Future<Void> takeBlock() {
        var running = taking;
        if (running != null) {
            return running;
        }
        var started = counters.<Long>decide("sscc", LabelNumbers::take)
                .<Void>map(first -> {
                    next = first;
                    end = first + BLOCK;
                    return null;
                })
                .onComplete(_ -> taking = null);
        taking = started.isComplete() ? null : started;
        return started;
    }

    private static Decision<Counter, Long> take(@Nullable Counter counter) {
        long first = counter == null ? 0 : counter.next();
        return Decision.<Counter, Long>change(new Counter(first + BLOCK), first).journaled();
    }
}
