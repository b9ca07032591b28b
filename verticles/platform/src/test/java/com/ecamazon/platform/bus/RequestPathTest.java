package com.ecamazon.platform.bus;

import static com.ecamazon.platform.testing.LocalPod.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.Message;
import io.vertx.core.eventbus.ReplyException;
import io.vertx.core.eventbus.ReplyFailure;
import io.vertx.core.internal.ContextInternal;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RequestPathTest {
    private static final Instant UNTIL = Instant.parse("2030-01-01T00:00:00Z");
    private static LocalPod pod;

    private static final class Shelf extends DomainVerticle {
        Shelf(Platform platform) {
            super(platform, Domain.STOCK);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.serve(StockContract.HOLD, this::hold);
            bindings.serve(StockContract.LEVEL, request -> {
                throw new IllegalStateException("a bug");
            });
        }

        private Future<HoldReply> hold(Request<Hold> request) {
            var hold = request.body();
            if (hold.quantity() == 13) {
                throw new InvalidRequest("/quantity", "brings bad luck");
            }
            return Future.succeededFuture(
                    hold.quantity() > 5
                            ? new HoldReply.OutOfStock(hold.sku(), 5)
                            : new HoldReply.Held(hold.sku(), hold.quantity(), hold.until(), 1));
        }
    }

    @BeforeAll
    static void open() {
        pod = LocalPod.open(new Service(Domain.STOCK, Shelf::new));
    }

    @AfterAll
    static void close() {
        pod.close();
    }

    private static Hold hold(int quantity) {
        return new Hold(new CartId("c"), new Sku("s"), quantity, UNTIL);
    }

    @Test
    void call_served_givesVariant() {
        assertThat(pod.call(Domain.SHOP, StockContract.HOLD, hold(3)))
                .isEqualTo(new HoldReply.Held(new Sku("s"), 3, UNTIL, 1));
        assertThat(pod.call(Domain.SHOP, StockContract.HOLD, hold(9)))
                .isEqualTo(new HoldReply.OutOfStock(new Sku("s"), 5));
    }

    @Test
    void call_otherDomain_isForbidden() {
        assertThatThrownBy(() -> pod.call(Domain.USERS, StockContract.HOLD, hold(3)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(403));
    }

    @Test
    void call_wrongRole_isForbidden() {
        var query = new LevelQuery(new Sku("s"));
        var customer = Caller.user(new UserId("u"), Set.of(Role.CUSTOMER));
        assertThatThrownBy(() -> pod.call(customer, StockContract.LEVEL, query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(403));
        assertThatThrownBy(() -> pod.call(Caller.GUEST, StockContract.LEVEL, query))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(401));
    }

    @Test
    void call_handlerThrows_isAnswered() {
        var admin = Caller.user(new UserId("u"), Set.of(Role.ADMIN));
        assertThatThrownBy(() -> pod.call(admin, StockContract.LEVEL, new LevelQuery(new Sku("s"))))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(500));
        assertThatThrownBy(() -> pod.call(Domain.SHOP, StockContract.HOLD, hold(13)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(400));
    }

    private static int status(String operation, String caller, byte[] body) {
        var question =
                new Question(operation, System.currentTimeMillis() + 10_000, "op", caller, "", Question.Body.of(body));
        var loop = ((ContextInternal) pod.node().vertx().getOrCreateContext()).nettyEventLoop();
        var outstanding = new Outstanding(pod.node().vertx(), loop);
        return await(outstanding.ask(new Peer(Domain.STOCK.address()), question, 10_000))
                .status();
    }

    @Test
    void question_nobodyServes_isRefused() {
        var shop =
                pod.node().seals().seal(Caller.domain(Domain.SHOP), pod.node().sealUntil());
        assertThat(status("stock.nothing", shop, Json.write(hold(3)))).isEqualTo(501);
        assertThat(status("topic:none", shop, Json.write(hold(3)))).isEqualTo(501);
    }

    @Test
    void question_malformedBody_isRefused() {
        var shop =
                pod.node().seals().seal(Caller.domain(Domain.SHOP), pod.node().sealUntil());
        var name = StockContract.HOLD.name();
        for (var body : List.of("", "{", "[]", "null", "{\"quantity\":\"3\"}", "\u0000")) {
            assertThat(status(name, shop, body.getBytes(StandardCharsets.UTF_8)))
                    .as(body)
                    .isEqualTo(400);
        }
        assertThat(status(name, shop, Json.write(hold(3)))).isEqualTo(200);
    }

    @Test
    void question_unsignedOrWronglySigned_isRefused() {
        var good =
                pod.node().seals().seal(Caller.domain(Domain.SHOP), pod.node().sealUntil());
        var late = pod.node().seals().seal(Caller.domain(Domain.SHOP), Instant.EPOCH);
        var body = Json.write(hold(3));
        var name = StockContract.HOLD.name();
        for (var caller : List.of("", "shop", good + "x", good.replace("shop", "stock"), late)) {
            assertThat(status(name, caller, body)).as(caller).isEqualTo(403);
        }
        assertThat(status(name, good, body)).isEqualTo(200);
    }

    @Test
    void message_thatIsNoQuestion_isRefusedAndTheNextIsHeard() {
        var bus = pod.node().vertx().eventBus();
        for (var body : List.of("text", Buffer.buffer("bytes"), new JsonObject(), 7)) {
            assertThatThrownBy(() -> await(bus.request(Domain.STOCK.address(), body)))
                    .isInstanceOfSatisfying(
                            ReplyException.class,
                            e -> assertThat(e.failureType()).isEqualTo(ReplyFailure.RECIPIENT_FAILURE));
        }
        assertThat(pod.call(Domain.SHOP, StockContract.HOLD, hold(3))).isInstanceOf(HoldReply.Held.class);
    }

    @Test
    void message_thatCannotBeRead_isAnsweredAtOnce() {
        var asked = Asked.unreadable(1, 1, Problem.of(413, "TOO_LARGE", "Too large."));
        var heard = pod.node()
                .vertx()
                .eventBus()
                .request(Domain.STOCK.address(), asked)
                .map(Message::body);
        assertThat(await(heard))
                .isInstanceOfSatisfying(
                        Reply.class,
                        reply -> assertThat(reply.answer())
                                .isNotNull()
                                .extracting(Answer::status)
                                .isEqualTo(413));
    }
}
