package com.ecamazon.platform.bus;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.eventbus.DeliveryContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PatienceTest {
    private static final Caller ADMIN = Caller.user(new UserId("u"), Set.of(Role.ADMIN));
    private static final Hold SLOW = hold("slow");
    private static final Hold FAST = hold("fast");
    private static final LevelQuery NEVER = new LevelQuery(new Sku("s"));

    private final AtomicInteger holds = new AtomicInteger();
    private final AtomicInteger levels = new AtomicInteger();
    private final Promise<Level> never = Promise.promise();
    private LocalPod pod;

    /** Holds slowly what is asked to be held so, as a bank does; never tells a level. */
    private final class Shelf extends DomainVerticle {
        Shelf(Platform platform) {
            super(platform, Domain.STOCK);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.serve(StockContract.HOLD, request -> hold(request.body()));
            bindings.serve(StockContract.LEVEL, request -> {
                levels.incrementAndGet();
                return never.future();
            });
        }

        private Future<HoldReply> hold(Hold hold) {
            var reply = new HoldReply.Held(hold.sku(), hold.quantity(), hold.until(), 1);
            if (!hold.equals(SLOW)) {
                return Future.succeededFuture(reply);
            }
            holds.incrementAndGet();
            return vertx.timer(1_300).map(reply);
        }
    }

    private static Hold hold(String sku) {
        return new Hold(new CartId("c"), new Sku(sku), 1, Instant.parse("2030-01-01T00:00:00Z"));
    }

    @BeforeEach
    void open() {
        pod = LocalPod.open(new Service(Domain.STOCK, Shelf::new));
    }

    @AfterEach
    void close() {
        never.fail("the test is over");
        pod.close();
    }

    private boolean isServed() {
        return pod.node().exchange().directory().isServed(Domain.STOCK);
    }

    @Test
    void ask_internalCommandIsSlow_isAskedOnce() {
        assertThat(pod.call(Domain.SHOP, StockContract.HOLD, SLOW)).isInstanceOf(HoldReply.Held.class);
        assertThat(holds).hasValue(1);
    }

    @Test
    void ask_instanceIsSilent_isAskedAgainAndLeftOut() {
        var heard = new AtomicInteger();
        Handler<DeliveryContext<Object>> silence = message -> {
            if (message.body() instanceof Asked asked
                    && asked.question().operation().equals(StockContract.LEVEL.name())) {
                heard.incrementAndGet();
            }
        };
        pod.node().vertx().eventBus().addInboundInterceptor(silence);
        var answer = new AtomicReference<>(pod.once(ADMIN, StockContract.LEVEL, NEVER));
        eventually(() -> heard.get() == 3, "it is asked again");
        // On a slow machine these three may be too far apart to count together.
        eventually(() -> !isServed() || isAskedAnew(answer), "it is left out");

        pod.node().vertx().eventBus().removeInboundInterceptor(silence);
        eventually(this::isServed, "and asked again later");
        assertThat(await(answer.get().otherwiseEmpty())).isNull();
    }

    /** Asks once more when the last time is over; false, for that proves nothing. */
    private boolean isAskedAnew(AtomicReference<Future<Answer>> last) {
        if (last.get().isComplete()) {
            last.set(pod.once(ADMIN, StockContract.LEVEL, NEVER));
        }
        return false;
    }

    @Test
    void ask_slowOperationOfLivelyInstance_leavesItIn() {
        var answer = pod.once(ADMIN, StockContract.LEVEL, NEVER);
        while (!answer.isComplete()) {
            pod.call(Domain.SHOP, StockContract.HOLD, FAST);
        }
        assertThat(levels).hasValue(3);
        assertThat(isServed()).isTrue();
    }

    @Test
    void ask_operationThatIsNeverAnswered_isRefusedAtOnceWhileOthersAreServed() {
        var answers = IntStream.range(0, 20)
                .mapToObj(i -> pod.once(ADMIN, StockContract.LEVEL, NEVER))
                .toList();
        eventuallyWhileServed(() -> !circuits().isEmpty(), "its circuit opens");
        assertThat(circuits()).singleElement().asString().contains("stock.level at stock@");
        eventuallyWhileServed(() -> answers.stream().allMatch(Future::isComplete), "all tries end");

        int asked = levels.get();
        eventuallyWhileServed(
                () -> pod.once(ADMIN, StockContract.LEVEL, NEVER).isComplete(), "refused without waiting");
        assertThat(levels.get() - asked).as("probes").isLessThan(20);
    }

    /** Waits, and has something else served all the time: an instance that answers nothing at all would be left out. */
    private void eventuallyWhileServed(Supplier<Boolean> condition, String what) {
        eventually(
                () -> {
                    assertThat(pod.call(Domain.SHOP, StockContract.HOLD, FAST)).isInstanceOf(HoldReply.Held.class);
                    return condition.get();
                },
                what);
    }

    private List<Presence.Circuit> circuits() {
        return pod.node().exchange().openCircuits();
    }

    @Test
    void of_kindOfOperation_givesTimeForOneTry() {
        assertThat(millis(StockContract.LEVEL)).isEqualTo(900);
        assertThat(millis(StockContract.HOLD)).isEqualTo(1_600);
        assertThat(millis(StockContract.RECEIVE)).as("once").isEqualTo(2_000);
    }

    private static long millis(Operation<?, ?> operation) {
        return Patience.of(operation).of(Duration.ofSeconds(2).toMillis());
    }
}
