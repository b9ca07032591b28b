package com.ecamazon.shop;

import com.ecamazon.contract.shop.Orders.CancelOrder;
import com.ecamazon.contract.shop.Orders.CancelReply;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.Saga.Phase;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/** Cancels orders that are not packed: the wish is saved first, so that it ends whatever happens. */
final class Cancelling {
    private final OrderDocuments orders;
    private final OrderReading reading;
    private final SagaRunner runner;
    private final OrderWatch watch;
    private final OrderTokens tokens;
    private final InstantSource clock;

    /** What the wish comes to: the order, and whether this instance is to carry it out. */
    private record Wish(Order order, boolean accepted, boolean mine) {}

    Cancelling(
            OrderDocuments orders,
            OrderReading reading,
            SagaRunner runner,
            OrderWatch watch,
            OrderTokens tokens,
            InstantSource clock) {
        this.orders = orders;
        this.reading = reading;
        this.runner = runner;
        this.watch = watch;
        this.tokens = tokens;
        this.clock = clock;
    }

    Future<CancelReply> cancel(Request<CancelOrder> request) {
        var number = request.body().number();
        var may = ShopContract.CANCEL_ORDER.access().roles();
        return reading.open(number, request.caller(), request.body().orderToken(), may)
                .compose(order -> orders.<Wish>decide(
                        number, current -> wish(Optional.ofNullable(current).orElse(order))))
                .compose(this::carryOut);
    }

    private Decision<Order, Wish> wish(Order order) {
        var next = order.cancelling(clock.instant());
        if (next.isEmpty() || next.get().equals(order)) {
            return Decision.unchanged(new Wish(order, next.isPresent(), false));
        }
        return Decision.change(next.get(), new Wish(next.get(), true, true)).journaled();
    }

    private Future<CancelReply> carryOut(Wish wish) {
        var order = wish.order();
        if (!wish.accepted()) {
            return Future.succeededFuture(new CancelReply.NotCancellable(order.state()));
        }
        var ended = wish.mine()
                ? watch.outcome(runner.run(order), order)
                : watch.until(order.purchase().number(), order, Cancelling::isRunning);
        return ended.map(this::answer);
    }

    private static boolean isRunning(Order order) {
        return order.saga().phase() != Phase.OVER;
    }

    private CancelReply answer(Order order) {
        var shown = order.shown(tokens.of(order.purchase().number()));
        if (order.state() == OrderState.CANCELLED) {
            return new CancelReply.Cancelled(shown);
        }
        return isRunning(order) ? new CancelReply.Cancelling(shown) : new CancelReply.NotCancellable(order.state());
    }
}
