package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.UpdateOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is changed and not yet written fits into the memory, however much it is. */
class MemoryTest {
    private static final int DOCUMENTS = 20_000;
    private static final int BATCH = 250;
    private static final int CLIENTS = 64;

    @TempDir
    Path folder;

    @Test
    void changesAllOverTheFile_fasterThanTheyAreWritten_fitIntoTheMemory_andSoDoesWhatAKillLeaves() {
        // It has 256 MB, of which the cache of pages takes 64.
        try (ServerProcess server = start();
                Client client = new Client(server.url())) {
            for (int first = 0; first < DOCUMENTS; first += BATCH) {
                await(client.mongo()
                        .bulkWrite(
                                "docs",
                                IntStream.range(first, first + BATCH)
                                        .mapToObj(i -> BulkOperation.createInsert(document(i)))
                                        .toList()));
            }
            var left = new AtomicInteger(DOCUMENTS);
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < CLIENTS; writer++) {
                Promise<Void> end = Promise.promise();
                change(client, left, end);
                writers.add(end.future());
            }
            await(Future.all(writers));
            server.kill();
        }
        try (ServerProcess server = start();
                Client client = new Client(server.url())) {
            assertThat(await(client.mongo().count("docs", new JsonObject()))).isEqualTo(DOCUMENTS);
            assertThat(await(client.mongo().count("docs", new JsonObject().put("changed", 1))))
                    .isEqualTo(DOCUMENTS);
            // One command that changes everything.
            await(client.mongo()
                    .updateCollectionWithOptions(
                            "docs",
                            new JsonObject(),
                            new JsonObject().put("$set", new JsonObject().put("changed", 2)),
                            new UpdateOptions(false, true)));
            await(client.mongo().createIndex("docs", new JsonObject().put("changed", 1)));
            assertThat(await(client.mongo().count("docs", new JsonObject().put("changed", 2))))
                    .isEqualTo(DOCUMENTS);
        }
    }

    @Test
    void changesBeyondTheBound_areAnsweredLater() {
        try (Store store = Store.open(folder)) {
            Batch batch = new Batch();
            for (byte key = 0; key < 80; key++) {
                batch.put(store.table("rows"), new byte[] {key}, new byte[1 << 20]);
            }
            store.apply(batch);
            CompletableFuture<String> answered = new CompletableFuture<>();
            store.whenRoom(() -> answered.complete("answered"));
            assertThat(answered).isNotDone();
            assertThat(answered).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    private ServerProcess start() {
        return ServerProcess.start(
                DataServerApp.class, "--data", folder.toString(), "--host", "127.0.0.1", "--port", "0");
    }

    private static void change(Client client, AtomicInteger left, Promise<Void> end) {
        int number = left.getAndDecrement() - 1;
        if (number < 0) {
            end.complete();
            return;
        }
        client.update(
                        "docs",
                        new JsonObject().put("_id", id(number)),
                        new JsonObject().put("$set", new JsonObject().put("changed", 1)))
                .onSuccess(_ -> change(client, left, end))
                .onFailure(end::fail);
    }

    private static JsonObject document(int number) {
        return new JsonObject().put("_id", id(number)).put("text", "x".repeat(4_000));
    }

    /** Neighbours in time are none in the file. */
    private static String id(int number) {
        return Integer.toHexString(number * 0x9E3779B1);
    }
}
