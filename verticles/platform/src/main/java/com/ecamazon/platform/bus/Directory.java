package com.ecamazon.platform.bus;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.json.Json;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Who is there: a table that each node keeps from the presences that instances publish, so that callers can route by key and
 * leave out an instance that is silent. It may be wrong for a moment; nothing but speed depends on it.
 */
public final class Directory {
    private static final String ADDRESS = "directory";
    private static final long FORGET_MILLIS = 3_500;
    private static final long LATELY_MILLIS = 2_500;
    private static final int SILENT_TIMES = 3;
    private static final long SILENT_WITHIN_MILLIS = 2_000;
    private static final long EJECT_MILLIS = 5_000;
    private static final long UNHEARD_MILLIS = 1_000;

    private final Vertx vertx;
    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Map<Domain, List<Entry>> byDomain = new ConcurrentHashMap<>();
    private final List<Consumer<String>> goneListeners = new CopyOnWriteArrayList<>();
    private final AtomicInteger turn = new AtomicInteger();

    private static final class Entry {
        volatile Presence presence;
        volatile long heardAt;
        volatile long ejectedUntil;
        private long silentSince;
        private int silences;

        Entry(Presence presence) {
            this.presence = presence;
        }

        boolean usable(long now) {
            return presence.state() == Presence.State.SERVING && ejectedUntil < now;
        }

        boolean isUnready() {
            return presence.state() == Presence.State.UNREADY;
        }

        synchronized void silent(long now) {
            if (now - silentSince > SILENT_WITHIN_MILLIS) {
                silentSince = now;
                silences = 0;
            }
            if (++silences >= SILENT_TIMES) {
                ejectedUntil = now + EJECT_MILLIS;
                silences = 0;
            }
        }
    }

    public Directory(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Starts to listen, and forgets who is not heard of. */
    public Future<Void> open() {
        vertx.setPeriodic(500, timer -> forgetSilent());
        return vertx.eventBus()
                .<Buffer>consumer(
                        ADDRESS, message -> heard(Json.read(message.body().getBytes(), Presence.class)))
                .completion();
    }

    /** Tells all nodes, this one included. */
    public void announce(Presence presence) {
        heard(presence);
        vertx.eventBus().publish(ADDRESS, Buffer.buffer(Json.write(presence)));
    }

    /** Is told when an instance is gone, so that nobody waits for its answer. */
    public void onGone(Consumer<String> listener) {
        goneListeners.add(listener);
    }

    /** A cluster node left: so did its instances. */
    public void nodeLeft(String node) {
        remove(entry -> entry.presence.node().equals(node));
    }

    /** All instances that were heard of lately, by domain and name. */
    public List<Presence> instances() {
        return entries.values().stream()
                .map(entry -> entry.presence)
                .sorted(Comparator.comparing(Presence::domain).thenComparing(Presence::instance))
                .toList();
    }

    /** Whether an instance of the domain serves. */
    public boolean isServed(Domain domain) {
        long now = System.currentTimeMillis();
        return byDomain.getOrDefault(domain, List.of()).stream().anyMatch(entry -> entry.usable(now));
    }

    /** Whether instances of the domain are there and none of them can serve. */
    boolean isUnready(Domain domain) {
        var known = byDomain.getOrDefault(domain, List.of());
        return !known.isEmpty() && known.stream().allMatch(Entry::isUnready);
    }

    /** An instance that cannot serve all it should; what it has in memory it may still tell. */
    Optional<String> unready(Domain domain) {
        return byDomain.getOrDefault(domain, List.of()).stream()
                .filter(Entry::isUnready)
                .map(entry -> entry.presence.instance())
                .findFirst();
    }

    /** Whether an instance of the domain serves and was heard of lately; one that died without a word is missed sooner. */
    public boolean isHeard(Domain domain) {
        long now = System.currentTimeMillis();
        return byDomain.getOrDefault(domain, List.of()).stream()
                .anyMatch(entry -> entry.usable(now) && now - entry.heardAt < LATELY_MILLIS);
    }

    /** The next instance of the domain in turn that one may ask; empty when there is none. */
    Optional<String> any(Domain domain, Predicate<String> may) {
        var known = byDomain.getOrDefault(domain, List.of());
        if (known.isEmpty()) {
            return Optional.empty();
        }
        long now = System.currentTimeMillis();
        int start = turn.getAndIncrement() & Integer.MAX_VALUE;
        for (int i = 0; i < known.size(); i++) {
            var entry = known.get((start + i) % known.size());
            if (entry.usable(now) && may.test(entry.presence.instance())) {
                return Optional.of(entry.presence.instance());
            }
        }
        return Optional.empty();
    }

    /** The instance that one may ask and that owns the key: the highest of hash(instance, key) (rendezvous hashing, Thaler and Ravishankar 1998). */
    Optional<String> owner(Domain domain, String key, Predicate<String> may) {
        var known = byDomain.getOrDefault(domain, List.of());
        if (known.size() == 1) {
            return any(domain, may);
        }
        long now = System.currentTimeMillis();
        String best = null;
        int highest = 0;
        for (var entry : known) {
            int weight = mix(entry.presence.instance().hashCode() * 31 + key.hashCode());
            if (entry.usable(now) && (best == null || weight > highest) && may.test(entry.presence.instance())) {
                best = entry.presence.instance();
                highest = weight;
            }
        }
        return Optional.ofNullable(best);
    }

    /** The instance did not answer in time; a few of these and it is left out for a while. */
    void silent(String instance) {
        var entry = entries.get(instance);
        if (entry != null) {
            entry.silent(System.currentTimeMillis());
        }
    }

    /** The instance does not listen at its address, such as one that is leaving or not back in the cluster: others are asked. */
    void unheard(String instance) {
        var entry = entries.get(instance);
        if (entry != null) {
            entry.ejectedUntil = Math.max(entry.ejectedUntil, System.currentTimeMillis() + UNHEARD_MILLIS);
        }
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    private void heard(Presence presence) {
        var known = entries.get(presence.instance());
        if (known == null) {
            known = new Entry(presence);
            entries.put(presence.instance(), known);
            index();
        }
        known.presence = presence;
        known.heardAt = System.currentTimeMillis();
    }

    private void forgetSilent() {
        long limit = System.currentTimeMillis() - FORGET_MILLIS;
        remove(entry -> entry.heardAt < limit);
    }

    private void remove(Predicate<Entry> condition) {
        var gone = new ArrayList<String>();
        entries.values().removeIf(entry -> {
            boolean leaves = condition.test(entry);
            if (leaves) {
                gone.add(entry.presence.instance());
            }
            return leaves;
        });
        if (!gone.isEmpty()) {
            index();
            gone.forEach(instance -> goneListeners.forEach(listener -> listener.accept(instance)));
        }
    }

    private synchronized void index() {
        for (var domain : Domain.values()) {
            byDomain.put(
                    domain,
                    entries.values().stream()
                            .filter(entry -> entry.presence.domain() == domain)
                            .sorted(Comparator.comparing(entry -> entry.presence.instance()))
                            .toList());
        }
    }
}
