package com.ecamazon.platform.data;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.time.Instant;
import java.util.List;

/** Goes through the documents of a collection whose outboxes hold something, page by page, in the order of their last news. */
final class OutboxScan {
    static final int PAGE = 200;

    private final MongoClient client;
    private final String collection;
    private Instant at = Instant.EPOCH;
    private String id = "";

    OutboxScan(MongoClient client, String collection) {
        this.client = client;
        this.collection = collection;
    }

    /** The next documents with news until this time; less than a page of them at the end. */
    Future<List<JsonObject>> next(Instant until) {
        var after = new JsonArray()
                .add(new JsonObject().put("outboxAt", new JsonObject().put("$gt", at)))
                .add(new JsonObject().put("_id", new JsonObject().put("$gt", id)));
        return client.findWithOptions(
                        collection,
                        new JsonObject()
                                .put(
                                        "outboxAt",
                                        new JsonObject().put("$gte", at).put("$lte", until))
                                .put("$or", after),
                        new FindOptions()
                                .setFields(ParkedMarks.with(
                                        new JsonObject().put("outbox", 1).put("outboxAt", 1)))
                                .setSort(new JsonObject().put("outboxAt", 1).put("_id", 1))
                                .setLimit(PAGE)
                                .setBatchSize(PAGE))
                .onSuccess(page -> {
                    if (!page.isEmpty()) {
                        at = page.getLast().getInstant("outboxAt");
                        id = page.getLast().getString("_id");
                    }
                });
    }

    /** The next page is the first again. */
    void restart() {
        at = Instant.EPOCH;
        id = "";
    }

    /** How many documents there are. */
    Future<Long> count() {
        return client.count(collection, new JsonObject().put("outboxAt", new JsonObject().put("$gt", Instant.EPOCH)));
    }
}
