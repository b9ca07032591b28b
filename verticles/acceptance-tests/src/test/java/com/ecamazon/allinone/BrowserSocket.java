package com.ecamazon.allinone;

import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What a browser has open at {@code /eventbus}. */
final class BrowserSocket implements AutoCloseable {
    private static final long SECONDS = 60;

    private final HttpClient http = HttpClient.newHttpClient();
    private final BlockingQueue<String> heard = new LinkedBlockingQueue<>();
    private final WebSocket socket;

    BrowserSocket(String url) {
        socket = http.newWebSocketBuilder()
                .buildAsync(
                        URI.create(url.replaceFirst("http", "ws") + "/eventbus/websocket"), new WebSocket.Listener() {
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
                        })
                .join();
    }

    /** Sends a frame and gives the answer. */
    JsonNode ask(JsonNode frame) {
        socket.sendText(new String(Json.write(frame), StandardCharsets.UTF_8), true)
                .join();
        try {
            var answer = heard.poll(SECONDS, TimeUnit.SECONDS);
            return Json.tree((answer == null ? "{}" : answer).getBytes(StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        socket.sendClose(WebSocket.NORMAL_CLOSURE, "").join();
        http.close();
    }
}
