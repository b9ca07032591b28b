package com.ecamazon.bank;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A real HTTP server that takes callbacks and checks each signature by itself. */
final class Merchant implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(4);
    private final List<Received> callbacks = new CopyOnWriteArrayList<>();
    private final AtomicInteger refusals = new AtomicInteger();

    record Received(String id, boolean genuine, JsonNode body) {
        String text(String field) {
            return body.path(field).asText();
        }
    }

    Merchant() throws IOException {
        this(0);
    }

    Merchant(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 64);
        server.createContext("/callbacks", this::take);
        server.setExecutor(workers);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port() + "/callbacks");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Answers 500 to the next callbacks, which are not kept. */
    void refuseNext(int count) {
        refusals.set(count);
    }

    List<Received> callbacks() {
        return callbacks;
    }

    List<Received> of(String reference) {
        return callbacks.stream()
                .filter(callback -> callback.text("reference").equals(reference))
                .toList();
    }

    List<String> types(String reference) {
        return of(reference).stream().map(callback -> callback.text("type")).toList();
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        boolean refused = refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (!refused) {
            String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
            callbacks.add(new Received(id, genuine(exchange, id, body), JSON.readTree(body)));
        }
        exchange.sendResponseHeaders(refused ? 500 : 204, -1);
        exchange.close();
    }

    private static boolean genuine(HttpExchange exchange, String id, byte[] body) {
        String timestamp = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String signature = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
        long age = Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp));
        String signed = id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8);
        return age < 60 && signature.equals("v1," + hmac(signed));
    }

    private static String hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(BankClient.WEBHOOK_SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
