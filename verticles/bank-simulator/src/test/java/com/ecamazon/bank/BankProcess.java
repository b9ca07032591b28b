package com.ecamazon.bank;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bank as a child process. */
final class BankProcess implements AutoCloseable {

    private static final String READY = "bank ready at http://127.0.0.1:";

    private final Process process;
    private final String firstLine;

    BankProcess(Path data, String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BankApp.class.getName(),
                "--data",
                data.toString()));
        command.addAll(List.of(more));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("BANK_API_KEY", BankClient.API_KEY);
        builder.environment().put("BANK_WEBHOOK_SECRET", BankClient.WEBHOOK_SECRET);
        process = builder.start();
        firstLine = ownLine(process.inputReader(StandardCharsets.UTF_8));
    }

    /** Skips what the JVM itself warns about. */
    private static String ownLine(BufferedReader output) throws IOException {
        String line = output.readLine();
        while (line != null && !line.startsWith("bank")) {
            line = output.readLine();
        }
        return String.valueOf(line);
    }

    String firstLine() {
        return firstLine;
    }

    int port() {
        if (!firstLine.startsWith(READY)) {
            throw new IllegalStateException(firstLine);
        }
        return Integer.parseInt(firstLine.substring(READY.length()));
    }

    /** SIGTERM, and the status that follows. */
    int terminate() throws InterruptedException {
        process.destroy();
        return exitStatus();
    }

    int exitStatus() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new IllegalStateException("The bank does not end");
        }
        return process.exitValue();
    }

    void kill() throws InterruptedException {
        process.destroyForcibly();
        exitStatus();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
