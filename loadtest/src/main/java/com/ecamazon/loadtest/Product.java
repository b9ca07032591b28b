package com.ecamazon.loadtest;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The product as its users start it: by its command, in processes of its own, on a data folder of its own. */
public final class Product implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(4);
    private static final Pattern CHILD = Pattern.compile("^ +(\\S+) +runs, pid (\\d+)$", Pattern.MULTILINE);
    private static final Pattern BANK = Pattern.compile("bank (http\\S+)");
    private static final Pattern DATA_SERVER = Pattern.compile("data server (\\S+)");

    private final Path command;
    private final Path data;
    private final URI url;
    private final @Nullable Process foreground;
    private final Map<String, Long> pids;
    private final String dataUrl;

    private Product(
            Path command, Path data, URI url, @Nullable Process foreground, Map<String, Long> pids, String dataUrl) {
        this.command = command;
        this.data = data;
        this.url = url;
        this.foreground = foreground;
        this.pids = pids;
        this.dataUrl = dataUrl;
    }

    /** Each domain in a JVM of its own; the flags are those of {@code cluster up}. */
    public static Product clustered(Path command, Path data, int port, String... flags)
            throws IOException, InterruptedException {
        var words = new ArrayList<>(
                List.of("cluster", "up", "--port", String.valueOf(port), "--data", data.toString(), "--fresh"));
        words.addAll(List.of(flags));
        run(command, words.toArray(String[]::new));
        var status = run(command, "cluster", "status");
        var pids = running(status);
        var server = DATA_SERVER.matcher(status);
        if (pids.isEmpty() || !server.find()) {
            throw new IOException("cluster status said: " + status);
        }
        return new Product(command, data, at(port), null, pids, server.group(1));
    }

    private static Map<String, Long> running(String status) {
        var pids = new LinkedHashMap<String, Long>();
        CHILD.matcher(status).results().forEach(child -> pids.put(child.group(1), Long.parseLong(child.group(2))));
        return pids;
    }

    /** Every domain in one JVM. */
    public static Product inOneJvm(Path command, Path data, int port) throws IOException, InterruptedException {
        var process = new ProcessBuilder(
                        command.toString(),
                        "up",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.toString(),
                        "--fresh",
                        "--no-city")
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("up.log").toFile())
                .start();
        awaitReady(process, at(port));
        var pids = new LinkedHashMap<String, Long>();
        pids.put("product", process.pid());
        process.descendants().forEach(child -> pids.put("bank", child.pid()));
        return new Product(command, data, at(port), process, pids, "");
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static void awaitReady(Process process, URI url) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(url.resolve("/health/ready")).build();
        long end = System.nanoTime() + LONGEST_START.toNanos();
        try (var http = HttpClient.newHttpClient()) {
            while (System.nanoTime() < end && process.isAlive()) {
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    // It does not listen yet.
                }
                process.waitFor(200, TimeUnit.MILLISECONDS);
            }
        }
        throw new IOException("the product does not become ready");
    }

    public URI url() {
        return url;
    }

    /** Its processes by name. */
    public Map<String, Long> pids() {
        return pids;
    }

    /** Its processes as they are now. */
    public Map<String, Long> pidsNow() throws IOException, InterruptedException {
        return running(cluster("status"));
    }

    /** Where its bank simulator listens. */
    public URI bank() throws IOException, InterruptedException {
        var status = BANK.matcher(cluster("status"));
        if (!status.find()) {
            throw new IOException("cluster status names no bank");
        }
        return URI.create(status.group(1));
    }

    /** The folder of its data. */
    public Path data() {
        return data;
    }

    /** Runs a command of {@code cluster}; what it said. */
    public String cluster(String... words) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("cluster"));
        all.addAll(List.of(words));
        return run(command, all.toArray(String[]::new));
    }

    /** Restarts a domain's instances in turn as what another checkout built. */
    public void update(Path checkout, String domain) throws IOException, InterruptedException {
        run(checkout.resolve("ecamazon"), "cluster", "roll", domain, "--data", data.toString());
    }

    /** Its processes with these names. */
    public Map<String, Long> pids(String... names) {
        var some = new LinkedHashMap<String, Long>();
        for (var name : names) {
            pids.forEach((known, pid) -> {
                if (known.startsWith(name)) {
                    some.put(known, pid);
                }
            });
        }
        return some;
    }

    /** Where its data server listens; empty when it is in the same JVM. */
    public String dataUrl() {
        return dataUrl;
    }

    /**
     * What the product's own audit says.
     *
     * @param clientLog what clients were told
     */
    public Audit audit(Path clientLog) throws IOException, InterruptedException {
        var process = started(command, "audit", "--client-log", clientLog.toString(), "--data", data.toString());
        var said = said(process);
        return new Audit(process.waitFor() == 0, said);
    }

    /** An audit. */
    public record Audit(boolean isClean, String said) {}

    /** Enters the products of a file with so many units each. */
    public void enter(Path file, int units) throws IOException, InterruptedException {
        run(command, "import", file.toString(), "--stock", String.valueOf(units), "--data", data.toString());
    }

    private static String run(Path command, String... words) throws IOException, InterruptedException {
        var process = started(command, words);
        var said = said(process);
        if (process.waitFor() != 0) {
            throw new IOException(String.join(" ", words) + " said: " + said);
        }
        return said;
    }

    private static Process started(Path command, String... words) throws IOException {
        var line = new ArrayList<String>();
        line.add(command.toString());
        line.addAll(List.of(words));
        return new ProcessBuilder(line).redirectErrorStream(true).start();
    }

    private static String said(Process process) throws IOException {
        process.getOutputStream().close();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        try {
            if (foreground == null) {
                run(command, "cluster", "down");
            } else {
                foreground.destroy();
                foreground.waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the product stopped", e);
        }
    }
}
