package com.ecamazon.bank;

import java.time.Duration;

/**
 * How hard the bank tries to deliver a callback.
 *
 * @param attempts how often it posts before it parks the callback
 * @param firstPause before the second attempt; doubled before each further one, less up to half of it by chance
 * @param longestPause no pause is longer
 * @param concurrency callbacks under way at once
 * @param timeout after which an attempt counts as failed
 */
public record CallbackPolicy(
        int attempts, Duration firstPause, Duration longestPause, int concurrency, Duration timeout) {

    /** 14 attempts within about seven minutes, 16 at once. */
    public static final CallbackPolicy STANDARD =
            new CallbackPolicy(14, Duration.ofMillis(250), Duration.ofSeconds(60), 16, Duration.ofSeconds(5));

    /** Milliseconds to wait after this many failed attempts; {@code chance} is 0 to 1. */
    long pauseMillis(int failed, double chance) {
        long doubled = firstPause.toMillis() << Math.min(failed - 1, 20);
        long whole = Math.min(doubled, longestPause.toMillis());
        return Math.max(1, Math.round(whole * (1 - chance / 2)));
    }
}
