package com.ecamazon.users.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The latest tries to sign in with an address, whether it has an account or not. Each try is counted before its password
 * is looked at, so that many at once gain nothing; a success takes all back. A window that slides: nobody is locked out for
 * longer than {@link #WINDOW} after the tries stop.
 *
 * @param at when, oldest first
 * @param until when the last of them no longer counts
 */
public record Tries(List<Instant> at, Instant until) {
    public static final Duration WINDOW = Duration.ofMinutes(15);

    /** How many wrong tries a window has room for. */
    public static final int MOST = 10;

    /** No tries. */
    public static final Tries NONE = new Tries(List.of(), Instant.EPOCH);

    public Tries {
        at = List.copyOf(at);
    }

    /** How long to wait for the next try; empty when one may be made now. */
    public Optional<Duration> wait(Instant now) {
        var counting = counting(now);
        return counting.size() < MOST
                ? Optional.empty()
                : Optional.of(Duration.between(
                        now, counting.get(counting.size() - MOST).plus(WINDOW)));
    }

    /** With a try now. */
    public Tries tried(Instant now) {
        var all = counting(now);
        all.add(now);
        return new Tries(all, now.plus(WINDOW));
    }

    /** Without a try that came to no verdict. */
    public Tries without(Instant tried) {
        var all = new ArrayList<>(at);
        all.remove(tried);
        return new Tries(all, until);
    }

    private List<Instant> counting(Instant now) {
        var counting = new ArrayList<Instant>();
        for (var tried : at) {
            if (now.isBefore(tried.plus(WINDOW))) {
                counting.add(tried);
            }
        }
        return counting;
    }
}
