package com.ecamazon.simulator;

import java.util.ArrayList;
import java.util.List;

/** What happened in a schedule, as one number that two runs of the same seed share; on demand in words too. */
final class Trace {
    private static final long PRIME = 0x100000001b3L;

    private final VirtualTime time;
    private final boolean told;
    private final List<String> lines = new ArrayList<>();
    private long digest = 0xcbf29ce484222325L;

    Trace(VirtualTime time, boolean told) {
        this.time = time;
        this.told = told;
    }

    void note(String who, String what) {
        digest = (digest ^ time.micros()) * PRIME;
        digest = (digest ^ who.hashCode()) * PRIME;
        digest = (digest ^ what.hashCode()) * PRIME;
        if (told) {
            lines.add("%11.6f  %-10s %s".formatted(time.micros() / 1e6, who, what));
        }
    }

    long digest() {
        return digest;
    }

    List<String> lines() {
        return lines;
    }
}
