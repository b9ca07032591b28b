package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.WriteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A disk that fills up: writes are refused within a second, nothing is lost, and all goes on once there is space. */
class DiskFullTest {
    private static final int OUT_OF_DISK_SPACE = 14_031;
    private static final int REFUSALS = 50;
    private static final int CUSTOMERS = 7;
    private static final int SMALL = 4 << 10;
    private static final int LARGE = 64 << 10;
    private static final long MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private final Random random = new Random(12);
    /** Each document as its last acknowledged write left it. There is one writer, so there is nothing else. */
    private final Map<String, JsonObject> acknowledged = new HashMap<>();

    private final List<String> others = new ArrayList<>();
    private @Nullable SmallDisk disk;
    private String url = "";
    private int version;
    private Duration longestRefusal = Duration.ZERO;

    @BeforeEach
    void mount() throws IOException {
        disk = SmallDisk.mount(folder.resolve("disk"));
    }

    @AfterEach
    void unmount() {
        if (disk != null) {
            disk.close();
        }
    }

    @Test
    void write_journalHasNoSpace_isRefusedUntilItHas(TestReporter reporter) throws IOException {
        try (ServerProcess server = start();
                Client client = client()) {
            prepare(client);
            disk().fill(0);
            refuse(client);
            verify();
            server.kill();
        }
        try (ServerProcess server = start();
                Client client = client()) {
            verify();
            refuse(client);
            recover(client, reporter);
            verify();
            server.kill();
        }
        verifyAfterRestart();
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void write_spaceEndsInACheckpoint_isRefusedUntilItIsDone(boolean killed, TestReporter reporter)
            throws IOException {
        try (ServerProcess server = start();
                Client client = client()) {
            prepare(client);
            disk().fill(6 * MEGABYTE);
            strandACheckpoint(client);
            until(() -> refusal(client, SMALL).filter(why -> why.contains("the data file")).isPresent());
            refuse(client);
            verify();
            if (!killed) {
                recover(client, reporter);
            }
            server.kill();
        }
        if (killed) {
            try (ServerProcess server = start();
                    Client client = client()) {
                verify();
                refuse(client);
                recover(client, reporter);
                server.kill();
            }
        }
        verifyAfterRestart();
    }

    private SmallDisk disk() {
        return Objects.requireNonNull(disk);
    }

    private ServerProcess start() {
        ServerProcess server = ServerProcess.start(
                DataServerApp.class, "--data", disk().data().toString(), "--host", "127.0.0.1", "--port", "0");
        url = server.url();
        return server;
    }

    /** One whose commands fail when they have no answer within the promised second. */
    private Client client() {
        Client client = new Client(url + "&timeoutMS=1000");
        until(() -> answers(client));
        return client;
    }

    private static boolean answers(Client client) {
        try {
            await(client.mongo().runCommand("ping", new JsonObject().put("ping", 1)));
            return true;
        } catch (MongoException e) {
            return false;
        }
    }

    private void prepare(Client client) {
        await(client.mongo().createIndex("docs", new JsonObject().put("customer", 1)));
        for (int i = 0; i < 100; i++) {
            assertThat(refusal(client, SMALL)).isEmpty();
        }
    }

    /** Lets a checkpoint take the last of the space: the journal gets less than there is. */
    private void strandACheckpoint(Client client) {
        until(() -> {
            if (journalBytes() < 4 * MEGABYTE) {
                refusal(client, LARGE);
            } else {
                answers(client);
            }
            return disk().left() == 0;
        });
    }

    private long journalBytes() {
        return generations().stream()
                .mapToLong(one ->
                        JournalFiles.path(disk().data(), one).toFile().length())
                .sum();
    }

    private List<Long> generations() {
        try {
            return JournalFiles.generations(disk().data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes until many were refused, in a collection that is new, too. */
    private void refuse(Client client) {
        int[] refusals = {0};
        until(() -> {
            refusals[0] += refusal(client, SMALL).isPresent() ? 1 : 0;
            return refusals[0] == REFUSALS;
        });
        String id = "other" + others.size();
        if (refusal(insert(client, "others", new JsonObject().put("_id", id))).isEmpty()) {
            others.add(id);
        }
    }

    /** Gives the space back, waits for writes to be taken again and for what waited to be brought into the file. */
    private void recover(Client client, TestReporter reporter) throws IOException {
        List<Long> waiting = generations();
        long freed = System.nanoTime();
        disk().free();
        until(() -> refusal(client, SMALL).isEmpty());
        Duration recovery = Duration.ofNanos(System.nanoTime() - freed);
        reporter.publishEntry(
                "refused after at most " + longestRefusal.toMillis() + " ms, writes again after",
                recovery.toMillis() + " ms");
        await(insert(client, "others", new JsonObject().put("_id", "last")));
        others.add("last");
        until(() -> refusal(client, SMALL).isEmpty() && generations().stream().noneMatch(waiting::contains));
    }

    private void verifyAfterRestart() {
        try (ServerProcess server = start();
                Client client = client()) {
            verify();
            assertThat(refusal(client, LARGE)).isEmpty();
            server.terminate();
            assertThat(server.exit()).isEqualTo(143);
        }
        assertThat(generations()).isEmpty();
    }

    /** Makes a document or changes one; why that was refused, or nothing when it was acknowledged. */
    private Optional<String> refusal(Client client, int bytes) {
        String id = "d" + random.nextInt(acknowledged.size() + 10);
        JsonObject fields = new JsonObject()
                .put("version", version++)
                .put("customer", random.nextInt(CUSTOMERS))
                .put("text", Character.toString('a' + version % 26).repeat(bytes / 2 + random.nextInt(bytes / 2)));
        JsonObject document = fields.copy().put("_id", id);
        Optional<String> refusal = refusal(
                acknowledged.containsKey(id)
                        ? client.update("docs", new JsonObject().put("_id", id), new JsonObject().put("$set", fields))
                        : insert(client, "docs", document));
        if (refusal.isEmpty()) {
            acknowledged.put(id, document);
        }
        return refusal;
    }

    private static Future<?> insert(Client client, String collection, JsonObject document) {
        // The driver's answer says nothing of a document that has its id.
        return client.mongo().insertWithOptions(collection, document, WriteOption.JOURNALED);
    }

    private Optional<String> refusal(Future<?> write) {
        long asked = System.nanoTime();
        try {
            await(write);
            return Optional.empty();
        } catch (MongoException e) {
            assertThat(e.getCode()).as(e.toString()).isEqualTo(OUT_OF_DISK_SPACE);
            Duration took = Duration.ofNanos(System.nanoTime() - asked);
            longestRefusal = took.compareTo(longestRefusal) > 0 ? took : longestRefusal;
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void verify() {
        try (Client reader = new Client(url)) {
            List<JsonObject> all = await(reader.mongo().find("docs", new JsonObject()));
            assertThat(byId(all)).isEqualTo(acknowledged);
            List<JsonObject> indexed = new ArrayList<>();
            for (int customer = 0; customer < CUSTOMERS; customer++) {
                indexed.addAll(await(reader.mongo().find("docs", new JsonObject().put("customer", customer))));
            }
            assertThat(byId(indexed)).isEqualTo(acknowledged);
            assertThat(await(reader.mongo().find("others", new JsonObject())))
                    .extracting(one -> one.getString("_id"))
                    .containsExactlyInAnyOrderElementsOf(others);
        }
    }

    private static Map<String, JsonObject> byId(List<JsonObject> documents) {
        return documents.stream().collect(Collectors.toMap(one -> one.getString("_id"), one -> one));
    }

    private static void until(BooleanSupplier state) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!state.getAsBoolean()) {
            assertThat(System.nanoTime()).as("nanoseconds when it gave up").isLessThan(end);
        }
    }
}
