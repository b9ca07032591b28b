package com.ecamazon.gateway;

import com.ecamazon.platform.bus.Answer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last good answers of what may be shown stale, by address; the least recently asked goes first. */
final class LastKnown {
    private static final int KEPT = 2_000;
    private static final long FRESH_MILLIS = 1_000;

    private final InstantSource clock;
    private final Map<String, Known> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Known> eldest) {
            return size() > KEPT;
        }
    };

    private record Known(Answer answer, long at) {}

    LastKnown(InstantSource clock) {
        this.clock = clock;
    }

    /** Of an address that is asked for all the time, one answer a second is enough. */
    void keep(String uri, Answer answer) {
        if (answer.status() == 200) {
            long now = clock.millis();
            var known = answers.get(uri);
            if (known == null || now - known.at >= FRESH_MILLIS) {
                answers.put(uri, new Known(answer, now));
            }
        }
    }

    /** The last good answer, marked with its age, when there is one. */
    @Nullable
    Answer of(String uri) {
        var known = answers.get(uri);
        return known == null ? null : known.answer.stale(Duration.ofMillis(clock.millis() - known.at));
    }
}
