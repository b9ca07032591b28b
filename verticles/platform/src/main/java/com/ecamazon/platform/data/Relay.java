package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.ProblemException;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Empties the outboxes of one collection: in order per aggregate, to every subscriber group until it acknowledges. The
 * writer pokes it; looking for what was left behind is only for recovery. What was delivered is written down late and in
 * batches, or rides on the aggregate's next save.
 */
final class Relay {
    private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
    private static final long FLUSH_AFTER_MILLIS = 500;
    private static final long LEFT_BEHIND_MILLIS = 5_000;
    private static final long LONGEST_BACKOFF_MILLIS = 30_000;
    private static final int POISON_TRIES = 8;
    private static final int BATCH = 200;

    private final Vertx vertx;
    private final MongoClient client;
    private final Outbox outbox;
    private final String collection;
    private final Map<String, Line> lines = new HashMap<>();
    private final Set<String> parkedLines = new HashSet<>();
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger parked = new AtomicInteger();
    private boolean flushing;

    /** The events of one aggregate that are not delivered yet. */
    private static final class Line {
        final ArrayDeque<Entry> queue = new ArrayDeque<>();
        final Map<Domain, Integer> owed = new HashMap<>();
        long enqueued;
        long delivered;
        long deliveredAt;
        boolean sending;
        boolean alone;
        int tries;
    }

    Relay(Vertx vertx, MongoClient client, Outbox outbox, String collection) {
        this.vertx = vertx;
        this.client = client;
        this.outbox = outbox;
        this.collection = collection;
    }

    int depth() {
        return waiting.get();
    }

    int parked() {
        return parked.get();
    }

    /** Takes events that are in the aggregate's outbox; those that are known are skipped. */
    void poke(String id, List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        var line = lines.computeIfAbsent(id, i -> new Line());
        for (var entry : entries) {
            if (entry.event().sequence() > line.enqueued) {
                line.enqueued = entry.event().sequence();
                line.queue.add(entry);
                waiting.incrementAndGet();
            }
        }
        pump(id, line);
    }

    /**
     * How many of the aggregate's newest events must stay in its outbox.
     *
     * @param sequence the number of its newest event
     * @return -1 when that is not known here
     */
    long owed(String id, long sequence) {
        var line = lines.get(id);
        return line == null || line.delivered == 0 ? -1 : sequence - line.delivered;
    }

    /** A save has taken the delivered events out. */
    void cleared(String id) {
        var line = lines.get(id);
        if (line != null && line.queue.isEmpty() && !line.sending) {
            lines.remove(id);
        }
    }

    private void pump(String id, Line line) {
        if (line.sending || line.queue.isEmpty()) {
            return;
        }
        line.sending = true;
        var head = line.queue.element();
        if (line.owed.isEmpty()) {
            outbox.groups(head.topic()).forEach(group -> line.owed.put(group, 0));
        }
        var run = run(id, line, head);
        var attempts = new ArrayList<Future<?>>();
        for (var group : List.copyOf(line.owed.keySet())) {
            attempts.add(run.size() == 1
                    ? deliver(head, group, id, line)
                    : project(run)
                            .onSuccess(done -> line.owed.remove(group))
                            .onFailure(failure -> line.alone = true));
        }
        Future.join(attempts).onComplete(done -> {
            line.sending = false;
            if (line.owed.isEmpty()) {
                run.forEach(sent -> line.queue.remove());
                waiting.addAndGet(-run.size());
                line.tries = 0;
                line.alone = false;
                line.delivered = run.getLast().event().sequence();
                line.deliveredAt = System.currentTimeMillis();
                pump(id, line);
            } else {
                long most = Math.min(LONGEST_BACKOFF_MILLIS, 100L << Math.min(line.tries++, 9));
                vertx.setTimer(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1), t -> pump(id, line));
            }
        });
    }

    /** Events that only one's own projection hears go together; after a failure one by one, to find the poison. */
    private List<Entry> run(String id, Line line, Entry head) {
        return line.alone
                        || line.queue.size() == 1
                        || !outbox.isOwn(head.topic())
                        || parkedLines.contains(head.topic().domain() + "/" + id)
                ? List.of(head)
                : line.queue.stream()
                        .takeWhile(entry -> entry.topic().equals(head.topic()))
                        .limit(BATCH)
                        .toList();
    }

    private Future<Void> project(List<Entry> run) {
        try {
            return outbox.project(run.getFirst().topic(), run.stream().map(Entry::event).toList())
                    .mapEmpty();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private Future<Void> deliver(Entry entry, Domain group, String id, Line line) {
        if (parkedLines.contains(group + "/" + id)) {
            return park(entry, group, id, line, "an event before it is parked");
        }
        return attempt(entry, group)
                .onSuccess(done -> line.owed.remove(group))
                .recover(failure -> {
                    if (isAway(failure)) {
                        return Future.failedFuture(failure);
                    }
                    int tries = line.owed.merge(group, 1, Integer::sum);
                    LOG.warn("{} was refused by {} (try {})", entry.event().id(), group, tries, failure);
                    return tries < POISON_TRIES
                            ? Future.failedFuture(failure)
                            : park(entry, group, id, line, String.valueOf(failure.getMessage()));
                });
    }

    private Future<Void> attempt(Entry entry, Domain group) {
        try {
            return outbox.deliver(entry.topic(), group, entry.event()).mapEmpty();
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
    }

    private static boolean isAway(Throwable failure) {
        return failure instanceof ProblemException known
                && (known.problem().status() == 503 || known.problem().status() == 504);
    }

    /** Sets the event aside for this group, and those that follow it, so that other aggregates and groups go on. */
    private Future<Void> park(Entry entry, Domain group, String id, Line line, String reason) {
        var document = entry.document()
                .put("_id", entry.event().id() + "/" + group)
                .put("group", group.name())
                .put("subject", id)
                .put("reason", reason);
        return client.insert(collection + ".parked", document)
                .<Void>mapEmpty()
                .recover(failure -> Mongo.isDuplicate(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                .onSuccess(done -> {
                    parkedLines.add(group + "/" + id);
                    parked.incrementAndGet();
                    line.owed.remove(group);
                    LOG.error("{} is parked for {}: {}", entry.event().id(), group, reason);
                });
    }

    /** Delivers what is parked once more, then looks for events that nobody delivered. */
    Future<Void> open() {
        return redrive().compose(done -> recover(0));
    }

    Future<Void> recover() {
        return recover(LEFT_BEHIND_MILLIS);
    }

    private Future<Void> recover(long olderThanMillis) {
        var before = Instant.now().minusMillis(olderThanMillis);
        return client.findWithOptions(
                        collection,
                        new JsonObject().put("outboxAt", new JsonObject().put("$lte", Mongo.date(before))),
                        new FindOptions()
                                .setFields(new JsonObject().put("outbox", 1))
                                .setSort(new JsonObject().put("outboxAt", 1))
                                .setLimit(BATCH))
                .onSuccess(found -> found.forEach(document -> {
                    var id = document.getString("_id");
                    poke(id, entries(id, document));
                }))
                .mapEmpty();
    }

    List<Entry> entries(String id, JsonObject document) {
        var entries = new ArrayList<Entry>();
        var stored = document.getJsonArray("outbox");
        for (int i = 0; stored != null && i < stored.size(); i++) {
            entries.add(Entry.read(outbox, id, stored.getJsonObject(i)));
        }
        return entries;
    }

    private Future<Void> redrive() {
        return client.findWithOptions(
                        collection + ".parked",
                        new JsonObject(),
                        new FindOptions()
                                .setSort(new JsonObject().put("subject", 1).put("seq", 1))
                                .setLimit(BATCH))
                .compose(found -> {
                    parked.set(found.size());
                    Future<Void> all = Future.succeededFuture();
                    for (var document : found) {
                        all = all.compose(done -> redrive(document));
                    }
                    return all;
                });
    }

    private Future<Void> redrive(JsonObject document) {
        var id = document.getString("subject");
        var group = Domain.valueOf(document.getString("group"));
        var line = group + "/" + id;
        if (parkedLines.contains(line)) {
            return Future.succeededFuture();
        }
        return attempt(Entry.read(outbox, id, document), group)
                .compose(done -> client.removeDocument(
                        collection + ".parked", new JsonObject().put("_id", document.getString("_id"))))
                .onSuccess(done -> parked.decrementAndGet())
                .<Void>mapEmpty()
                .recover(failure -> {
                    parkedLines.add(line);
                    return Future.succeededFuture();
                });
    }

    /** Takes delivered events out of documents that were not saved since. */
    Future<Void> flush() {
        if (flushing) {
            return Future.succeededFuture();
        }
        long settled = System.currentTimeMillis() - FLUSH_AFTER_MILLIS;
        var done = new HashMap<String, Long>();
        for (var line : lines.entrySet()) {
            var state = line.getValue();
            if (state.queue.isEmpty() && !state.sending && state.delivered > 0 && state.deliveredAt <= settled) {
                done.put(line.getKey(), state.delivered);
            }
            if (done.size() == BATCH) {
                break;
            }
        }
        if (done.isEmpty()) {
            return Future.succeededFuture();
        }
        flushing = true;
        return client.bulkWrite(collection, done.entrySet().stream().map(Relay::clearing).toList())
                .onComplete(result -> flushing = false)
                .onSuccess(result -> done.forEach((id, delivered) -> lines.computeIfPresent(
                        id, (i, line) -> line.queue.isEmpty() && line.delivered == delivered && !line.sending ? null : line)))
                .onFailure(failure -> LOG.warn("delivered events of {} stay in their outboxes for now", collection, failure))
                .mapEmpty();
    }

    /** The sequence in the filter lets an outbox alone that got newer events meanwhile. */
    private static BulkOperation clearing(Map.Entry<String, Long> delivered) {
        return BulkOperation.createUpdate(
                new JsonObject().put("_id", delivered.getKey()).put("seq", delivered.getValue()),
                new JsonObject()
                        .put("$set", new JsonObject().put("outbox", List.of()))
                        .put("$unset", new JsonObject().put("outboxAt", "")));
    }
}
