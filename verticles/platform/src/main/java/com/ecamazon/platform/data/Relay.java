package com.ecamazon.platform.data;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.platform.Chance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.MongoClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
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
    private static final int POISON_TRIES = 5;
    private static final int BATCH = 200;
    /** A group that hears again is told of so many more for each that it hears. */
    private static final int WAKES = 2;
    /** Aggregates that wait for a group that is away; each takes about 3 kB. */
    private static final int MOST = 4_000;

    private final MongoClient client;
    private final Outbox outbox;
    private final String collection;
    private final InstantSource clock;
    private final Parked parked;
    private final Map<String, Line> lines = new HashMap<>();
    private final AtomicInteger unsettled = new AtomicInteger();
    private final Resting resting;
    private final Recovery recovery;
    private final Predicate<String> forget;
    private boolean flushing;
    private volatile int held;

    /** @param forget makes the aggregate be read before its next decision; says no when one is being made */
    Relay(
            Vertx vertx,
            MongoClient client,
            Outbox outbox,
            String collection,
            InstantSource clock,
            Chance chance,
            Predicate<String> forget) {
        this.client = client;
        this.outbox = outbox;
        this.collection = collection;
        this.clock = clock;
        this.resting = new Resting(vertx, chance);
        this.forget = forget;
        this.recovery = new Recovery(this, client, collection, clock);
        this.parked =
                new Parked(new ParkedDocuments(client, collection, clock), new ParkedMarks(client, collection), outbox);
    }

    /** How many events wait; where some are known to the store only, at least so many. */
    int depth() {
        return Math.max(unsettled.get(), recovery.stored());
    }

    /** How many aggregates have news in memory, a moment ago. */
    int held() {
        return held;
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
                boolean back = lane.heard(run.size());
                settle(line);
                pump(line, lane);
                if (back) {
                    resting.since(lane.group(), WAKES).forEach(this::wake);
                }
            } else {
                resting.begin(line, lane, lane.failed(), () -> pump(line, lane));
                letGo(line);
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
        return parked.open().compose(done -> recovery.open()).onSuccess(done -> parked.redriveAll());
    }

    Future<Void> recover() {
        return Future.all(recovery.look(), parked.look()).mapEmpty();
    }

    boolean knows(String id) {
        return lines.containsKey(id);
    }

    /** Whether what was left to the store may be taken in again. */
    boolean hasRoom() {
        return lines.size() < MOST / 2;
    }

    /** Whether more is known already than is to be kept. */
    boolean isCrowded() {
        return lines.size() > 2 * MOST;
    }

    /** Tries again at once where nobody was there to hear. */
    void wake(String id) {
        var line = lines.get(id);
        if (line != null) {
            wake(line);
        }
    }

    private void wake(Line line) {
        line.lanes().stream().filter(Lane::isAway).forEach(lane -> {
            resting.end(line, lane);
            pump(line, lane);
        });
    }

    /** What only waits for groups that are away is in the store too; not more of it is kept here than is useful. */
    private void letGo(Line line) {
        if (lines.size() > MOST && line.isAway() && forget.test(line.id())) {
            line.lanes().stream().filter(Lane::isAway).forEach(lane -> resting.end(line, lane));
            lines.remove(line.id());
            unsettled.addAndGet(-line.unsettled());
            recovery.leave(line.id());
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
        held = lines.size();
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
                .compose(result -> done.size() == BATCH ? flush() : Future.succeededFuture());
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
