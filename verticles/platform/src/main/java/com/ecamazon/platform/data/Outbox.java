package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Topic;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What the outboxes of one instance have in common: the topics, where events go, and the events that could not be
 * delivered.
 */
public final class Outbox {
    /** Sends an event to a subscriber group. */
    public interface Delivery {
        <E> Future<Void> deliver(Topic<E> topic, Domain subscriber, Event<E> event);

        /** Those of the groups to which it must be sent; one may stand for others that hear it with that one. */
        default List<Domain> oneByOne(List<Domain> groups) {
            return groups;
        }
    }

    private final Domain domain;
    private final Delivery delivery;
    private final Map<String, Topic<?>> topics = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<Relay> relays = new ConcurrentLinkedQueue<>();
    private Map<String, Function<List<Event<Object>>, Future<?>>> projections = Map.of();

    public Outbox(Domain domain, Delivery delivery) {
        this.domain = domain;
        this.delivery = delivery;
    }

    /** Where events of one's own topics go that the domain hears itself. */
    public void projections(Map<String, Function<List<Event<Object>>, Future<?>>> own) {
        projections = own;
    }

    Relay relay(Relay relay) {
        relays.add(relay);
        return relay;
    }

    void know(Topic<?> topic) {
        topics.putIfAbsent(topic.name(), topic);
    }

    /** Makes the topic known, so that events found in documents after a restart can be read. */
    public void topics(List<Topic<?>> declared) {
        declared.forEach(this::know);
    }

    Topic<?> topic(String name) {
        var topic = topics.get(name);
        if (topic == null) {
            throw new IllegalStateException("no topic of this name: " + name);
        }
        return topic;
    }

    /** The groups that must acknowledge; one's own projection is one of them. */
    List<Domain> groups(Topic<?> topic) {
        var others =
                topic.subscribers().stream().filter(group -> group != domain).toList();
        return Stream.concat(
                        delivery.oneByOne(others).stream(),
                        projections.containsKey(topic.name()) ? Stream.of(domain) : Stream.empty())
                .toList();
    }

    /** Whether the group is one's own projection, which takes several events at once. */
    boolean isOwn(Domain group) {
        return group == domain;
    }

    /** Gives one's own projection events of one topic and aggregate. */
    Future<Void> project(List<Entry> entries) {
        var projection = projections.get(entries.getFirst().topic().name());
        return projection == null
                ? Future.succeededFuture()
                : attempt(() ->
                        projection.apply(entries.stream().map(Entry::event).toList()));
    }

    @SuppressWarnings("unchecked") // A topic's events are of its type.
    Future<Void> deliver(Entry entry, Domain group) {
        return isOwn(group)
                ? project(List.of(entry))
                : attempt(() -> delivery.deliver((Topic<Object>) entry.topic(), group, entry.event()));
    }

    private static Future<Void> attempt(Supplier<Future<?>> delivery) {
        try {
            return delivery.get().mapEmpty();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    /** How many events wait to be delivered. */
    public int depth() {
        return relays.stream().mapToInt(Relay::depth).sum();
    }

    /** Of how many aggregates there is news in memory. */
    public int held() {
        return relays.stream().mapToInt(Relay::held).sum();
    }

    /** How many events are parked because a subscriber fails on them. */
    public int parked() {
        return relays.stream().map(Relay::parked).mapToInt(Parked::count).sum();
    }

    /** Looks for events that were left behind, by this instance or another. */
    public Future<Void> recover() {
        return Future.all(relays.stream().map(Relay::recover).toList()).mapEmpty();
    }

    /** Waits for no delivery, but writes down what was delivered. */
    public Future<Void> flush() {
        return Future.all(relays.stream().map(Relay::flush).toList()).mapEmpty();
    }
}
