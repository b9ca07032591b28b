package com.ecamazon.shop.domain;

import java.time.Instant;

/**
 * Numbers for changes of the catalogue: microseconds, always growing within an instance. Those of several instances
 * interleave as their clocks agree; who follows looks back a little from time to time.
 */
public final class ChangeNumbers {
    private long last;

    /** The next number. */
    public long next(Instant now) {
        last = Math.max(last + 1, at(now));
        return last;
    }

    /** The number of a change at this moment. */
    public static long at(Instant moment) {
        return Math.multiplyExact(moment.toEpochMilli(), 1_000L);
    }
}
