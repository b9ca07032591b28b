package com.ecamazon.loadtest.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The ceilings, running: JVMs with the same flags as this one. */
final class CeilingSet implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();
    private final Map<String, Long> pids = new LinkedHashMap<>();
    private final URI bare;
    private final URI bus;

    CeilingSet(int port) throws IOException {
        int inner = freePair();
        bare = URI.create("http://127.0.0.1:" + port);
        bus = URI.create("http://127.0.0.1:" + (port + 1));
        try {
            start("http", String.valueOf(port));
            start("domain", String.valueOf(inner));
            start("gateway", String.valueOf(inner), String.valueOf(port + 1));
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    private static int freePair() throws IOException {
        try (var free = new ServerSocket(0)) {
            return Math.min(free.getLocalPort(), 65_000);
        }
    }

    private void start(String... role) throws IOException {
        var line = new ArrayList<String>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> !flag.startsWith("-Decamazon"))
                .forEach(line::add);
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), Ceilings.class.getName()));
        line.addAll(List.of(role));
        var process = new ProcessBuilder(line).redirectErrorStream(true).start();
        processes.add(process);
        pids.put(role[0], process.pid());
        var said = new StringBuilder();
        // Read by hand: the stream must stay open, or the process would fail at its next line.
        var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (var next = lines.readLine(); !"serving".equals(next); next = lines.readLine()) {
            if (next == null) {
                throw new IOException("the ceiling " + role[0] + " does not start: " + said);
            }
            said.append(next).append('\n');
        }
    }

    URI bare() {
        return bare;
    }

    Map<String, Long> bareProcess() {
        return Map.of("http", pids.getOrDefault("http", 0L));
    }

    URI bus() {
        return bus;
    }

    Map<String, Long> busProcesses() {
        var both = new LinkedHashMap<>(pids);
        both.remove("http");
        return both;
    }

    @Override
    public void close() {
        processes.forEach(Process::destroyForcibly);
    }
}
