package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.gateway.Live;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.testing.LocalPod;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A token opens nothing after its end, also where it was seen shortly before. */
class TokenEndTest {
    private static final int NEWS = 20;
    private volatile Instant now = Instant.now();

    @Test
    void token_thatEnds_closesItsSocketAndOpensNoOther() throws Exception {
        try (var gateway = new RunningGateway(() -> now);
                var first = new LiveSocket(gateway);
                var second = new LiveSocket(gateway)) {
            var token = new AccessTokens(new Secrets(LocalPod.SECRET), () -> now)
                    .issue(new UserId("staff"), Set.of(Role.SUPPORT));
            var headers = "{\"Authorization\":\"Bearer " + token + "\"}";
            now = now.plus(AccessTokens.LIFETIME).minus(Duration.ofMinutes(1));

            first.register(Live.OPERATIONS, headers);
            assertThat(first.next()).contains("\"rec\"", "instances");
            now = now.plus(Duration.ofMinutes(2));
            var last = first.next();
            // News come once a second; after a minute the bridge would close a socket that does not ping.
            for (int news = 0; news < NEWS && !LiveSocket.CLOSED.equals(last); news++) {
                last = first.next();
            }
            assertThat(last).as("the socket is let go").isEqualTo(LiveSocket.CLOSED);

            second.register(Live.OPERATIONS, headers);
            assertThat(second.next()).contains("\"err\"");
            assertThat(gateway.head(
                            "GET /api/me HTTP/1.1\r\nHost: shop\r\nAuthorization: Bearer " + token + "\r\n\r\n"))
                    .startsWith("HTTP/1.1 401");
        }
    }
}
