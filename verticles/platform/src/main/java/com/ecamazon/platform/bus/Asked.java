package com.ecamazon.platform.bus;

import com.ecamazon.contract.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A question as it is sent, and where its answer belongs.
 *
 * @param number among the questions of the loop that asks
 * @param password of the peer that is asked, see {@link Peer}
 * @param fault why it cannot be read, instead of a question
 */
record Asked(
        long number,
        long password,
        Question question,
        @Nullable Problem fault) {
    Asked(long number, long password, Question question) {
        this(number, password, question, null);
    }

    static Asked unreadable(long number, long password, Problem fault) {
        return new Asked(number, password, Question.NONE, fault);
    }
}
