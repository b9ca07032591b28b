package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.Position;
import com.ecamazon.contract.dispatching.Rounds.LastPosition;
import com.ecamazon.contract.dispatching.Rounds.ReportPosition;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether a reported position is news. */
public final class Tracked {
    /** A device that starts again counts from the beginning; after this long its numbers are believed. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private Tracked() {}

    /** The new last position; empty when the report is older than what is known. */
    public static Optional<LastPosition> after(@Nullable LastPosition known, ReportPosition report) {
        boolean newer = known == null
                || report.sequence() > known.sequence()
                || report.at().isAfter(known.at().plus(SILENCE));
        return newer ? Optional.of(position(report)) : Optional.empty();
    }

    /** True when it is time to store the position, so that a restart knows where the van was. */
    public static boolean isDue(@Nullable Instant storedAt, Instant now, Duration every) {
        return storedAt == null || !now.isBefore(storedAt.plus(every));
    }

    private static LastPosition position(ReportPosition report) {
        double speed = Objects.requireNonNullElse(report.speedMetresPerSecond(), 0.0);
        return new LastPosition(new Position(report.lat(), report.lon()), speed, report.at(), report.sequence());
    }
}
