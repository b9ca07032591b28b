package com.ecamazon.dataserver;

import static com.ecamazon.dataserver.Client.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.WriteOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpeningTest {
    @TempDir
    Path folder;

    @Test
    void open_folderUnderAFile_saysSo() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> DataServer.open(file.resolve("data"), 0))
                .isInstanceOf(DataServerException.class)
                .hasMessage("The data folder " + file.resolve("data") + " can't be written.");
    }

    @Test
    void open_portTaken_saysSoAndLetsGoOfTheData() {
        try (DataServer first = DataServer.open(folder.resolve("a"), 0)) {
            assertThatThrownBy(() -> DataServer.open(folder.resolve("b"), first.port()))
                    .isInstanceOf(DataServerException.class)
                    .hasMessage("Port " + first.port() + " on 127.0.0.1 can't be bound.");
        }
        DataServer.open(folder.resolve("b"), 0).close();
    }

    @Test
    void open_anotherProcessHasTheData_saysSo() {
        try (ServerProcess first = ServerProcess.start(
                DataServerApp.class, "--data", folder.toString(), "--host", "127.0.0.1", "--port", "0")) {
            assertThat(first.url()).startsWith("mongodb://127.0.0.1:");
            assertThatThrownBy(() -> DataServer.open(folder, 0))
                    .isInstanceOf(DataServerException.class)
                    .hasMessage("Another process has the data in " + folder + " open.");
            try (ServerProcess second = ServerProcess.start(
                    DataServerApp.class, "--data", folder.toString(), "--host", "127.0.0.1", "--port", "0")) {
                assertThat(second.line()).isEqualTo("Another process has the data in " + folder + " open.");
                assertThat(second.exit()).isEqualTo(2);
            }
        }
    }

    @Test
    void terminate_afterWrites_closesInOrder() throws IOException {
        try (ServerProcess process = ServerProcess.start(
                DataServerApp.class, "--data", folder.toString(), "--host", "127.0.0.1", "--port", "0")) {
            try (Client client = new Client(process.url())) {
                await(client.mongo().insert("docs", new JsonObject().put("_id", "a")));
            }
            process.terminate();
            assertThat(process.exit()).isEqualTo(143);
        }
        assertThat(JournalFiles.generations(folder)).isEmpty();
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            assertThat(await(client.mongo().count("docs", new JsonObject()))).isEqualTo(1);
        }
    }

    @Test
    void main_badOptions_exitsWithOneSentence() {
        try (ServerProcess process = ServerProcess.start(
                DataServerApp.class, "--data", folder.toString(), "--host", "127.0.0.1", "--port", "x")) {
            assertThat(process.line()).isEqualTo("The port must be a number from 0 to 65535, not x.");
            assertThat(process.exit()).isEqualTo(2);
        }
    }

    @Test
    void mvStoreGivesUp_isTold_andTheNextOpeningHasAllThatWasAcknowledged() {
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (DataServer server = DataServer.serve(Store.open(folder, Duration.ofMillis(20)), 0);
                Client client = new Client(server.url())) {
            CompletableFuture<Throwable> lost = server.lost().toCompletableFuture();
            long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            for (int i = 0; !lost.isDone() && System.nanoTime() < end; i++) {
                String id = "d" + i;
                client.mongo()
                        .insertWithOptions(
                                "docs",
                                new JsonObject().put("_id", id).put("text", "x".repeat(9_000)),
                                WriteOption.JOURNALED)
                        .onSuccess(_ -> acknowledged.add(id))
                        .toCompletionStage()
                        .toCompletableFuture()
                        .exceptionally(_ -> "")
                        .orTimeout(10, TimeUnit.SECONDS)
                        .join();
                // Its file closes when a thread is interrupted that writes to it, which these do now and then.
                writers().forEach(Thread::interrupt);
            }
            assertThat(lost).isDone();
        }
        try (DataServer server = DataServer.open(folder, 0);
                Client client = new Client(server.url())) {
            assertThat(await(client.mongo().find("docs", new JsonObject())))
                    .extracting(one -> one.getString("_id"))
                    .containsAll(acknowledged);
        }
    }

    private static Stream<Thread> writers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("H2-save"));
    }
}
