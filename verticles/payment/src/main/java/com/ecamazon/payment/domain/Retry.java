package com.ecamazon.payment.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When something that is owed to the bank is tried again.
 *
 * @param tries how often it failed
 * @param due not before this time
 */
public record Retry(int tries, Instant due) {
    private static final Duration HEAD_START = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final Duration PARKED_PAUSE = Duration.ofHours(1);

    /** About one hour of tries; then somebody is told, and it is tried once an hour. */
    private static final int PARKED_FROM = 240;

    /** For what is being tried right now: recovery steps in only when that ends without a result. */
    static Retry underWay(Instant now) {
        return new Retry(0, now.plus(HEAD_START));
    }

    /** After one more failure: pauses of 1, 2, 4, 8, then 15 seconds. */
    Retry again(Instant now) {
        int failed = tries + 1;
        var pause = failed >= PARKED_FROM
                ? PARKED_PAUSE
                : failed > 4 ? LONGEST_PAUSE : Duration.ofSeconds(1L << (failed - 1));
        return new Retry(failed, now.plus(pause));
    }

    /** True when it failed so often that somebody must look. */
    public boolean parked() {
        return tries >= PARKED_FROM;
    }
}
