package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadTest {
    private static final long MEGABYTE = 1 << 20;
    private static final int ATTEMPTS = 10_000;
    private static final int SKUS = 200;
    private static final int UNITS = 30;

    @TempDir
    Path folder;

    @Test
    void decrement_moreAttemptsThanUnits_sellsWhatThereIs() {
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            List<BulkOperation> stock = IntStream.range(0, SKUS)
                    .mapToObj(sku -> new JsonObject().put("_id", "sku" + sku).put("onHand", UNITS))
                    .map(BulkOperation::createInsert)
                    .toList();
            await(client.mongo().bulkWrite("stock", stock));
            AtomicInteger attempts = new AtomicInteger();
            AtomicLong sold = new AtomicLong();
            await(Future.all(IntStream.range(0, 64)
                    .mapToObj(_ -> sell(client, attempts, sold))
                    .toList()));
            assertThat(sold).hasValue(SKUS * UNITS);
            assertThat(await(client.mongo().count("stock", new JsonObject().put("onHand", 0))))
                    .isEqualTo(SKUS);
        }
    }

    private static Future<Void> sell(Client client, AtomicInteger attempts, AtomicLong sold) {
        int attempt = attempts.getAndIncrement();
        if (attempt >= ATTEMPTS) {
            return Future.succeededFuture();
        }
        // All clients are at the same SKU at a time, so that they meet at its last unit.
        String sku = "sku" + attempt / (ATTEMPTS / SKUS);
        JsonObject query = new JsonObject().put("_id", sku).put("onHand", new JsonObject().put("$gte", 1));
        JsonObject one = new JsonObject().put("$inc", new JsonObject().put("onHand", -1));
        return client.update("stock", query, one).compose(modified -> {
            sold.addAndGet(modified);
            return sell(client, attempts, sold);
        });
    }

    @Test
    void rewrite_fewDocumentsManyTimes_fileStaysSmall() throws IOException {
        // Brought up to date all the time, as hours of work would; each time writes pages anew.
        try (DataServer server = DataServer.serve(Store.open(folder, Duration.ofMillis(20)), 0);
                Client client = new Client(server.url())) {
            await(client.mongo().createIndex("hot", new JsonObject().put("due", 1)));
            long largest = 0;
            for (int round = 0; round < 250; round++) {
                List<BulkOperation> changes = new ArrayList<>();
                for (int i = 0; i < 200; i++) {
                    changes.add(BulkOperation.createReplace(
                            new JsonObject().put("_id", "d" + i),
                            new JsonObject()
                                    .put("due", round * 31 + i)
                                    .put(
                                            "filler",
                                            new JsonArray()
                                                    .add("y".repeat(1_500))
                                                    .add(round)),
                            true));
                }
                await(client.mongo().bulkWrite("hot", changes));
                largest = Math.max(largest, size());
            }
            assertThat(largest).isLessThan(12 * MEGABYTE);
        }
        assertThat(size()).isLessThan(3 * MEGABYTE);
    }

    private long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }
}
