package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** A command that ended: its exit status and what it printed. */
record CommandRun(int status, String output, String errors) {
    private static final Duration LONGEST = Duration.ofMinutes(3);

    /** Runs {@code ecamazon} in this checkout, with these words and more environment, to its end. */
    static CommandRun of(Path checkout, Map<String, String> environment, List<String> words)
            throws IOException, InterruptedException {
        var builder = ProductProcess.command(checkout, words);
        builder.environment().putAll(environment);
        return of(builder);
    }

    /** Runs a command to its end; one that does not come to it fails and is killed. */
    static CommandRun of(ProcessBuilder builder) throws IOException, InterruptedException {
        return of(builder, LONGEST);
    }

    static CommandRun of(ProcessBuilder builder, Duration longest) throws IOException, InterruptedException {
        var output = Files.createTempFile("ecamazon", ".out");
        var errors = Files.createTempFile("ecamazon", ".err");
        var process = builder.redirectOutput(output.toFile())
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(process.waitFor(longest)).as("it ends").isTrue();
            return new CommandRun(process.exitValue(), Files.readString(output), Files.readString(errors));
        } finally {
            process.destroyForcibly();
            Files.delete(output);
            Files.delete(errors);
        }
    }

    /** Whether this machine has such a command and lets it do what it says. */
    static boolean succeeds(List<String> words) throws InterruptedException {
        try {
            return of(new ProcessBuilder(words)).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** It said why in one sentence, and its exit status says that it failed. */
    void isRefused(String sentence) {
        assertThat(errors.lines()).as("one sentence").hasSize(1);
        assertThat(errors).startsWith("ecamazon: ").contains(sentence);
        assertThat(status).isEqualTo(1);
    }
}
