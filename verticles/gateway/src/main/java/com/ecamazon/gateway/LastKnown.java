package com.ecamazon.gateway;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.bus.Answer;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.Map;

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

    Answer keep(String uri, Answer answer) {
        if (answer.status() == 200) {
            answers.put(uri, answer);
        }
        return answer;
    }

    /** The last answer when the domain is away and there is one; the failure otherwise. */
    Future<Answer> instead(String uri, Throwable failure) {
        var known = answers.get(uri);
        return known != null && failure instanceof ProblemException away && away.problem().status() == 503
                ? Future.succeededFuture(known.stale())
                : Future.failedFuture(failure);
    }
}
