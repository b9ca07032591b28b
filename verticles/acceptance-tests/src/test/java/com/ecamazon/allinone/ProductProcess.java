package com.ecamazon.allinone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code ecamazon up} in a JVM of its own, on a folder of its own; it can be killed and started again. */
public final class ProductProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final int HEAP = 768;
    private static final Path BUILD =
            Path.of("..", "all-in-one", "target").toAbsolutePath().normalize();
    private static final Path CACHE = BUILD.resolve("ecamazon.aot");

    private final Path home;
    private final int port;
    private final List<String> flags;
    private Process process;

    private ProductProcess(Path home, int port, List<String> flags) {
        this.home = home;
        this.port = port;
        this.flags = flags;
        this.process = launch();
    }

    /**
     * Answers when the product is ready.
     *
     * @throws IllegalStateException with the end of its log when it ends or is not ready within two minutes
     */
    public static ProductProcess start(String... flags) {
        var product = launch(flags);
        try {
            product.awaitReady();
            return product;
        } catch (IllegalStateException e) {
            product.close();
            throw e;
        }
    }

    /** Answers while the product starts. */
    static ProductProcess launch(String... flags) {
        return launch(newHome(), flags);
    }

    /** The same, where the demo's data is entered and not copied, for the data folder is not empty. */
    static ProductProcess launchOnUsedFolder(String... flags) {
        var home = newHome();
        try {
            Files.writeString(Files.createDirectories(home.resolve("data/data")).resolve("note"), "mine");
            return launch(home, flags);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProductProcess launch(Path home, String... flags) {
        try {
            return new ProductProcess(home, OneJvm.freePort(), List.of(flags));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newHome() {
        try {
            return Files.createTempDirectory("ecamazon-process");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts it on the same folder and port when it does not run; done when it is ready. */
    void startAgain() {
        if (!process.isAlive()) {
            process = launch();
            awaitReady();
        }
    }

    /** Imports a file of these rows, written with single quotes, with 25 units of each product. */
    CommandRun importing(Path folder, String... rows) throws IOException, InterruptedException {
        var file = Files.writeString(
                folder.resolve("rows.jsonl"), String.join("\n", rows).replace('\'', '"'));
        return CommandRun.of(home, Map.of(), List.of("import", file.toString(), "--stock", "25"));
    }

    /** Audits with these lines, written with single quotes, as the log of a client. */
    CommandRun auditing(Path folder, List<String> lines) throws IOException, InterruptedException {
        var file = Files.writeString(
                folder.resolve("client.jsonl"), String.join("\n", lines).replace('\'', '"'));
        return CommandRun.of(home, Map.of(), List.of("audit", "--client-log", file.toString()));
    }

    /** Whether its log has these words. */
    boolean said(String words) {
        try {
            return Files.readString(log()).contains(words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How the command is run with these words in this checkout: what was packaged, with its cache when it was rehearsed. */
    static ProcessBuilder command(Path checkout, List<String> words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JvmFlags.of(HEAP));
        if (Files.exists(CACHE)) {
            command.addAll(List.of("-XX:AOTCache=" + CACHE, "-Xlog:aot*=off"));
        }
        command.add("-Decamazon.home=" + checkout);
        command.addAll(List.of("-cp", packaged().toString(), Ecamazon.class.getName()));
        command.addAll(words);
        return new ProcessBuilder(command);
    }

    private static Path packaged() {
        try (var files = Files.newDirectoryStream(BUILD, "all-in-one-*.jar")) {
            return files.iterator().next();
        } catch (IOException | NoSuchElementException e) {
            throw new IllegalStateException("The product is not packaged: mvn verify does it before these tests.", e);
        }
    }

    private Process launch() {
        var words = new ArrayList<>(List.of("up", "--port", String.valueOf(port), "--data", data().toString()));
        words.addAll(flags);
        try {
            return command(home, words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves, without a slash at the end. */
    public String url() {
        return "http://127.0.0.1:" + port;
    }

    Path data() {
        return home.resolve("data");
    }

    Process process() {
        return process;
    }

    /** Its bank, while that runs. */
    Optional<ProcessHandle> bank() {
        return Folder.existing(data()).flatMap(folder -> new Child(folder, "bank").handle());
    }

    private Path log() {
        return home.resolve("up.log");
    }

    private void awaitReady() {
        boolean ready =
                Waiting.until(() -> !process.isAlive() || Waiting.answers(url() + "/health/ready"), LONGEST_START);
        if (!ready || !process.isAlive()) {
            throw new IllegalStateException("The product is not ready. It said last:\n" + lastWords());
        }
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log());
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "nothing";
        }
    }

    /** Stops it in order. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(LONGEST_STOP)) {
            process.destroyForcibly().waitFor();
        }
    }

    /** Stops it and its children, and removes its folder. */
    @Override
    public void close() {
        try {
            stop();
            bank().ifPresent(ProcessHandle::destroyForcibly);
            remove();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
