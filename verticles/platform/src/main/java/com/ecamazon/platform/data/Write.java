package com.ecamazon.platform.data;

import com.ecamazon.contract.Topic;
import java.util.ArrayList;
import java.util.List;

/**
 * How a change is written: whether its acknowledgement survives a kill of every process, and the events that leave with it.
 */
public record Write(boolean journaled, List<News<?>> news) {
    /** An event for a topic. */
    public record News<E>(Topic<E> topic, E event) {}

    /** Kept soon. */
    public static final Write PLAIN = new Write(false, List.of());

    /** Kept when acknowledged. */
    public static final Write JOURNALED = new Write(true, List.of());

    public Write {
        news = List.copyOf(news);
    }

    public <E> Write news(Topic<E> topic, E event) {
        var all = new ArrayList<>(news);
        all.add(new News<>(topic, event));
        return new Write(journaled, all);
    }

    /** Both writes as one. */
    Write and(Write other) {
        var all = new ArrayList<>(news);
        all.addAll(other.news);
        return new Write(journaled || other.journaled, all);
    }
}
