package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.Position;
import java.time.Duration;
import java.time.Instant;

/**
 * How long a van takes. Streets are longer than the great circle by {@link #DETOUR} and a van makes 30 km/h on them.
 *
 * @param speedFactor how many times faster than in life the city goes; above 1 a van does not wait for a window to open,
 *     since windows are on the wall clock and the city's minutes are not
 */
public record Travel(double speedFactor) {
    static final double DETOUR = 1.3;
    private static final double METRES_PER_SECOND = 30_000.0 / 3_600;
    private static final Duration SERVICE = Duration.ofMinutes(2);

    public Travel {
        if (!(speedFactor >= 1)) {
            throw new IllegalArgumentException("the speed factor is at least 1: " + speedFactor);
        }
    }

    /** The length of the way by street. */
    double metres(Position a, Position b) {
        return a.metresTo(b) * DETOUR;
    }

    /** The time of the way. */
    double seconds(Position a, Position b) {
        return metres(a, b) / METRES_PER_SECOND / speedFactor;
    }

    /** The time at a door. */
    double serviceSeconds() {
        return SERVICE.toSeconds() / speedFactor;
    }

    boolean waitsForWindows() {
        return speedFactor == 1;
    }

    /** When a van that is free here at that time is at the door. */
    Instant arrival(Position here, Instant free, Position door, Instant opens) {
        var there = free.plusMillis(Math.round(seconds(here, door) * 1_000));
        return waitsForWindows() && there.isBefore(opens) ? opens : there;
    }

    /** When a van that came at that time is free again. */
    Instant free(Instant arrival) {
        return arrival.plusMillis(Math.round(serviceSeconds() * 1_000));
    }
}
