package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The command in a process of its own that cannot do what it is told: it says why in one sentence, exits with 1 and leaves
 * nothing running.
 */
class UpFailuresTest {
    private static final Duration LONGEST = Duration.ofSeconds(40);

    @TempDir
    private Path folder;

    private CommandRun up(Map<String, String> environment, String... flags) throws IOException, InterruptedException {
        return CommandRun.of(
                folder,
                environment,
                Stream.concat(Stream.of("up", "--no-city"), Stream.of(flags)).toList());
    }

    private String[] flags(int port, String... more) {
        var flags = Stream.of("--port", String.valueOf(port), "--data", folder.toString());
        return Stream.concat(flags, Stream.of(more)).toArray(String[]::new);
    }

    private List<Child> running() {
        return Child.all(Folder.open(folder)).stream()
                .filter(child -> child.handle().isPresent())
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "--prot 80, there is no flag --prot",
        "--apart, --apart is for cluster up",
        "--port many, '--port must be a number from 1 to 65535, not many.'",
        "--port 70000, '--port must be a number from 1 to 65535, not 70000.'",
        "--data, --data needs a value."
    })
    void up_misused_saysHow(String words, String sentence) throws IOException, InterruptedException {
        up(Map.of(), words.split(" ")).isRefused(sentence);
    }

    @Test
    void up_portTaken_isRefused() throws IOException, InterruptedException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            up(Map.of(), flags(other.getLocalPort())).isRefused("port " + other.getLocalPort() + " is taken");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void up_folderUnwritable_isRefused() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var ended = up(
                Map.of(),
                "--port",
                String.valueOf(OneJvm.freePort()),
                "--data",
                file.resolve("data").toString());
        ended.isRefused(file + "/data cannot be written.");
    }

    @Test
    void up_folderInUse_isRefusedAndKeepsItsData() throws IOException, InterruptedException {
        var used = Folder.open(folder);
        var kept = Files.writeString(used.data().resolve("kept"), "data");
        try (var _ = FolderClaim.of(used)) {
            up(Map.of(), flags(OneJvm.freePort(), "--fresh")).isRefused("another ./ecamazon runs on the data folder");
        }
        assertThat(kept).exists();
        assertThat(running()).isEmpty();
    }

    @Test
    void up_bankCannotListen_isRefused() throws IOException, InterruptedException {
        int port = Folder.open(folder).port(1);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            up(Map.of(), flags(OneJvm.freePort())).isRefused("the bank simulator does not start: bank: Cannot listen");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void up_failsAfterItsBankStarted_stopsTheBank() throws IOException, InterruptedException {
        var nobody = Map.of("MONGO_URL", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500");
        up(nobody, flags(OneJvm.freePort())).isRefused("stock does not start");
        assertThat(folder.resolve("logs").resolve("bank.log"))
                .as("its bank was started")
                .isNotEmptyFile();
        assertThat(running()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scale stock 2", "kill stock", "status", "down"})
    void cluster_noneRuns_isRefused(String words) throws IOException, InterruptedException {
        var command = Stream.concat(Stream.of("cluster"), Stream.of(words.split(" ")));
        CommandRun.of(folder, Map.of(), command.toList())
                .isRefused("no cluster runs; start one with ./ecamazon cluster up.");
    }

    @Test
    void clusterUp_terminatedDuringItsStart_stopsWhatItStarted() throws IOException, InterruptedException {
        var words = Stream.concat(Stream.of("cluster", "up"), Stream.of(flags(OneJvm.freePort())));
        var errors = folder.resolve("errors");
        var up = ProductProcess.command(folder.resolve("checkout"), words.toList())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            var started = List.of("bank", "data-server", "users-1");
            assertThat(Waiting.until(() -> names(running()).containsAll(started), LONGEST))
                    .as("it starts")
                    .isTrue();
            var children = running().stream()
                    .map(child -> child.handle().orElseThrow())
                    .toList();
            up.destroy();
            assertThat(up.waitFor(LONGEST)).as("it ends").isTrue();
            assertThat(children).noneMatch(ProcessHandle::isAlive);
            assertThat(running()).isEmpty();
            assertThat(errors).hasContent("ecamazon: stopped before it was ready.");
        } finally {
            up.destroyForcibly();
            running().forEach(Child::kill);
        }
    }

    private static List<String> names(List<Child> children) {
        return children.stream().map(Child::name).toList();
    }
}
