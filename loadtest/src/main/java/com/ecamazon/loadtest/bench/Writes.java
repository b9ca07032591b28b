package com.ecamazon.loadtest.bench;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Documents written at the product's data server, by collection, as its command {@code top} counts them. */
final class Writes {
    private static final int LONGEST_SECONDS = 60;

    private final MongoClient mongo;

    Writes(Vertx vertx, String url) {
        mongo = MongoClient.create(
                vertx, new JsonObject().put("connection_string", url).put("db_name", "admin"));
    }

    /** So far. */
    Map<String, Long> now() throws InterruptedException {
        try {
            var totals = mongo.runCommand("top", new JsonObject().put("top", 1))
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(LONGEST_SECONDS, TimeUnit.SECONDS)
                    .getJsonObject("totals");
            var counts = new TreeMap<String, Long>();
            for (var collection : totals.fieldNames()) {
                var kinds = totals.getJsonObject(collection);
                counts.put(collection, count(kinds, "insert") + count(kinds, "update") + count(kinds, "remove"));
            }
            return counts;
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the data server does not count", e);
        }
    }

    private static long count(JsonObject kinds, String kind) {
        return kinds.getJsonObject(kind).getLong("count");
    }

    /** Waits until nothing was written for a second: what requests set in motion has come to its end. */
    Map<String, Long> settled() throws InterruptedException {
        var last = now();
        for (int i = 0; i < LONGEST_SECONDS; i++) {
            TimeUnit.SECONDS.sleep(1);
            var next = now();
            if (next.equals(last)) {
                return next;
            }
            last = next;
        }
        return last;
    }

    /** The writes per request of each collection that was written to. */
    static Map<String, Double> each(Map<String, Long> before, Map<String, Long> after, long requests) {
        var each = new TreeMap<String, Double>();
        after.forEach((collection, count) -> {
            long more = count - before.getOrDefault(collection, 0L);
            if (more > 0) {
                each.put(collection, more / (double) requests);
            }
        });
        return each;
    }
}
