package com.ecamazon.auditor;

import com.ecamazon.platform.Settings;
import java.time.Duration;
import java.util.List;

/**
 * How often and how patiently is audited.
 *
 * @param every between two audits
 * @param grace what does not add up for so long, always in the same way, is a breach; longer than news needs
 * @param patience how long what has a time of its own, such as a lease, may be overdue
 */
record Pace(Duration every, Duration grace, Duration patience) {
    static Pace of(Settings settings) {
        return new Pace(
                settings.seconds("AUDIT_SECONDS", 300),
                settings.seconds("AUDIT_GRACE_SECONDS", 30),
                settings.seconds("AUDIT_PATIENCE_SECONDS", 120));
    }

    /** The pauses before each further look; most of what was in flight is over after the first. */
    List<Duration> pauses() {
        return List.of(grace.dividedBy(6), grace.dividedBy(3), grace.dividedBy(2));
    }
}
