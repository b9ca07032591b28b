package com.ecamazon.platform.data;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.time.Instant;
import java.util.List;

/**
 * Goes through the documents of a collection whose outboxes hold something, page by page, in the order of their last news. It
 * may miss one where others of the same instant leave meanwhile.
 */
final class OutboxScan {
    static final int PAGE = 200;
    private static final String AT = "outboxAt";

    private final MongoClient client;
    private final String collection;
    private Instant last = Instant.EPOCH;
    /** Documents of the last instant that were read already. */
    private int ofLast;

    OutboxScan(MongoClient client, String collection) {
        this.client = client;
        this.collection = collection;
    }

    /** The next documents with news until this time; less than a page of them at the end. */
    Future<List<JsonObject>> next(Instant until) {
        return client.findWithOptions(
                        collection,
                        new JsonObject()
                                .put(AT, new JsonObject().put("$gte", last).put("$lte", until)),
                        new FindOptions()
                                .setFields(ParkedMarks.with(
                                        new JsonObject().put("outbox", 1).put(AT, 1)))
                                .setSort(new JsonObject().put(AT, 1))
                                .setSkip(ofLast)
                                .setLimit(PAGE)
                                .setBatchSize(PAGE))
                .onSuccess(this::advance);
    }

    private void advance(List<JsonObject> page) {
        for (var document : page) {
            var at = document.getInstant(AT);
            ofLast = at.equals(last) ? ofLast + 1 : 1;
            last = at;
        }
    }

    /** The next page is the first again. */
    void restart() {
        last = Instant.EPOCH;
        ofLast = 0;
    }

    /** How many documents there are. */
    Future<Long> count() {
        return client.count(collection, new JsonObject().put(AT, new JsonObject().put("$gt", Instant.EPOCH)));
    }
}
