package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.WriteOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int WRITERS = 24;
    private static final int ROUNDS = 5;
    private static final int CUSTOMERS = 7;

    @TempDir
    Path folder;

    /** The highest version of each document whose write was acknowledged. */
    private final Map<String, Integer> acknowledged = new ConcurrentHashMap<>();

    @Test
    void kill_whileManyWriteJournaled_keepsEachAcknowledgedWriteWhole() throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            try (ServerProcess server = ServerProcess.start(ServerProcess.Busy.class, folder.toString());
                    Client client = new Client(server.url())) {
                verify(client.mongo());
                await(client.mongo().createIndex("docs", new JsonObject().put("customer", 1)));
                CountDownLatch writes = new CountDownLatch(700 + 400 * round);
                for (int writer = 0; writer < WRITERS; writer++) {
                    write(client, round + "." + writer + ".", 0, writes);
                }
                assertThat(writes.await(60, TimeUnit.SECONDS)).isTrue();
                server.kill();
            }
        }
        try (ServerProcess server = ServerProcess.start(ServerProcess.Busy.class, folder.toString());
                Client client = new Client(server.url())) {
            verify(client.mongo());
        }
    }

    /** Inserts documents and changes each twice, one after the other, until the server is gone. */
    private void write(Client client, String prefix, int step, CountDownLatch writes) {
        String id = prefix + step / 3;
        int version = step % 3;
        Future<Boolean> write = version == 0
                ? client.mongo()
                        .insertWithOptions("docs", document(id, 0), WriteOption.JOURNALED)
                        .map(true)
                : client.update(
                                "docs",
                                new JsonObject().put("_id", id).put("version", version - 1),
                                change(id, version))
                        .map(modified -> modified == 1);
        write.onSuccess(done -> {
            if (done) {
                acknowledged.put(id, version);
                writes.countDown();
                write(client, prefix, step + 1, writes);
            }
        });
    }

    private static JsonObject document(String id, int version) {
        return new JsonObject()
                .put("_id", id)
                .put("version", version)
                .put("customer", customer(id, version))
                .put("text", "x".repeat(50 + Math.floorMod(id.hashCode() + version, 700)))
                .put("checksum", (id + version).hashCode());
    }

    private static JsonObject change(String id, int version) {
        JsonObject set = document(id, version);
        set.remove("_id");
        return new JsonObject().put("$set", set);
    }

    private static int customer(String id, int version) {
        return Math.floorMod(id.hashCode() + version, CUSTOMERS);
    }

    private void verify(MongoClient mongo) {
        List<JsonObject> all = await(mongo.find("docs", new JsonObject()));
        Map<String, JsonObject> kept = all.stream().collect(Collectors.toMap(one -> one.getString("_id"), one -> one));
        acknowledged.forEach((id, version) -> {
            assertThat(kept)
                    .hasEntrySatisfying(
                            id, one -> assertThat(one.getInteger("version")).isGreaterThanOrEqualTo(version));
        });
        kept.forEach((id, one) -> assertThat(one).isEqualTo(document(id, one.getInteger("version"))));
        List<JsonObject> indexed = new ArrayList<>();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            indexed.addAll(await(mongo.find("docs", new JsonObject().put("customer", customer))));
        }
        indexed.sort(Comparator.comparing(one -> one.getString("_id")));
        all.sort(Comparator.comparing(one -> one.getString("_id")));
        assertThat(indexed).isEqualTo(all);
    }
}
