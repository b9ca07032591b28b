package com.ecamazon.platform.data;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.UpdateOptions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The parked events of one collection, a document each. */
final class ParkedDocuments {
    /** Follows the name of the collection. */
    static final String SUFFIX = ".parked";

    private static final int BATCH = 200;

    /** Longer than a delivery may take. */
    private static final Duration CLAIM = Duration.ofSeconds(30);

    private final MongoClient client;
    private final String collection;
    private final InstantSource clock;

    ParkedDocuments(MongoClient client, String aggregates, InstantSource clock) {
        this.client = client;
        this.collection = aggregates + SUFFIX;
        this.clock = clock;
    }

    /** The order in which a lane is looked through. */
    Future<Void> open() {
        return client.createIndex(collection, new JsonObject().put("subject", 1).put("seq", 1));
    }

    /**
     * Keeps an event.
     *
     * @param follows whether it only waits for one before it
     * @return false when it is there already
     */
    Future<Boolean> add(Entry entry, LaneKey lane, String reason, boolean follows) {
        var document = new JsonObject()
                .put("_id", entry.event().id() + "/" + lane.group())
                .mergeIn(entry.document())
                .put("group", lane.group().name())
                .put("subject", lane.subject())
                .put("reason", reason)
                .put("since", clock.instant());
        if (follows) {
            document.put("follows", true);
        }
        return client.insert(collection, document)
                .map(true)
                .recover(failure ->
                        Mongo.isDuplicate(failure) ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }

    /** The event of a lane that is to be delivered before all others. */
    Future<Optional<JsonObject>> first(LaneKey lane) {
        return client.findWithOptions(
                        collection,
                        lane.filter(),
                        new FindOptions()
                                .setSort(new JsonObject().put("seq", 1))
                                .setLimit(1))
                .map(found -> found.stream().findFirst());
    }

    /** Makes an event one's own to deliver; false when it is another's, or gone. */
    Future<Boolean> claim(JsonObject event) {
        var now = clock.instant();
        var unclaimed = new JsonArray()
                .add(new JsonObject().put("claimedUntil", new JsonObject().put("$exists", false)))
                .add(new JsonObject().put("claimedUntil", new JsonObject().put("$lte", now)));
        return client.updateCollectionWithOptions(
                        collection,
                        new JsonObject().put("_id", event.getString("_id")).put("$or", unclaimed),
                        new JsonObject()
                                .put("$set", new JsonObject().put("claimedUntil", now.plus(CLAIM)))
                                .put("$unset", new JsonObject().put("follows", "")),
                        new UpdateOptions())
                .map(result -> result != null && result.getDocMatched() == 1);
    }

    Future<Void> remove(JsonObject event) {
        return client.removeDocument(collection, new JsonObject().put("_id", event.getString("_id")))
                .mapEmpty();
    }

    /** Lets go of an event that could not be delivered, and keeps why. */
    Future<Void> refused(JsonObject event, String reason) {
        return client.updateCollectionWithOptions(
                        collection,
                        new JsonObject().put("_id", event.getString("_id")),
                        new JsonObject()
                                .put("$set", new JsonObject().put("reason", reason))
                                .put("$unset", new JsonObject().put("claimedUntil", "")),
                        new UpdateOptions())
                .mapEmpty();
    }

    Future<Long> count(JsonObject filter) {
        return client.count(collection, filter);
    }

    /** Ids and lanes of the events that match, in order of their ids; empty when there are no more. */
    Future<List<JsonObject>> page(JsonObject filter, String after) {
        return client.findWithOptions(
                collection,
                filter.copy().put("_id", new JsonObject().put("$gt", after)),
                new FindOptions()
                        .setFields(new JsonObject().put("group", 1).put("subject", 1))
                        .setSort(new JsonObject().put("_id", 1))
                        .setLimit(BATCH));
    }

    /** The events that others wait for, the longest parked first. */
    Future<List<JsonObject>> heads(int most) {
        return client.findWithOptions(
                collection,
                new JsonObject().put("follows", new JsonObject().put("$exists", false)),
                new FindOptions()
                        .setFields(new JsonObject()
                                .put("group", 1)
                                .put("subject", 1)
                                .put("seq", 1)
                                .put("topic", 1)
                                .put("reason", 1)
                                .put("since", 1)
                                .put("at", 1))
                        .setSort(new JsonObject().put("since", 1).put("seq", 1))
                        .setLimit(most));
    }
}
