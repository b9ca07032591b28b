package com.ecamazon.platform.bus;

import java.util.Arrays;

/** How busy an instance is: requests, errors and the 99th percentile of the time taken over the last second or so. */
final class Load {
    private static final int KEPT = 1_024;

    private final long[] nanos = new long[KEPT];
    private int kept;
    private long requests;
    private long errors;
    private long since = System.nanoTime();

    synchronized void served(long nanosTaken, boolean failed) {
        nanos[(int) (requests++ % KEPT)] = nanosTaken;
        kept = Math.min(kept + 1, KEPT);
        if (failed) {
            errors++;
        }
    }

    /** The reading since the last one. */
    synchronized Reading read() {
        long now = System.nanoTime();
        double seconds = Math.max(0.001, (now - since) / 1e9);
        var sorted = Arrays.copyOf(nanos, kept);
        Arrays.sort(sorted);
        double p99 = kept == 0 ? 0 : sorted[Math.min(kept - 1, kept * 99 / 100)] / 1e6;
        var reading = new Reading(requests / seconds, errors / seconds, p99);
        since = now;
        requests = 0;
        errors = 0;
        kept = 0;
        return reading;
    }
}
