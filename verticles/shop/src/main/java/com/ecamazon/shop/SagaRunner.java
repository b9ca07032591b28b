package com.ecamazon.shop;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.shop.Orders.OrderChanged;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Deadline;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.OrderSaga;
import com.ecamazon.shop.domain.OrderSaga.Outcome;
import com.ecamazon.shop.domain.OrderSaga.Step;
import com.ecamazon.shop.domain.Refusal;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.Serial;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Carries orders through their sagas, one run at a time. A run ends when the order's fate is saved, when its lease ends (the
 * recovery takes over then), or when it finds that somebody else took over.
 */
final class SagaRunner {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration MARGIN = Duration.ofMillis(500);

    /** Whoever waited this long got 202 and hears of a refusal by an event. */
    static final Duration ANSWERED_AFTER = Duration.ofSeconds(3);

    private final Vertx vertx;
    private final OrderDocuments orders;
    private final SagaSteps steps;
    private final Prices prices;
    private final Bus bus;
    private final InstantSource clock;
    private final Map<OrderNumber, Future<Order>> running = new HashMap<>();

    /** What a step came to, and the order as it is saved then. */
    private record Performed(Order order, Outcome outcome) {}

    /** Somebody else carries the order through. */
    private static final class Superseded extends RuntimeException {
        @Serial
        private static final long serialVersionUID = 1;

        Superseded() {
            super("another run took over", null, false, false);
        }
    }

    SagaRunner(Vertx vertx, OrderDocuments orders, SagaSteps steps, Prices prices, Bus bus, InstantSource clock) {
        this.vertx = vertx;
        this.orders = orders;
        this.steps = steps;
        this.prices = prices;
        this.bus = bus;
        this.clock = clock;
    }

    /** The run of this order in this instance, when there is one. */
    Optional<Future<Order>> running(OrderNumber number) {
        return Optional.ofNullable(running.get(number));
    }

    /** Runs the saga; succeeds with the order as this run leaves it, which may be without an end. */
    Future<Order> run(Order order) {
        Deadline.forget();
        var number = order.purchase().number();
        var run = advance(order, OrderSaga.begin(order.purchase(), order.saga(), clock.instant()), FIRST_PAUSE)
                .recover(failure -> orders.find(number).map(found -> found.orElse(order)));
        running.put(number, run);
        return run.onComplete(_ -> running.remove(number, run));
    }

    private Future<Order> advance(Order order, OrderSaga saga, Duration pause) {
        if (saga.step() instanceof Step.Over) {
            return Future.succeededFuture(order);
        }
        return perform(order, saga)
                .recover(failure -> failure instanceof Superseded
                        ? Future.failedFuture(failure)
                        : Future.succeededFuture(new Performed(order, new Outcome.Away())))
                .compose(performed -> goOn(performed, saga, pause));
    }

    private Future<Order> goOn(Performed performed, OrderSaga saga, Duration pause) {
        var order = performed.order();
        var now = clock.instant();
        var next = saga.next(performed.outcome(), !now.isBefore(order.saga().deadline()));
        if (next.step().getClass() != saga.step().getClass()) {
            return advance(order, next, FIRST_PAUSE);
        }
        var end = order.saga().leaseUntil();
        return end == null || now.plus(pause).plus(MARGIN).isAfter(end)
                ? Future.succeededFuture(order)
                : vertx.timer(pause.toMillis()).compose(_ -> advance(order, next, pause.multipliedBy(2)));
    }

    private Future<Performed> perform(Order order, OrderSaga saga) {
        var purchase = order.purchase();
        return switch (saga.step()) {
            case Step.CloseCart() -> steps.closeCart(purchase).map(done -> new Performed(order, done));
            case Step.Allocate(var skus) ->
                steps.allocate(purchase, skus, saga.holds()).map(done -> new Performed(order, done));
            case Step.Authorise() -> steps.authorise(order).map(done -> new Performed(order, done));
            case Step.Confirm() -> confirm(order, saga);
            case Step.Decide(var refusal) ->
                save(order, current -> Decision.change(current.undoing(refusal), current.undoing(refusal)));
            case Step.TakeBack back -> steps.takeBack(purchase, back).map(done -> new Performed(order, done));
            case Step.Withdraw() -> steps.withdraw(purchase).map(done -> new Performed(order, done));
            case Step.Refuse(var refusal) -> refuse(order, refusal);
            case Step.Keep() -> keep(order);
            case Step.Over() -> Future.succeededFuture(new Performed(order, new Outcome.Done()));
        };
    }

    private Future<Performed> confirm(Order order, OrderSaga saga) {
        var now = clock.instant();
        return save(order, current -> {
                    var next = current.confirmed(now);
                    return Decision.change(next, next)
                            .news(ShopContract.ORDERS, next.confirmation(saga.allocations()))
                            .journaled();
                })
                .onSuccess(done -> {
                    tell(done.order());
                    prices.bought(done.order().purchase().lines().stream()
                            .map(OrderLine::product)
                            .distinct()
                            .toList());
                });
    }

    private Future<Performed> refuse(Order order, Refusal refusal) {
        var now = clock.instant();
        return save(order, current -> {
                    var next = current.refused(refusal, now);
                    var decision = Decision.change(next, next).journaled();
                    return news(next, refusal, now)
                            .map(event -> decision.news(ShopContract.ORDERS, event))
                            .orElse(decision);
                })
                .onSuccess(done -> tell(done.order()));
    }

    private static Optional<OrderNews> news(Order order, Refusal refusal, Instant now) {
        var purchase = order.purchase();
        if (refusal instanceof Refusal.Cancelled) {
            return Optional.of(
                    new OrderNews.OrderCancelled(purchase.number(), purchase.customer(), purchase.email(), now));
        }
        return now.isBefore(purchase.placedAt().plus(ANSWERED_AFTER))
                ? Optional.empty()
                : Optional.of(new OrderNews.OrderRefused(purchase.number(), purchase.email(), refusal.sentence(), now));
    }

    private Future<Performed> keep(Order order) {
        var now = clock.instant();
        return save(
                        order,
                        current -> Decision.change(current.kept(now), current.kept(now))
                                .journaled())
                .onSuccess(done -> tell(done.order()));
    }

    /** Saves what comes of the order, unless another run took over. */
    private Future<Performed> save(Order mine, Function<Order, Decision<Order, Order>> change) {
        return orders.<Order>decide(mine.purchase().number(), current -> {
                    if (current == null || !current.isRunBy(mine.saga())) {
                        throw new Superseded();
                    }
                    return change.apply(current);
                })
                .map(saved -> new Performed(saved, new Outcome.Done()));
    }

    private void tell(Order order) {
        var purchase = order.purchase();
        bus.publish(
                ShopContract.ORDER_FEED,
                new OrderChanged(purchase.number(), purchase.customer(), order.state(), order.latest()));
    }
}
