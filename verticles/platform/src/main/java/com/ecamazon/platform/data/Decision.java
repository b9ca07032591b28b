package com.ecamazon.platform.data;

import com.ecamazon.contract.Topic;
import org.jspecify.annotations.Nullable;

/**
 * What a command comes to: the new state, how it is written, and what the caller is told.
 *
 * @param state null when there is nothing to write
 */
public record Decision<S, R>(@Nullable S state, Write write, R reply) {
    /** Nothing changes. */
    public static <S, R> Decision<S, R> unchanged(R reply) {
        return new Decision<>(null, Write.PLAIN, reply);
    }

    /** The aggregate becomes this. */
    public static <S, R> Decision<S, R> change(S state, R reply) {
        return new Decision<>(state, Write.PLAIN, reply);
    }

    /** The caller is told only when the change would survive a kill of every process. */
    public Decision<S, R> journaled() {
        return new Decision<>(state, write.and(Write.JOURNALED), reply);
    }

    /** The event leaves with the change. */
    public <E> Decision<S, R> news(Topic<E> topic, E event) {
        return new Decision<>(state, write.news(topic, event), reply);
    }
}
