package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code up} in a process of its own that cannot start: it says why in one sentence, exits with 1 and leaves nothing running. */
class UpFailuresTest {
    @TempDir
    private Path folder;

    private record Ended(int status, String errors) {}

    private static Ended up(Map<String, String> environment, String... flags) throws IOException, InterruptedException {
        var builder = ProductProcess.command(
                Stream.concat(Stream.of("up", "--no-city"), Stream.of(flags)).toList());
        builder.environment().putAll(environment);
        var process = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        try {
            var errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Ended(process.exitValue(), errors);
        } finally {
            process.destroyForcibly();
        }
    }

    private static void isRefused(Ended ended, String sentence) {
        assertThat(ended.errors().lines()).as("one sentence").hasSize(1);
        assertThat(ended.errors()).startsWith("ecamazon: ").contains(sentence);
        assertThat(ended.status()).isEqualTo(1);
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
        "--port many, '--port must be a number from 1 to 65535, not many.'",
        "--port 70000, '--port must be a number from 1 to 65535, not 70000.'",
        "--data, --data needs a value."
    })
    void up_misused_saysHow(String words, String sentence) throws IOException, InterruptedException {
        isRefused(up(Map.of(), words.split(" ")), sentence);
    }

    @Test
    void up_portTaken_isRefused() throws IOException, InterruptedException {
        try (var other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            isRefused(up(Map.of(), flags(other.getLocalPort())), "port " + other.getLocalPort() + " is taken");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void up_folderUnwritable_isRefused() throws IOException, InterruptedException {
        var file = Files.writeString(folder.resolve("file"), "no folder");
        var ended = up(
                Map.of(), "--port", String.valueOf(OneJvm.freePort()), "--data", file.resolve("data").toString());
        isRefused(ended, file + "/data cannot be written.");
    }

    @Test
    void up_folderInUse_isRefusedAndKeepsItsData() throws IOException, InterruptedException {
        var used = Folder.open(folder);
        var kept = Files.writeString(used.data().resolve("kept"), "data");
        try (var _ = FolderClaim.of(used)) {
            isRefused(up(Map.of(), flags(OneJvm.freePort(), "--fresh")), "another ./ecamazon runs on the data folder");
        }
        assertThat(kept).exists();
        assertThat(running()).isEmpty();
    }

    @Test
    void up_bankCannotListen_isRefused() throws IOException, InterruptedException {
        int port = Folder.open(folder).port(1);
        try (var _ = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            isRefused(up(Map.of(), flags(OneJvm.freePort())), "the bank simulator does not start: bank: Cannot listen");
        }
        assertThat(running()).isEmpty();
    }

    @Test
    void up_failsAfterItsBankStarted_stopsTheBank() throws IOException, InterruptedException {
        var nobody = Map.of("MONGO_URL", "mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=500");
        isRefused(up(nobody, flags(OneJvm.freePort())), "stock does not start");
        assertThat(folder.resolve("logs").resolve("bank.log")).as("its bank was started").isNotEmptyFile();
        assertThat(running()).isEmpty();
    }
}
