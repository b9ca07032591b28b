package com.ecamazon.gateway;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Stage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/** A real gateway, without a domain behind it unless one is given, and what one says to it byte by byte. */
final class RunningGateway implements AutoCloseable {
    private static final int MILLIS = (int) Duration.ofSeconds(10).toMillis();

    private final LocalPod pod;
    private final Stage stage;
    private final int port;

    RunningGateway(InstantSource clock, Service... behind) throws IOException {
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var settings = Map.of("HTTP_PORT", String.valueOf(port), "LIVE_CHECK_SECONDS", "1");
        pod = LocalPod.open(Files.createTempDirectory("ecamazon-gateway"), settings, clock, GatewayApp.SERVICE);
        stage = new Stage(pod.node());
        for (var service : behind) {
            enter(service);
        }
    }

    /** Puts a domain behind it. */
    void enter(Service service) {
        stage.enter(service);
    }

    /** Takes a domain away. */
    void leave(Domain domain) {
        stage.leave(domain);
    }

    /** What the gateway says of itself on the bus. */
    Presence presence() {
        return pod.node().exchange().directory().instances().stream()
                .filter(presence -> presence.domain() == Domain.GATEWAY)
                .findFirst()
                .orElseThrow();
    }

    int port() {
        return port;
    }

    /** All that is answered on one connection until the gateway closes it. */
    String answers(String... sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, sent);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    /** The head of the first answer. */
    String head(String... sent) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            send(socket, sent);
            var head = new StringBuilder();
            for (int next = socket.getInputStream().read();
                    next >= 0;
                    next = socket.getInputStream().read()) {
                head.append((char) next);
                if (head.indexOf("\r\n\r\n") >= 0) {
                    break;
                }
            }
            return head.toString();
        }
    }

    private static void send(Socket socket, String... sent) throws IOException {
        socket.setSoTimeout(MILLIS);
        for (var part : sent) {
            socket.getOutputStream().write(part.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    @Override
    public void close() {
        pod.close();
    }
}
