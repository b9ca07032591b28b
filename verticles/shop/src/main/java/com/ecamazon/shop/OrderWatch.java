package com.ecamazon.shop;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.platform.bus.Timeouts;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.function.Predicate;

/** Waits for orders whose saga runs, in this instance or another. */
final class OrderWatch {
    private static final long LOOK_MILLIS = 100;

    private final Vertx vertx;
    private final OrderDocuments orders;
    private final SagaRunner runner;

    OrderWatch(Vertx vertx, OrderDocuments orders, SagaRunner runner) {
        this.vertx = vertx;
        this.orders = orders;
        this.runner = runner;
    }

    /** The order as the run leaves it, or as it was when it takes too long. */
    Future<Order> outcome(Future<Order> run, Order order) {
        return Timeouts.within(vertx, run, SagaRunner.ANSWERED_AFTER.toMillis()).otherwise(order);
    }

    /** The order as soon as it is not this any more, or as it is when that takes too long. */
    Future<Order> until(OrderNumber number, Order order, Predicate<Order> unsettled) {
        return unsettled.test(order)
                ? look(number, order, unsettled, SagaRunner.ANSWERED_AFTER.toMillis())
                : Future.succeededFuture(order);
    }

    private Future<Order> look(OrderNumber number, Order last, Predicate<Order> unsettled, long millisLeft) {
        if (!unsettled.test(last) || millisLeft <= 0) {
            return Future.succeededFuture(last);
        }
        var running = runner.running(number);
        if (running.isPresent()) {
            return Timeouts.within(vertx, running.get(), millisLeft)
                    .otherwise(last)
                    .compose(order -> look(number, order, unsettled, 0));
        }
        return vertx.timer(LOOK_MILLIS)
                .compose(_ -> orders.find(number))
                .compose(found -> look(number, found.orElse(last), unsettled, millisLeft - LOOK_MILLIS));
    }
}
