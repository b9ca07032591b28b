package com.ecamazon.shop;

import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What placing an order answers, now and whenever the same key comes again. */
final class PlaceOrderAnswer {
    private final OrderTokens tokens;

    PlaceOrderAnswer(OrderTokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The answer to an order as it stands.
     *
     * @param replayed {@code true} for a repeat; absent for the first
     */
    PlaceOrderReply of(Order order, @Nullable String replayed) {
        var number = order.purchase().number();
        if (order.confirmedAt() != null) {
            return new PlaceOrderReply.Confirmed(order.shownAtConfirmation(tokens.of(number)), replayed);
        }
        var refusal = order.saga().refusal();
        if (order.pending() || refusal == null) {
            return new PlaceOrderReply.Accepted(order.shown(tokens.of(number)), "/api/orders/" + number, replayed);
        }
        return switch (refusal) {
            case Refusal.OutOfStock(var errors) -> new PlaceOrderReply.OutOfStock(number, errors, replayed);
            case Refusal.PriceChanged(var errors, var before, var now) ->
                new PlaceOrderReply.PriceChanged(errors, before, now, replayed);
            case Refusal.CartOrdered() -> new PlaceOrderReply.CartOrdered(faults("is ordered"), replayed);
            case Refusal.CartEmpty() -> new PlaceOrderReply.CartEmpty(faults("is empty"), replayed);
            case Refusal.PaymentDeclined(var reason) -> new PlaceOrderReply.PaymentDeclined(number, reason, replayed);
            case Refusal.NotCompleted(), Refusal.Cancelled() -> new PlaceOrderReply.NotCompleted(number, replayed);
        };
    }

    private static List<Fault> faults(String message) {
        return List.of(new Fault("/cart", message, null, null));
    }
}
