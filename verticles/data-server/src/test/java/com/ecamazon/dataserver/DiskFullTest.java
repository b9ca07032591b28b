package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.WriteOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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
import java.util.stream.Stream;
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
    private static final int SHUTDOWN_IN_PROGRESS = 91;
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
    void write_spaceEndsInACheckpoint_isRefusedUntilItIsDone(boolean killed, TestReporter reporter) throws IOException {
        try (ServerProcess server = start();
                Client client = client()) {
            prepare(client);
            disk().fill(6 * MEGABYTE);
            strandACheckpoint(client);
            until(() -> refusal(client, SMALL)
                    .filter(why -> why.contains("the data file"))
                    .isPresent());
            refuse(client);
            verify();
            if (!killed) {
                List<Long> waiting = generations();
                recover(client, reporter);
                until(() -> answers(client) && generations().stream().noneMatch(waiting::contains));
            }
            server.kill();
        }
        if (killed) {
            try (ServerProcess server = start();
                    Client client = client()) {
                verify();
                refuse(client);
                server.terminate();
                assertThat(server.exit()).isEqualTo(143);
            }
            try (ServerProcess server = start();
                    Client client = client()) {
                verify();
                recover(client, reporter);
                server.kill();
            }
        }
        verifyAfterRestart();
    }

    @Test
    void write_spaceThatWasTakenIsGone_isUnknownOnceThenRefusedAndKeptLater(TestReporter reporter) throws IOException {
        // No checkpoint after the first, so that there is one journal.
        try (DataServer server = DataServer.serve(Store.open(disk().data(), Duration.ofHours(1)), 0)) {
            url = server.url();
            try (Client client = client()) {
                prepare(client);
                takeBackTheRestOfTheJournal();
                disk().fill(0);
                until(() -> !writes(client));
                refuse(client);
                verify();
                recover(client, reporter);
                verify();
            }
            Path killed = Files.createDirectory(folder.resolve("killed"));
            for (Path file : files(disk().data())) {
                Files.copy(file, killed.resolve(file.getFileName()));
            }
            try (DataServer again = DataServer.open(killed, 0)) {
                url = again.url();
                verify();
            }
        }
    }

    @Test
    void open_noSpaceForANewFile_saysSoAndOpensOnceThereIs() throws IOException {
        disk().fill(4 << 10);
        assertThatThrownBy(() -> DataServer.open(disk().data(), 0))
                .isInstanceOf(DataServerException.class)
                .hasMessageStartingWith("The data file in " + disk().data() + " can't be opened: ");
        disk().free();
        DataServer.open(disk().data(), 0).close();
    }

    /** Leaves the records and no space, as a file system does that stores no zeros. */
    private void takeBackTheRestOfTheJournal() throws IOException {
        Path journal = JournalFiles.path(disk().data(), generations().getLast());
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer header = ByteBuffer.allocate(JournalRecord.HEADER);
            long end = 0;
            while (file.read(header.clear(), end) == JournalRecord.HEADER && header.getInt(0) > 0) {
                end += JournalRecord.HEADER + header.getInt(0);
            }
            file.truncate(end);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Whether a document is written; when that is unknown it counts as written, for it is in memory. */
    private boolean writes(Client client) {
        JsonObject document =
                new JsonObject().put("_id", "u" + version++).put("customer", 1).put("text", "z".repeat(SMALL));
        acknowledged.put(document.getString("_id"), document);
        try {
            await(insert(client, "docs", document));
            return true;
        } catch (MongoException e) {
            assertThat(e.getCode()).as(e.toString()).isEqualTo(SHUTDOWN_IN_PROGRESS);
            return false;
        }
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
                .mapToLong(one -> JournalFiles.path(disk().data(), one).toFile().length())
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

    /** Gives the space back and waits for writes to be taken again. */
    private void recover(Client client, TestReporter reporter) throws IOException {
        long freed = System.nanoTime();
        disk().free();
        until(() -> refusal(client, SMALL).isEmpty());
        Duration recovery = Duration.ofNanos(System.nanoTime() - freed);
        reporter.publishEntry(
                "refused after at most " + longestRefusal.toMillis() + " ms, writes again after",
                recovery.toMillis() + " ms");
        await(insert(client, "others", new JsonObject().put("_id", "last")));
        others.add("last");
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
