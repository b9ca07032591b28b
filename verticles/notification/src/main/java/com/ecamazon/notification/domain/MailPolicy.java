package com.ecamazon.notification.domain;

import java.time.Duration;

/**
 * How mails are tried.
 *
 * @param tries how many before it is parked
 * @param first how long to wait after the first try, doubled with each
 */
public record MailPolicy(int tries, Duration first) {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration LEASE = Duration.ofSeconds(30);

    /** How long a mail belongs to the instance that sends it. */
    public Duration lease() {
        return LEASE;
    }

    /**
     * How long to wait after so many tries.
     *
     * @param chance from 0 to 1: from half of the time to all of it
     */
    Duration backoff(int tried, double chance) {
        long most = Math.min(LONGEST.toMillis(), first.toMillis() << Math.min(tried - 1, 20));
        return Duration.ofMillis((long) (most * (0.5 + 0.5 * chance)));
    }
}
