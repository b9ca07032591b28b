package com.ecamazon.platform.data;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Chance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outboxes of one collection: in order per aggregate and subscriber group, until each group acknowledges.
 * The writer pokes it; looking for what was left behind is only for recovery. What every group has is written down late
 * and in batches, or rides on the aggregate's next save. How far a single group is, is not: after a restart it hears
 * again what another has not heard yet.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long FLUSH_AFTER_MILLIS = 500;
    private static final long LEFT_BEHIND_MILLIS = 5_000;
    private static final long LONGEST_BACKOFF_MILLIS = 30_000;
    private static final int POISON_TRIES = 5;
    private static final int BATCH = 200;

    private final Vertx vertx;
    private final MongoClient client;
    private final Outbox outbox;
    private final String collection;
    private final InstantSource clock;
    private final Chance chance;
    private final Parked parked;
    private final Map<String, Line> lines = new HashMap<>();
    private final AtomicInteger unsettled = new AtomicInteger();
    private final Set<String> unreadable = new HashSet<>();
    private boolean flushing;
    private int lookedPast;

    Relay(Vertx vertx, MongoClient client, Outbox outbox, String collection, InstantSource clock, Chance chance) {
        this.vertx = vertx;
        this.client = client;
        this.outbox = outbox;
        this.collection = collection;
        this.clock = clock;
        this.chance = chance;
        this.parked =
                new Parked(new ParkedDocuments(client, collection, clock), new ParkedMarks(client, collection), outbox);
    }

    int depth() {
        return unsettled.get();
    }

    /** Events that a group keeps refusing. */
    Parked parked() {
        return parked;
    }

    /** Takes the events that an aggregate's document still holds, and heeds whom it says others wait for. */
    void read(String id, JsonObject document) {
        parked.heed(id, document);
        poke(id, entries(id, document));
    }

    /** Takes events that are in the aggregate's outbox; those that are known are skipped. */
    void poke(String id, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var line = lines.computeIfAbsent(id, Line::new);
        for (var entry : entries) {
            if (line.take(entry, outbox.groups(entry.topic()))) {
                unsettled.incrementAndGet();
            }
        }
        settle(line);
        line.lanes().forEach(lane -> pump(line, lane));
    }

    /**
     * How many of the aggregate's newest events must stay in its outbox.
     *
     * @param sequence the number of its newest event
     * @return -1 when that is not known here
     */
    long owed(String id, long sequence) {
        var line = lines.get(id);
        return line == null || line.settled() == 0 ? -1 : sequence - line.settled();
    }

    /** A save has taken the delivered events out. */
    void cleared(String id) {
        lines.computeIfPresent(id, (i, line) -> line.isSettled() ? null : line);
    }

    private void settle(Line line) {
        unsettled.addAndGet(-line.settle(clock));
    }

    private void pump(Line line, Lane lane) {
        if (!lane.isReady()) {
            return;
        }
        boolean together = outbox.isOwn(lane.group()) && !parked.holds(lane.group(), lane.id());
        var run = lane.start(together ? BATCH : 1);
        var attempt = run.size() == 1 ? deliver(lane, run.getFirst()) : outbox.project(run);
        attempt.onComplete(done -> {
            if (done.succeeded()) {
                lane.heard(run.size());
                settle(line);
                pump(line, lane);
            } else {
                long most = Math.min(LONGEST_BACKOFF_MILLIS, 50L << Math.min(lane.failed(), 10));
                long pause = most / 2 + chance.below(most / 2 + 1);
                lane.rest(vertx.setTimer(pause, timer -> {
                    lane.wake();
                    pump(line, lane);
                }));
            }
        });
    }

    private Future<Void> deliver(Lane lane, Entry entry) {
        return parked.holds(lane.group(), lane.id())
                ? parked.follow(entry, lane.key())
                        .compose(held -> held ? Future.succeededFuture() : deliver(lane, entry))
                : deliverNow(lane, entry);
    }

    private Future<Void> deliverNow(Lane lane, Entry entry) {
        return outbox.deliver(entry, lane.group()).recover(failure -> {
            if (isAway(failure)) {
                return Future.failedFuture(failure);
            }
            int refusals = lane.refused();
            LOG.warn("{} was refused by {} (try {})", entry.event().id(), lane.group(), refusals, failure);
            return refusals < POISON_TRIES ? Future.failedFuture(failure) : parked.park(entry, lane.key(), failure);
        });
    }

    static boolean isAway(Throwable failure) {
        return Mongo.isAway(failure)
                || (failure instanceof ProblemException known
                        && (known.problem().status() == 503 || known.problem().status() == 504));
    }

    /** Looks for events that nobody delivered, and delivers what is parked once more, for which nobody waits. */
    Future<Void> open() {
        return parked.open().compose(done -> recover(0)).onSuccess(done -> parked.redriveAll());
    }

    Future<Void> recover() {
        return Future.all(recover(LEFT_BEHIND_MILLIS), parked.look()).mapEmpty();
    }

    private Future<Void> recover(long olderThanMillis) {
        var before = clock.instant().minusMillis(olderThanMillis);
        return client.findWithOptions(
                        collection,
                        new JsonObject().put("outboxAt", new JsonObject().put("$lte", before)),
                        new FindOptions()
                                .setFields(ParkedMarks.with(new JsonObject().put("outbox", 1)))
                                .setSort(new JsonObject().put("outboxAt", 1))
                                .setSkip(lookedPast)
                                .setLimit(BATCH))
                .onSuccess(found -> {
                    // What waits for a group that is away must not hide what was left behind after it.
                    lookedPast = found.size() < BATCH ? 0 : lookedPast + known(found);
                    found.forEach(this::recover);
                })
                .mapEmpty();
    }

    private int known(List<JsonObject> found) {
        return (int) found.stream()
                .map(document -> document.getString("_id"))
                .filter(id -> lines.containsKey(id) || unreadable.contains(id))
                .count();
    }

    private void recover(JsonObject document) {
        var id = document.getString("_id");
        try {
            read(id, document);
        } catch (RuntimeException e) {
            // Its own aggregate waits; what was left behind by others must not.
            if (unreadable.add(id)) {
                LOG.error("the outbox of {} {} cannot be read", collection, id, e);
            }
        }
        var line = lines.get(id);
        if (line != null) {
            line.lanes().stream().filter(Lane::isAway).forEach(lane -> {
                vertx.cancelTimer(lane.wake());
                pump(line, lane);
            });
        }
    }

    private List<Entry> entries(String id, JsonObject document) {
        var entries = new ArrayList<Entry>();
        var stored = document.getJsonArray("outbox");
        for (int i = 0; stored != null && i < stored.size(); i++) {
            entries.add(Entry.read(outbox, id, stored.getJsonObject(i)));
        }
        return entries;
    }

    /** Takes delivered events out of documents that were not saved since. */
    Future<Void> flush() {
        if (flushing) {
            return Future.succeededFuture();
        }
        long before = clock.millis() - FLUSH_AFTER_MILLIS;
        var done = new HashMap<String, Long>();
        for (var line : lines.entrySet()) {
            if (line.getValue().isSettledSince(before)) {
                done.put(line.getKey(), line.getValue().settled());
            }
            if (done.size() == BATCH) {
                break;
            }
        }
        if (done.isEmpty()) {
            return Future.succeededFuture();
        }
        flushing = true;
        return client.bulkWrite(
                        collection,
                        done.entrySet().stream().map(Relay::clearing).toList())
                .onComplete(result -> flushing = false)
                .onSuccess(result -> done.forEach((id, settled) -> lines.computeIfPresent(
                        id, (i, line) -> line.isSettled() && line.settled() == settled ? null : line)))
                .onFailure(failure ->
                        LOG.warn("delivered events of {} stay in their outboxes for now", collection, failure))
                .mapEmpty();
    }

    /** The sequence in the filter lets an outbox alone that got newer events meanwhile. */
    private static BulkOperation clearing(Map.Entry<String, Long> settled) {
        return BulkOperation.createUpdate(
                new JsonObject().put("_id", settled.getKey()).put("seq", settled.getValue()),
                new JsonObject()
                        .put("$set", new JsonObject().put("outbox", List.of()))
                        .put("$unset", new JsonObject().put("outboxAt", "")));
    }
}
