package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records of a durable log that this domain cannot apply, set aside in its own database with those that follow them, so
 * that the log is read on. It is the receiver's side of {@link Parked}.
 */
public final class ParkedRecords {
    /** In place of a collection's name: what came from elsewhere. */
    static final String HEARD = "heard";

    private static final Logger LOG = LoggerFactory.getLogger(ParkedRecords.class);
    private static final String COLLECTION = HEARD + ParkedDocuments.SUFFIX;
    private static final int MOST = 10_000;
    private static final int BATCH = 200;

    private final MongoClient client;
    private final Domain group;
    private final Set<String> held = new HashSet<>();
    private final AtomicInteger count = new AtomicInteger();

    ParkedRecords(MongoClient client, Domain group) {
        this.client = client;
        this.group = group;
    }

    public int count() {
        return count.get();
    }

    /** Learns what this or another instance has parked. */
    public Future<Void> load() {
        var fields = new JsonObject().put("topic", 1).put("subject", 1).put("holds", 1);
        return client.findWithOptions(
                        COLLECTION,
                        new JsonObject(),
                        new FindOptions().setFields(fields).setLimit(MOST))
                .onSuccess(found -> {
                    count.set(found.size());
                    held.clear();
                    found.stream()
                            .filter(document -> document.getBoolean("holds"))
                            .map(document -> lane(document.getString("topic"), document.getString("subject")))
                            .forEach(held::add);
                })
                .mapEmpty();
    }

    /** Whether a record of the same aggregate is parked, so that this one must be too. */
    public Future<Boolean> holds(LogRecord record) {
        var lane = lane(record.topic(), record.key());
        if (!held.contains(lane)) {
            return Future.succeededFuture(false);
        }
        // Another instance may have driven it again.
        return client.count(COLLECTION, following(record)).map(left -> {
            if (left == 0) {
                held.remove(lane);
            }
            return left > 0;
        });
    }

    private static JsonObject following(LogRecord record) {
        return new JsonObject()
                .put("topic", record.topic())
                .put("subject", record.key())
                .put("holds", true)
                .put("_id", new JsonObject().put("$ne", record.place()));
    }

    private static String lane(String topic, String key) {
        return topic + "/" + key;
    }

    /**
     * Sets a record aside.
     *
     * @param holds whether those of the same aggregate must wait behind it; not for one that may be anybody's
     */
    public Future<Void> park(LogRecord record, String reason, boolean holds) {
        if (!holds && count.get() >= MOST) {
            LOG.error("{} is left out, since too much is parked by {}: {}", record.place(), group, reason);
            return Future.succeededFuture();
        }
        var document = new JsonObject()
                .put("_id", record.place())
                .put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset())
                .put("subject", record.key())
                .put("value", record.value())
                .put("contract", record.version())
                .put("signature", record.signature())
                .put("group", group.name())
                .put("reason", reason)
                .put("holds", holds);
        return client.insert(COLLECTION, document)
                .<Void>mapEmpty()
                .onSuccess(done -> {
                    count.incrementAndGet();
                    LOG.error("{} is parked by {}: {}", record.place(), group, reason);
                })
                .recover(
                        failure -> Mongo.isDuplicate(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                .onSuccess(done -> {
                    if (holds) {
                        held.add(lane(record.topic(), record.key()));
                    }
                });
    }

    /** The oldest that are parked, in the log's order for each aggregate. */
    public Future<List<LogRecord>> oldest() {
        return client.findWithOptions(
                        COLLECTION,
                        new JsonObject(),
                        new FindOptions()
                                .setSort(new JsonObject()
                                        .put("topic", 1)
                                        .put("partition", 1)
                                        .put("offset", 1))
                                .setLimit(BATCH))
                .map(found -> found.stream().map(ParkedRecords::record).toList());
    }

    private static LogRecord record(JsonObject document) {
        return new LogRecord(
                document.getString("topic"),
                document.getInteger("partition"),
                document.getLong("offset"),
                document.getString("subject"),
                document.getString("value"),
                document.getString("contract"),
                document.getString("signature"));
    }

    /** It was applied after all. */
    public Future<Void> remove(LogRecord record) {
        return client.removeDocument(COLLECTION, new JsonObject().put("_id", record.place()))
                .onSuccess(done -> count.decrementAndGet())
                .mapEmpty();
    }
}
