package com.ecamazon.platform;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply.OutOfStock;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Presence.State;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.eventbus.DeliveryContext;
import io.vertx.core.eventbus.ReplyException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthServerTest {
    private static final Caller ADMIN = Caller.user(new UserId("u"), Set.of(Role.ADMIN));

    private static final int NOTHING = -1;
    private static final Caller SHOP = Caller.domain(Domain.SHOP);
    private static final Problem FROM_MEMORY = Problem.of(404, "FROM_MEMORY", "No store was needed to say this.");

    record Counter(int units) {}

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private int port;
    private DataServer data;
    private LocalPod pod;
    private boolean keeps;

    /** A domain that may keep documents. */
    private final class Shelf extends DomainVerticle {
        private final @Nullable Documents<Counter> counters;

        Shelf(Platform platform) {
            super(platform, Domain.STOCK);
            counters = keeps ? platform.database().documents("counters", Counter.class) : null;
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.serve(StockContract.LEVEL, request -> Future.failedFuture(new ProblemException(FROM_MEMORY)));
            bindings.serve(
                    StockContract.HOLD,
                    request -> requireNonNull(counters)
                            .find("c")
                            .map(found -> new OutOfStock(request.body().sku(), 0)));
        }
    }

    @BeforeEach
    void open() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        data = DataServer.open(folder.resolve("data"), 0);
        var settings = Map.of("MONGO_URL", data.url(), "HEALTH_PORT", String.valueOf(port));
        pod = LocalPod.open(folder.resolve("pod"), settings, InstantSource.system());
    }

    @AfterEach
    void close() {
        pod.close();
        data.close();
    }

    private void serve(boolean documents) {
        keeps = documents;
        pod.deploy(new Service(Domain.STOCK, Shelf::new));
        await(HealthServer.open(pod.node()));
    }

    private int status(String path) {
        try {
            var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void ready_storeGoes_isDownWhileAlive() {
        serve(true);
        assertThat(status("/health/ready")).isEqualTo(200);
        data.close();
        eventually(() -> status("/health/ready") == 503, "not ready");
        assertThat(status("/health/live")).isEqualTo(200);
    }

    @Test
    void serve_storeGoesForLong_isAskedNothingUntilItIsBack() {
        serve(true);
        int store = URI.create(data.url()).getPort();
        data.close();
        eventually(() -> state() == State.UNREADY, "it says that it cannot serve");
        var command = hold();
        assertThatThrownBy(() -> await(command)).hasMessageContaining("UNAVAILABLE");
        var query = pod.once(ADMIN, StockContract.LEVEL, new LevelQuery(new Sku("s")));
        assertThat(await(query).status()).as("what is in memory").isEqualTo(404);

        data = DataServer.open(folder.resolve("data"), store);
        eventually(() -> state() == State.SERVING, "it serves again");
    }

    @Test
    void serve_storeHasJustGone_saysThatItIsAway() {
        serve(true);
        assertThat(await(hold()).status()).isEqualTo(409);
        data.close();
        var said = new ArrayList<Integer>();
        eventually(
                () -> said.add(await(hold().map(Answer::status).otherwise(NOTHING))) && said.getLast() == 503, "away");
        assertThat(said).as("no error of its own").isSubsetOf(NOTHING, 503);
    }

    private Future<Answer> hold() {
        return pod.once(
                SHOP,
                StockContract.HOLD,
                new Hold(new CartId("c"), new Sku("s"), 1, Instant.parse("2030-01-01T00:00:00Z")));
    }

    private State state() {
        return pod.node().exchange().directory().instances().getFirst().state();
    }

    @Test
    void ready_storeOfNoUseGoes_isUp() {
        serve(false);
        data.close();
        assertThat(status("/health/ready")).isEqualTo(200);
    }

    @Test
    void ready_busIsCut_isDownUntilItIsNot() {
        serve(false);
        Handler<DeliveryContext<Object>> cut = message -> {};
        pod.node().vertx().eventBus().addInboundInterceptor(cut);
        assertThat(status("/health/ready")).isEqualTo(503);
        assertThat(status("/health/live")).isEqualTo(200);
        pod.node().vertx().eventBus().removeInboundInterceptor(cut);
        assertThat(status("/health/ready")).isEqualTo(200);
    }

    @Test
    void ready_domainLeaves_isDownWhileAlive() {
        serve(false);
        assertThat(status("/health/ready")).isEqualTo(200);
        pod.node()
                .vertx()
                .deploymentIDs()
                .forEach(id -> await(pod.node().vertx().undeploy(id)));
        assertThat(status("/health/ready")).isEqualTo(503);
        assertThat(status("/health/live")).isEqualTo(200);
    }

    @Test
    void selfTest_addressIsNotServed_fails() {
        serve(true);
        var instance = pod.node().exchange().directory().instances().getFirst().instance();
        await(pod.node().exchange().selfTest(instance));
        assertThatThrownBy(() -> await(pod.node().exchange().selfTest("stock@nowhere")))
                .isInstanceOf(ReplyException.class);
    }
}
