package com.ecamazon.allinone.browser;

import com.ecamazon.allinone.Ecamazon;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** {@code ecamazon up} in a JVM of its own, with a fresh data folder and the city at work. */
final class ProductProcess implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    /** The same that {@code ./ecamazon} passes. */
    private static final List<String> JVM_FLAGS = List.of(
            "-Xmx768m",
            "-XX:+UseSerialGC",
            "--add-modules",
            "java.se",
            "--add-exports",
            "java.base/jdk.internal.ref=ALL-UNNAMED",
            "--add-opens",
            "java.base/java.lang=ALL-UNNAMED",
            "--add-opens",
            "java.base/sun.nio.ch=ALL-UNNAMED",
            "--add-opens",
            "java.management/sun.management=ALL-UNNAMED",
            "--add-opens",
            "jdk.management/com.sun.management.internal=ALL-UNNAMED",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private final Process process;
    private final Path folder;
    private final String url;

    private ProductProcess(Process process, Path folder, String url) {
        this.process = process;
        this.folder = folder;
        this.url = url;
    }

    /**
     * Answers when the product is ready.
     *
     * @throws IllegalStateException with the end of its log when it ends or is not ready within two minutes
     */
    static ProductProcess start() {
        try {
            int port = freePort();
            var folder = Files.createTempDirectory("ecamazon-browser");
            var process = new ProcessBuilder(command(port, folder))
                    .redirectErrorStream(true)
                    .redirectOutput(log(folder).toFile())
                    .start();
            var product = new ProductProcess(process, folder, "http://127.0.0.1:" + port);
            product.awaitReady();
            return product;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where it serves, without a slash at the end. */
    String url() {
        return url;
    }

    private static List<String> command(int port, Path folder) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Ecamazon.class.getName()));
        command.addAll(List.of("up", "--port", String.valueOf(port)));
        command.addAll(List.of("--data", folder.resolve("data").toString()));
        return command;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Path log(Path folder) {
        return folder.resolve("up.log");
    }

    private void awaitReady() {
        var request = HttpRequest.newBuilder(URI.create(url + "/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            looks(client, request).get(LONGEST_START.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            var words = lastWords();
            close();
            throw new IllegalStateException("The product is not ready. It said last:\n" + words, e);
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Looks again and again until the product is ready or has ended. */
    private CompletableFuture<Void> looks(HttpClient client, HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                .handle((answer, failure) -> failure == null && answer.statusCode() == 200)
                .thenCompose(ready -> {
                    if (ready) {
                        return CompletableFuture.completedFuture(null);
                    }
                    if (!process.isAlive()) {
                        return CompletableFuture.failedFuture(new IllegalStateException("It has ended."));
                    }
                    var later = CompletableFuture.delayedExecutor(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                    return CompletableFuture.completedFuture(request)
                            .thenComposeAsync(again -> looks(client, again), later);
                });
    }

    private String lastWords() {
        try {
            var lines = Files.readAllLines(log(folder));
            return String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
        } catch (IOException e) {
            return "nothing";
        }
    }

    /** Stops it and its children, and removes its folder. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP)) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly().waitFor();
            }
            remove();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void remove() throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
