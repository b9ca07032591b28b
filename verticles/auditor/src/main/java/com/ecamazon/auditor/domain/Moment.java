package com.ecamazon.auditor.domain;

import java.time.Duration;
import java.time.Instant;

/**
 * When facts are judged.
 *
 * @param patience how long what has a time of its own may be overdue
 */
public record Moment(Instant now, Duration patience) {
    /** Whether this time passed so long ago that somebody should have acted. */
    boolean isOverdue(Instant due) {
        return due.plus(patience).isBefore(now);
    }
}
