package com.ecamazon.platform.bus;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/**
 * How often a domain may be asked again after it did not answer: a tenth of the questions, saved up for some time, and a few a
 * second however few questions there are. Retries of everything would keep down who is down from too much to do.
 */
final class RetryBudget {
    /** What one retry costs; a question brings one. */
    private static final int COST = 10;

    private static final int MOST = 100 * COST;
    private static final int LEAST_A_SECOND = 10 * COST;
    private static final long SECOND_MILLIS = 1_000;

    private final LongSupplier millis;
    private final AtomicInteger saved = new AtomicInteger(LEAST_A_SECOND);
    private final AtomicLong grantedUntil;

    RetryBudget(LongSupplier millis) {
        this.millis = millis;
        this.grantedUntil = new AtomicLong(millis.getAsLong() + SECOND_MILLIS);
    }

    /** A question is asked for the first time. */
    void asked() {
        if (saved.get() < MOST) {
            saved.incrementAndGet();
        }
    }

    /** Takes a retry; false when there is none left. */
    boolean take() {
        long now = millis.getAsLong();
        long until = grantedUntil.get();
        if (now >= until && grantedUntil.compareAndSet(until, now + SECOND_MILLIS)) {
            saved.accumulateAndGet(LEAST_A_SECOND, Math::max);
        }
        return saved.getAndUpdate(left -> left >= COST ? left - COST : left) >= COST;
    }
}
