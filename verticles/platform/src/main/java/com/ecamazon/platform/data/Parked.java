package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Events of one collection that a subscriber group keeps refusing, set aside for that group with those that follow them,
 * so that other aggregates and groups go on.
 */
final class Parked {
    private static final Logger LOG = LoggerFactory.getLogger(Parked.class);
    private static final int BATCH = 200;

    /** Follows the name of the collection. */
    static final String SUFFIX = ".parked";

    private final MongoClient client;
    private final Outbox outbox;
    private final String collection;
    private final Set<String> held = new HashSet<>();
    private final AtomicInteger count = new AtomicInteger();

    Parked(MongoClient client, Outbox outbox, String collection) {
        this.client = client;
        this.outbox = outbox;
        this.collection = collection + SUFFIX;
    }

    int count() {
        return count.get();
    }

    /** Whether an event of the aggregate is parked for the group, so that those after it must be too. */
    boolean holds(Domain group, String id) {
        return !held.isEmpty() && held.contains(key(group, id));
    }

    private static String key(Domain group, String id) {
        return group + "/" + id;
    }

    Future<Void> park(Entry entry, Domain group, String id, String reason) {
        var document = new JsonObject()
                .put("_id", entry.event().id() + "/" + group)
                .mergeIn(entry.document())
                .put("group", group.name())
                .put("subject", id)
                .put("reason", reason);
        return client.insert(collection, document)
                .<Void>mapEmpty()
                .recover(
                        failure -> Mongo.isDuplicate(failure) ? Future.succeededFuture() : Future.failedFuture(failure))
                .onSuccess(done -> {
                    held.add(key(group, id));
                    count.incrementAndGet();
                    LOG.error("{} is parked for {}: {}", entry.event().id(), group, reason);
                });
    }

    /** Delivers what is parked once more, in order; what is refused again stays. */
    Future<Void> redrive() {
        return client.findWithOptions(
                        collection,
                        new JsonObject(),
                        new FindOptions()
                                .setSort(new JsonObject().put("subject", 1).put("seq", 1))
                                .setLimit(BATCH))
                .compose(found -> {
                    count.set(found.size());
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
        if (holds(group, id)) {
            return Future.succeededFuture();
        }
        return outbox.deliver(Entry.read(outbox, id, document), group)
                .compose(done ->
                        client.removeDocument(collection, new JsonObject().put("_id", document.getString("_id"))))
                .onSuccess(done -> count.decrementAndGet())
                .<Void>mapEmpty()
                .recover(failure -> {
                    held.add(key(group, id));
                    return Future.succeededFuture();
                });
    }
}
