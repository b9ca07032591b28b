package com.ecamazon.gateway;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What a browser has open at {@code /eventbus}, and the frames that it heard. */
final class LiveSocket implements AutoCloseable {
    /** In place of a frame when the socket was let go. */
    static final String CLOSED = "closed";

    private static final long SECONDS = 20;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    LiveSocket(RunningGateway gateway) {
        socket = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create("ws://127.0.0.1:" + gateway.port() + "/eventbus/websocket"),
                        new WebSocket.Listener() {
                            @Override
                            public CompletionStage<?> onBinary(WebSocket from, ByteBuffer data, boolean last) {
                                heard.add(StandardCharsets.UTF_8.decode(data).toString());
                                return WebSocket.Listener.super.onBinary(from, data, last);
                            }

                            @Override
                            public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
                                heard.add(text.toString());
                                return WebSocket.Listener.super.onText(from, text, last);
                            }

                            @Override
                            public CompletionStage<?> onClose(WebSocket from, int status, String reason) {
                                heard.add(CLOSED);
                                return WebSocket.Listener.super.onClose(from, status, reason);
                            }
                        })
                .join();
    }

    /** Registers at an address, with headers as JSON. */
    void register(String address, String headers) {
        socket.sendText("{\"type\":\"register\",\"address\":\"" + address + "\",\"headers\":" + headers + "}", true)
                .join();
    }

    /** The next frame; null when none comes. */
    @Nullable
    String next() throws InterruptedException {
        return heard.poll(SECONDS, TimeUnit.SECONDS);
    }

    /** The next frame with these words; fails when none comes. */
    String next(String words) throws InterruptedException {
        for (var frame = next(); frame != null; frame = next()) {
            if (frame.contains(words)) {
                return frame;
            }
        }
        throw new AssertionError("no frame with " + words);
    }

    @Override
    public void close() {
        socket.abort();
        http.close();
    }
}
