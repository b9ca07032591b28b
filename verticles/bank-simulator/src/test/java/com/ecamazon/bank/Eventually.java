package com.ecamazon.bank;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for a state that must come within ten seconds. */
final class Eventually {

    private static final Duration BOUND = Duration.ofSeconds(60);
    private static final long LOOK_NANOS = 5_000_000;

    private Eventually() {}

    static void eventually(String state, BooleanSupplier reached) {
        long end = System.nanoTime() + BOUND.toNanos();
        while (!reached.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Not reached within " + BOUND + ": " + state);
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }
}
