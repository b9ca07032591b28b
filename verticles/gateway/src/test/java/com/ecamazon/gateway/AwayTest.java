package com.ecamazon.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.gateway.Live;
import com.ecamazon.contract.shop.Catalogue.Categories;
import com.ecamazon.contract.shop.Catalogue.Recommendations;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.AccessTokens;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import io.vertx.core.Future;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a gateway answers and tells while domains come and go. */
class AwayTest {
    private static final String SIMILAR = "/api/products/lamp/recommendations";
    private volatile Instant now = Instant.now();
    private RunningGateway gateway;

    private static Service shop() {
        return new Neighbour(Domain.SHOP, bindings -> {
                    bindings.serve(
                            ShopContract.CATEGORIES, request -> Future.succeededFuture(new Categories(List.of())));
                    bindings.serve(
                            ShopContract.RECOMMENDATIONS,
                            request -> Future.succeededFuture(new Recommendations(List.of())));
                })
                .service();
    }

    private static Service stock() {
        return new Neighbour(Domain.STOCK).service();
    }

    @BeforeEach
    void open() throws IOException {
        gateway = new RunningGateway(() -> now, shop(), stock());
        LocalPod.eventually(() -> works("\"shop\",\"state\":\"serving\""), "the shop serves");
        LocalPod.eventually(() -> works("\"stock\",\"state\":\"serving\""), "stock serves");
    }

    @AfterEach
    void close() {
        gateway.close();
    }

    private String get(String path, String... headers) {
        try {
            return gateway.answers("GET " + path + " HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n"
                    + String.join("", List.of(headers)) + "\r\n");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private boolean works(String words) {
        return get("/api/capabilities").contains(words);
    }

    @Test
    void capabilities_asDomainsGoAndCome_sayWhatWorks() {
        assertThat(get("/api/capabilities"))
                .startsWith("HTTP/1.1 200")
                .containsIgnoringCase("cache-control: no-store")
                .doesNotContainIgnoringCase("etag:")
                .contains("\"name\":\"browse\",\"state\":\"ok\",\"sentence\":\"Looking at products works.\"")
                .contains("\"domain\":\"users\",\"state\":\"away\"")
                .contains("\"name\":\"sign-in\",\"state\":\"refused\"");

        gateway.leave(Domain.SHOP);
        LocalPod.eventually(() -> works("\"name\":\"browse\",\"state\":\"stale\""), "browsing is stale");
        assertThat(get("/api/capabilities"))
                .contains("\"domain\":\"shop\",\"state\":\"away\"")
                .contains("\"name\":\"cart\",\"state\":\"refused\"");

        gateway.enter(shop());
        LocalPod.eventually(() -> works("\"name\":\"browse\",\"state\":\"ok\""), "it works again");
    }

    @Test
    void browser_thatWatches_isToldAtOnceAndOfEachChange() throws Exception {
        try (var socket = new LiveSocket(gateway)) {
            socket.register(Live.CAPABILITIES, "{}");
            assertThat(socket.next())
                    .contains("\"type\":\"rec\"", Live.CAPABILITIES, "\"name\":\"cart\",\"state\":\"ok\"");
            gateway.leave(Domain.SHOP);
            LocalPod.eventually(() -> works("\"name\":\"cart\",\"state\":\"refused\""), "who asks is told");
            socket.next("\"name\":\"cart\",\"state\":\"refused\"");
            gateway.enter(shop());
            socket.next("\"name\":\"cart\",\"state\":\"ok\"");
        }
    }

    /** Asked about, the shop would know whose order it is. */
    @Test
    void browser_refusedWhileADomainIsAway_hearsThatItIsWorthAskingAgain() throws Exception {
        var token = new AccessTokens(new Secrets(LocalPod.SECRET), () -> now)
                .issue(new UserId("ann"), Set.of(Role.CUSTOMER));
        gateway.leave(Domain.SHOP);
        try (var socket = new LiveSocket(gateway)) {
            var order = Live.order(new OrderNumber("EC123456789"));
            socket.register(order, "{\"Authorization\":\"Bearer " + token + "\"}");
            assertThat(socket.next()).contains("\"err\"", order, "unavailable");
            socket.register(order, "{}");
            assertThat(socket.next(order)).contains("\"err\"", "rejected");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/carts/one", "/api/images/lamp/lamp-1", "/api/products/never-seen", "/health/ready"})
    void refusal_ofADomainThatIsAway_saysWhenToComeAgain(String path) {
        gateway.leave(Domain.SHOP);
        assertThat(get(path)).startsWith("HTTP/1.1 503").contains("\r\nRetry-After: 1\r\n");
    }

    @Test
    void refusal_ofAnOpenCircuit_saysWhenToComeAgain() {
        gateway.leave(Domain.SHOP);
        for (int asked = 0; asked < 30; asked++) {
            assertThat(get("/api/carts/one")).startsWith("HTTP/1.1 503").contains("\r\nRetry-After: 1\r\n");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void lastKnown_whileTheShopIsAway_isShownToAllWithItsAge(boolean signedIn) {
        assertThat(get("/api/categories")).startsWith("HTTP/1.1 200").doesNotContain("Cache-Status", "Age");
        gateway.leave(Domain.SHOP);
        now = now.plus(Duration.ofSeconds(42));
        var token = new AccessTokens(new Secrets(LocalPod.SECRET), () -> now)
                .issue(new UserId("ann"), Set.of(Role.CUSTOMER));
        assertThat(get("/api/categories", signedIn ? "Authorization: Bearer " + token + "\r\n" : ""))
                .startsWith("HTTP/1.1 200")
                .contains("\r\nCache-Status: ecamazon; hit; detail=stale\r\n", "\r\nAge: 42\r\n");
    }

    @Test
    void answer_thatLeansOnADomainThatIsAway_isMarkedStaleSinceThen() {
        assertThat(get(SIMILAR)).startsWith("HTTP/1.1 200").doesNotContain("Cache-Status", "Age");
        gateway.leave(Domain.STOCK);
        LocalPod.eventually(() -> works("\"stock\",\"state\":\"away\""), "stock is away");
        now = now.plus(Duration.ofSeconds(7));
        assertThat(get(SIMILAR))
                .startsWith("HTTP/1.1 200")
                .contains("\r\nCache-Status: ecamazon; hit; detail=stale\r\n", "\r\nAge: 7\r\n");
        assertThat(get("/api/categories")).as("which has no units").doesNotContain("Cache-Status");

        gateway.enter(stock());
        LocalPod.eventually(() -> !get(SIMILAR).contains("Cache-Status"), "it is fresh again");
    }
}
