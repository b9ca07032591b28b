package com.ecamazon.contract;

import java.util.Set;

/**
 * Durable news of a domain's aggregates: each event leaves the aggregate's outbox in order and is delivered at least once
 * to every subscriber group, whose acknowledgement the relay waits for.
 *
 * @param name such as {@code shop.orders}
 * @param event a sealed interface whose variants are the events
 * @param subscribers the domains that must acknowledge; each is one group
 */
public record Topic<E>(Domain domain, String name, Class<E> event, Set<Domain> subscribers) {
    public Topic {
        subscribers = Set.copyOf(subscribers);
    }

    public static <E> Topic<E> of(Domain domain, String name, Class<E> event, Domain... subscribers) {
        return new Topic<>(domain, name, event, Set.of(subscribers));
    }

    @Override
    public String toString() {
        return name;
    }
}
