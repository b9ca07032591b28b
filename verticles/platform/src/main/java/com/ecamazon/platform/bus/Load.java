package com.ecamazon.platform.bus;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.function.LongSupplier;

/**
 * How busy an instance is: requests, errors and the 99th percentile of the time taken over the last ten readings, which are a
 * second apart. Over one second alone, a domain that is asked now and then would nearly always read as idle.
 */
final class Load {
    private static final int READINGS = 10;
    private static final int KEPT = 1_024;

    @SuppressWarnings("ArrayRecordComponent") // Slices are never compared.
    private record Slice(long nanos, long requests, long errors, long[] taken) {}

    private final LongSupplier nanoTime;
    private final Deque<Slice> slices = new ArrayDeque<>();
    private final long[] taken = new long[KEPT];
    private long requests;
    private long errors;
    private long since;

    Load() {
        this(System::nanoTime);
    }

    Load(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.since = nanoTime.getAsLong();
    }

    synchronized void served(long nanosTaken, boolean failed) {
        taken[(int) (requests++ % KEPT)] = nanosTaken;
        if (failed) {
            errors++;
        }
    }

    /** Ends a slice and reads the last ten of them. */
    synchronized Reading read() {
        long now = nanoTime.getAsLong();
        slices.add(new Slice(now - since, requests, errors, Arrays.copyOf(taken, (int) Math.min(requests, KEPT))));
        if (slices.size() > READINGS) {
            slices.remove();
        }
        since = now;
        requests = 0;
        errors = 0;
        double seconds = Math.max(0.001, slices.stream().mapToLong(Slice::nanos).sum() / 1e9);
        return new Reading(
                slices.stream().mapToLong(Slice::requests).sum() / seconds,
                slices.stream().mapToLong(Slice::errors).sum() / seconds,
                p99());
    }

    private double p99() {
        var sorted = slices.stream()
                .flatMapToLong(slice -> Arrays.stream(slice.taken()))
                .sorted()
                .toArray();
        return sorted.length == 0 ? 0 : sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6;
    }
}
