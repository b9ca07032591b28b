package com.ecamazon.platform.data;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives a relay the news that only the store has: what other instances left behind, and what the relay let go of since
 * nobody was there to hear it. Whatever was written is looked at once, soon after; and everything again, round after round,
 * where there is room for it.
 */
final class Recovery {
    private static final Logger LOG = LoggerFactory.getLogger(Recovery.class);
    private static final long LEFT_BEHIND_MILLIS = 5_000;
    private static final int LOOKS_UNTIL_COUNTED = 5;

    private final Relay relay;
    private final String collection;
    private final InstantSource clock;
    private final OutboxScan written;
    private final OutboxScan rounds;
    private final Set<String> unreadable = new HashSet<>();
    private final AtomicInteger stored = new AtomicInteger();
    /** What the relay let go of and the scan of what was written has yet to pass, in the order of the time. */
    private final Map<String, Instant> left = new LinkedHashMap<>();

    private boolean reading;
    private boolean behind;
    private boolean leftInThisRound;
    private int looks;

    Recovery(Relay relay, MongoClient client, String collection, InstantSource clock) {
        this.relay = relay;
        this.collection = collection;
        this.clock = clock;
        this.written = new OutboxScan(client, collection);
        this.rounds = new OutboxScan(client, collection);
    }

    /** How many documents have news, where the store has some that the relay does not know; otherwise 0. */
    int stored() {
        return stored.get();
    }

    /** The relay let go of it. */
    void leave(String id) {
        left.put(id, clock.instant());
        leave();
    }

    private void leave() {
        behind = true;
        leftInThisRound = true;
    }

    /** Reads all there is. */
    Future<Void> open() {
        return look(clock.instant());
    }

    /** Reads what should have been heard by now. */
    Future<Void> look() {
        return look(clock.instant().minusMillis(LEFT_BEHIND_MILLIS));
    }

    private Future<Void> look(Instant until) {
        if (reading) {
            return Future.succeededFuture();
        }
        reading = true;
        return written(until)
                .compose(done -> again(until))
                .compose(done -> count())
                .onComplete(done -> reading = false);
    }

    private Future<Void> written(Instant until) {
        return Steps.repeat(() -> written.next(until).map(page -> {
            page.stream()
                    .filter(document -> !left.containsKey(document.getString("_id")))
                    .forEach(this::take);
            if (page.size() < OutboxScan.PAGE) {
                passed(until);
            }
            return page.size() == OutboxScan.PAGE && !relay.isCrowded();
        }));
    }

    /** What was let go of until then was written before. */
    private void passed(Instant time) {
        var oldest = left.values().iterator();
        while (oldest.hasNext() && !oldest.next().isAfter(time)) {
            oldest.remove();
        }
    }

    /** Without room it begins anew: what waits for longest is known here, and tells whether its group is back. */
    private Future<Void> again(Instant until) {
        if (!relay.hasRoom()) {
            rounds.restart();
        }
        return Steps.repeat(() -> rounds.next(until).map(page -> {
            takeWhatThereIsRoomFor(page);
            if (page.size() == OutboxScan.PAGE) {
                return behind && relay.hasRoom();
            }
            rounds.restart();
            behind = leftInThisRound;
            leftInThisRound = false;
            return false;
        }));
    }

    private void takeWhatThereIsRoomFor(List<JsonObject> page) {
        for (var document : page) {
            if (relay.hasRoom() || relay.knows(document.getString("_id"))) {
                take(document);
            } else {
                leave();
            }
        }
    }

    private void take(JsonObject document) {
        var id = document.getString("_id");
        try {
            relay.read(id, document);
        } catch (RuntimeException e) {
            // Its own aggregate waits; what was left behind by others must not.
            if (unreadable.add(id)) {
                LOG.error("the outbox of {} {} cannot be read", collection, id, e);
            }
        }
        relay.wake(id);
    }

    private Future<Void> count() {
        if (!behind) {
            stored.set(0);
            looks = 0;
        }
        if (!behind || looks++ % LOOKS_UNTIL_COUNTED != 0) {
            return Future.succeededFuture();
        }
        return rounds.count().onSuccess(all -> stored.set(all.intValue())).mapEmpty();
    }
}
