package com.ecamazon.platform.data;

import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.EventFacts.Owed;
import com.ecamazon.contract.auditor.EventFacts.ParkedFact;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Reads what collections owe others to hear, from the documents themselves. */
final class OutboxFacts {
    private static final int MOST = 200;
    private static final int LONGEST = 50;

    private final MongoClient client;

    OutboxFacts(MongoClient client) {
        this.client = client;
    }

    /** What the collections' outboxes hold since this time or longer, and what is parked. */
    Future<Outboxes> of(List<String> collections, Instant before) {
        var owed = new ArrayList<Owed>();
        var parked = new ArrayList<ParkedFact>();
        Future<Void> all = Future.succeededFuture();
        for (var collection : collections) {
            all = all.compose(done -> owed(collection, before))
                    .onSuccess(owed::addAll)
                    .compose(done -> parked(collection))
                    .onSuccess(parked::addAll)
                    .mapEmpty();
        }
        return all.map(done -> new Outboxes(owed, parked));
    }

    private Future<List<Owed>> owed(String collection, Instant before) {
        return client.findWithOptions(
                        collection,
                        new JsonObject().put("outboxAt", new JsonObject().put("$gt", Instant.EPOCH)),
                        new FindOptions()
                                .setFields(new JsonObject().put("outbox", 1).put("seq", 1))
                                .setSort(new JsonObject().put("outboxAt", 1))
                                .setLimit(MOST))
                .map(found -> found.stream()
                        .flatMap(document -> owed(collection, document).stream())
                        .filter(owed -> !owed.since().isAfter(before))
                        .toList());
    }

    private static Optional<Owed> owed(String collection, JsonObject document) {
        var outbox = document.getJsonArray("outbox", new JsonArray());
        if (outbox.isEmpty()) {
            return Optional.empty();
        }
        var oldest = outbox.getJsonObject(0);
        return Optional.of(new Owed(
                collection,
                document.getString("_id"),
                document.getLong("seq", 0L),
                IntStream.range(0, Math.min(outbox.size(), LONGEST))
                        .mapToObj(i -> outbox.getJsonObject(i).getLong("seq"))
                        .toList(),
                oldest.getString("topic"),
                oldest.getInstant("at")));
    }

    private Future<List<ParkedFact>> parked(String collection) {
        return client.findWithOptions(
                        collection + ParkedDocuments.SUFFIX,
                        new JsonObject(),
                        new FindOptions()
                                .setFields(new JsonObject().put("group", 1).put("reason", 1))
                                .setLimit(MOST))
                .map(found -> found.stream()
                        .map(document -> new ParkedFact(
                                document.getString("_id"),
                                document.getString("group", ""),
                                document.getString("reason", "")))
                        .toList());
    }
}
