package com.ecamazon.platform.bus;

import org.jspecify.annotations.Nullable;

/**
 * An answer as it is sent, with what its question brought.
 *
 * @param answer null when the question was not looked at, because the instance leaves
 */
record Reply(long number, long password, @Nullable Answer answer) {
    static Reply to(Asked asked, Answer answer) {
        return new Reply(asked.number(), asked.password(), answer);
    }

    static Reply unheard(Asked asked) {
        return new Reply(asked.number(), asked.password(), null);
    }
}
