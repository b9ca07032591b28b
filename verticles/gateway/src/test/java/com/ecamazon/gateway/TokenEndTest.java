package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.gateway.Live;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.testing.LocalPod;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A token opens nothing after its end, also where it was seen shortly before. */
class TokenEndTest {
    private static final String CLOSED = "closed";
    private static final int NEWS = 20;
    private volatile Instant now = Instant.now();

    @Test
    void token_thatEnds_closesItsSocketAndOpensNoOther() throws Exception {
        try (var gateway = new RunningGateway(() -> now);
                var http = HttpClient.newHttpClient()) {
            var token = new AccessTokens(new Secrets(LocalPod.SECRET), () -> now)
                    .issue(new UserId("staff"), Set.of(Role.SUPPORT));
            var register = "{\"type\":\"register\",\"address\":\"" + Live.OPERATIONS
                    + "\",\"headers\":{\"Authorization\":\"Bearer " + token + "\"}}";
            now = now.plus(AccessTokens.LIFETIME).minus(Duration.ofMinutes(1));

            var heard = new LinkedBlockingQueue<String>();
            open(http, gateway, heard).sendText(register, true);
            assertThat(heard.poll(10, TimeUnit.SECONDS)).contains("\"rec\"", "instances");
            now = now.plus(Duration.ofMinutes(2));
            var last = heard.poll(10, TimeUnit.SECONDS);
            // News come once a second; after a minute the bridge would close a socket that does not ping.
            for (int news = 0; news < NEWS && !CLOSED.equals(last); news++) {
                last = heard.poll(10, TimeUnit.SECONDS);
            }
            assertThat(last).as("the socket is let go").isEqualTo(CLOSED);

            var again = new LinkedBlockingQueue<String>();
            var second = open(http, gateway, again);
            second.sendText(register, true);
            assertThat(again.poll(10, TimeUnit.SECONDS)).contains("\"err\"");
            second.abort();
            assertThat(gateway.head(
                            "GET /api/me HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer " + token + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
        }
    }

    private static WebSocket open(HttpClient http, RunningGateway gateway, BlockingQueue<String> heard) {
        var address = URI.create("ws://127.0.0.1:" + gateway.port() + "/eventbus/websocket");
        return http.newWebSocketBuilder()
                .buildAsync(address, new WebSocket.Listener() {
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
}
