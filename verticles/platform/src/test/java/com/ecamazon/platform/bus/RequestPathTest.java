package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
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
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.time.Instant;
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
                            : new HoldReply.Held(hold.sku(), hold.quantity(), hold.until()));
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
                .isEqualTo(new HoldReply.Held(new Sku("s"), 3, UNTIL));
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
}
