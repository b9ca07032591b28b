package com.ecamazon.simulator;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply.Tokenised;
import com.ecamazon.contract.shipping.Parcels.OpenReturn;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import com.ecamazon.contract.shipping.Parcels.ReturnReply;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Carts.AddLine;
import com.ecamazon.contract.shop.Carts.Cart;
import com.ecamazon.contract.shop.Carts.CartQuery;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.CreateCart;
import com.ecamazon.contract.shop.Orders.CancelOrder;
import com.ecamazon.contract.shop.Orders.Order;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentChoice;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply.Accepted;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply.Confirmed;
import com.ecamazon.contract.shop.ShopContract;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Set;

/** A guest who fills a cart, orders it, and keeps, cancels or sends back what comes. */
final class Guest {
    private static final Set<OrderState> OPEN = Set.of(OrderState.PLACED, OrderState.CONFIRMED, OrderState.SHIPPING);
    private static final long LOOK_MILLIS = 1_000;

    private final String name;
    private final Wish wish;
    private final boolean delivered;
    private final ClientLog log;
    private final Depot depot;
    private final Client client;

    /** @param delivered whether anything ever comes, so that it is worth waiting for */
    Guest(World world, String name, Wish wish, boolean delivered, ClientLog log, Depot depot) {
        this.name = name;
        this.wish = wish;
        this.delivered = delivered;
        this.log = log;
        this.depot = depot;
        this.client = new Client(world, name, Caller.GUEST);
    }

    /** All that the guest does; it ends well also when the shop says no. */
    Future<?> visit() {
        return client.pause(wish.startsAfterMillis())
                .compose(_ -> client.insist(
                        PaymentContract.TOKENISE, new Tokenise(wish.card(), 12, 2030, "123", name), name + "/card"))
                .compose(card -> client.insist(ShopContract.CREATE_CART, new CreateCart(), name + "/cart")
                        .compose(cart -> fill(((CartReply.Created) cart).cart().id())
                                .compose(filled -> filled.lines().isEmpty()
                                        ? Future.succeededFuture()
                                        : order(filled.id(), ((Tokenised) card).token()))));
    }

    private Future<Cart> fill(CartId cart) {
        Future<?> filled = Future.succeededFuture();
        for (var line : wish.units().entrySet()) {
            filled = filled.compose(_ -> fill(cart, line, 5));
        }
        return filled.compose(_ -> look(cart));
    }

    private Future<Cart> look(CartId cart) {
        return client.insist(ShopContract.CART, new CartQuery(cart), name + "/look");
    }

    /** Adding is not idempotent, so whoever got no answer looks first. */
    private Future<?> fill(CartId id, Map.Entry<Sku, Integer> line, int tries) {
        return look(id).compose(cart -> {
            int has = cart.lines().stream()
                    .filter(known -> known.sku().equals(line.getKey()))
                    .mapToInt(known -> known.quantity())
                    .sum();
            return has >= line.getValue() || tries == 0
                    ? Future.succeededFuture()
                    : client.ask(ShopContract.ADD_LINE, new AddLine(id, line.getKey(), line.getValue() - has))
                            .<Object>mapEmpty()
                            .recover(_ -> client.pause(LOOK_MILLIS)
                                    .compose(_ -> fill(id, line, tries - 1))
                                    .mapEmpty());
        });
    }

    private Future<?> order(CartId cart, PaymentToken token) {
        var order = new PlaceOrder(
                "key-" + name,
                cart,
                new Email(name + "@example.test"),
                new Address("Ada Byron", "Kade 1", null, "1011 AB", "Amsterdam", "NL"),
                "standard",
                new PaymentChoice(token));
        var first = place(order);
        return wish.repeats() ? Future.join(place(order), first).compose(_ -> first) : first;
    }

    private Future<?> place(PlaceOrder order) {
        return client.insist(ShopContract.PLACE_ORDER, order, name + "/order")
                .onSuccess(reply -> log.heard(name, reply))
                .compose(reply -> switch (reply) {
                    case Confirmed confirmed -> end(confirmed.order()).<Object>mapEmpty();
                    case Accepted accepted -> end(accepted.order()).mapEmpty();
                    case PlaceOrderReply _ -> Future.succeededFuture();
                });
    }

    private Future<?> end(Order order) {
        return switch (wish.ending()) {
            case KEEP -> await(order);
            case CANCEL ->
                client.pause(wish.cancelAfterMillis())
                        .compose(_ -> client.insist(
                                ShopContract.CANCEL_ORDER,
                                new CancelOrder(order.number(), order.orderToken()),
                                name + "/cancel"))
                        .compose(_ -> await(order));
            case SEND_BACK ->
                await(order)
                        .compose(last ->
                                last.state() == OrderState.DELIVERED ? sendBack(last) : Future.succeededFuture());
        };
    }

    /** The order when nothing more will happen to it by itself. */
    private Future<Order> await(Order order) {
        return client.insist(ShopContract.ORDER, new OrderQuery(order.number(), order.orderToken()), name + "/watch")
                .compose(now -> OPEN.contains(now.state()) && delivered
                        ? client.pause(LOOK_MILLIS).compose(_ -> await(order))
                        : Future.succeededFuture(now));
    }

    private Future<?> sendBack(Order order) {
        var lines = order.lines().stream()
                .map(line -> new ReturnLine(line.sku(), 1))
                .toList();
        return client.insist(
                        ShippingContract.OPEN_RETURN,
                        new OpenReturn(order.number(), lines, "too small", order.orderToken()),
                        name + "/return")
                .compose(reply -> reply instanceof ReturnReply.Opened(var opened)
                        ? depot.receive(opened)
                        : Future.succeededFuture());
    }
}
