package com.ecamazon.stock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The system's clock, which a test can put forward. */
final class MovableClock implements InstantSource {
    private volatile Duration ahead = Duration.ZERO;

    void forward(Duration by) {
        ahead = ahead.plus(by);
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }
}
