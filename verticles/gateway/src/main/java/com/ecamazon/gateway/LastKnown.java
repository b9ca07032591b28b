package com.ecamazon.gateway;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.bus.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The last good answers of what may be shown stale, by address; the least recently asked goes first. */
final class LastKnown {
    private static final int KEPT = 2_000;

    private final Map<String, Answer> answers = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Answer> eldest) {
            return size() > KEPT;
        }
    };

    void keep(String uri, Answer answer) {
        if (answer.status() == 200) {
            answers.put(uri, answer);
        }
    }

    /** The last answer when the domain is away and there is one. */
    @Nullable
    Answer instead(String uri, Throwable failure) {
        var known =
                failure instanceof ProblemException away && away.problem().status() == 503 ? answers.get(uri) : null;
        return known == null ? null : known.stale();
    }
}
