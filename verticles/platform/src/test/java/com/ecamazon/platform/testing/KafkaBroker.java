package com.ecamazon.platform.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.jspecify.annotations.Nullable;

/** A real Kafka broker of one node in a process of its own, which can be killed and started again on what it has. */
public final class KafkaBroker implements AutoCloseable {
    private static final String CLUSTER = "4L6g3nShT-eMCtK--X86sw";

    private final Path folder;
    private final int port = freePort();
    private final int controllerPort = freePort();
    private @Nullable Process process;

    /** On a folder of its own; not started yet. */
    public KafkaBroker(Path folder) {
        this.folder = folder;
    }

    /** What runs in the process. */
    public static void main(String[] args) {
        StorageTool.execute(
                new String[] {"format", "-t", CLUSTER, "-c", args[0], "--standalone", "--ignore-formatted"},
                System.out);
        Kafka.main(args);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public String bootstrap() {
        return "127.0.0.1:" + port;
    }

    /** Starts it; done when it listens. */
    public KafkaBroker start() {
        var started = begin();
        LocalPod.eventually(() -> !started.isAlive() || isOpen(), "the broker listens");
        if (!started.isAlive()) {
            throw new IllegalStateException("the broker ended; see " + folder.resolve("broker.log"));
        }
        return this;
    }

    /** Starts it and does not wait. */
    public Process begin() {
        try {
            var properties = Files.writeString(folder.resolve("broker.properties"), properties());
            // Its logging is set up by what is on the class path, which would tell every detail.
            var logging = Files.writeString(folder.resolve("logback.xml"), """
                    <configuration><root level="ERROR"/></configuration>
                    """);
            var command = List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx256m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Dlogback.configurationFile=" + logging,
                    "-cp",
                    System.getProperty("java.class.path"),
                    KafkaBroker.class.getName(),
                    properties.toString());
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            folder.resolve("broker.log").toFile()))
                    .start();
            return process;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String properties() {
        return """
                process.roles=broker,controller
                node.id=1
                listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d
                controller.listener.names=CONTROLLER
                controller.quorum.bootstrap.servers=127.0.0.1:%2$d
                log.dirs=%3$s
                auto.create.topics.enable=false
                offsets.topic.replication.factor=1
                offsets.topic.num.partitions=1
                group.initial.rebalance.delay.ms=0
                group.coordinator.threads=1
                num.network.threads=2
                num.io.threads=2
                background.threads=2
                log.cleaner.enable=false
                # One that was killed is believed to be gone soon.
                broker.session.timeout.ms=2000
                broker.heartbeat.interval.ms=500
                """.formatted(port, controllerPort, folder.resolve("log"));
    }

    private boolean isOpen() {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** SIGKILL. */
    public void kill() {
        if (process == null) {
            return;
        }
        try {
            process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        kill();
    }
}
