package com.ecamazon.shop;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.shop.domain.Cart;
import com.ecamazon.shop.domain.Claim;
import com.ecamazon.shop.domain.Delivery;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.Purchase;
import com.ecamazon.shop.store.CartDocuments;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Places orders. Inserting the order is the claim on the idempotency key, and from there on the order is never lost: its saga
 * goes on whether anybody waits for it or not.
 */
final class Checkout {
    private final CartDocuments carts;
    private final OrderDocuments orders;
    private final SagaRunner runner;
    private final OrderWatch watch;
    private final PlaceOrderAnswer answers;
    private final InstantSource clock;

    Checkout(
            CartDocuments carts,
            OrderDocuments orders,
            SagaRunner runner,
            OrderWatch watch,
            PlaceOrderAnswer answers,
            InstantSource clock) {
        this.carts = carts;
        this.orders = orders;
        this.runner = runner;
        this.watch = watch;
        this.answers = answers;
        this.clock = clock;
    }

    Future<PlaceOrderReply> place(Request<PlaceOrder> request) {
        var body = request.body();
        var delivery = Delivery.of(body.deliveryOption())
                .orElseThrow(() -> new InvalidRequest("/deliveryOption", "is none of the delivery options"));
        var claim = Claim.of(request.caller(), body);
        return carts.read(body.cart()).compose(found -> {
            var cart = found.filter(known -> known.opensTo(request.caller()));
            return cart.isPresent() && !isKnown(claim, cart.get())
                    ? first(body, request.caller(), delivery, claim, cart.get())
                    : again(claim);
        });
    }

    /** Whether the cart shows that this key has an order already. */
    private static boolean isKnown(Claim claim, Cart cart) {
        return claim.number().equals(cart.order()) || cart.refused().contains(claim.number());
    }

    private Future<PlaceOrderReply> first(PlaceOrder body, Caller caller, Delivery delivery, Claim claim, Cart cart) {
        var purchase = Purchase.of(claim.number(), body, delivery, cart, caller, clock.instant());
        return orders.insert(Order.placed(purchase, claim, body.payment().token()))
                .map(Optional::of)
                .recover(failure -> failure instanceof DuplicateId
                        ? Future.succeededFuture(Optional.empty())
                        : Future.failedFuture(failure))
                .compose(inserted -> inserted.isPresent()
                        ? watch.outcome(runner.run(inserted.get()), inserted.get())
                                .map(order -> answers.of(order, null))
                        : again(claim));
    }

    private Future<PlaceOrderReply> again(Claim claim) {
        return orders.find(claim.number()).compose(found -> {
            var order = found.orElseThrow(() -> new ProblemException(Problem.notFound()));
            if (!order.claim().key().equals(claim.key())) {
                // Two keys share the digits of a number; the next key of this client will not.
                throw new ProblemException(Problem.unavailable(Domain.SHOP));
            }
            if (!order.claim().fingerprint().equals(claim.fingerprint())) {
                return Future.succeededFuture(
                        new PlaceOrderReply.KeyReused("Choose a new key, or repeat the request as it was."));
            }
            return watch.until(claim.number(), order, Order::pending).map(ended -> answers.of(ended, "true"));
        });
    }
}
