package com.ecamazon.shop;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Orders.OrderChanged;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shop.domain.Order;
import com.ecamazon.shop.domain.OrderProgress;
import com.ecamazon.shop.store.OrderDocuments;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Follows what becomes of orders in Stock, Shipping and Payment. */
final class OrderFollowing {
    private final OrderDocuments orders;
    private final Bus bus;

    OrderFollowing(OrderDocuments orders, Bus bus) {
        this.orders = orders;
        this.bus = bus;
    }

    Future<?> packed(Event<ParcelNews> event) {
        var number = switch (event.data()) {
            case ParcelNews.ParcelPacked packed -> packed.order();
            case ParcelNews.UnitsMissing missing -> missing.order();
        };
        return follow(StockContract.PARCELS, number, event, order -> OrderProgress.after(order, event.data()));
    }

    Future<?> traced(Event<TraceNews> event) {
        var number = switch (event.data()) {
            case TraceNews.ParcelLabelled labelled -> labelled.order();
            case TraceNews.ParcelDeparted departed -> departed.order();
            case TraceNews.ParcelOutForDelivery out -> out.order();
            case TraceNews.ParcelDelivered delivered -> delivered.order();
            case TraceNews.ParcelAttemptFailed failed -> failed.order();
        };
        return follow(ShippingContract.PARCELS, number, event, order -> OrderProgress.after(order, event.data()));
    }

    Future<?> returned(Event<ReturnNews> event) {
        var number = switch (event.data()) {
            case ReturnNews.ReturnOpened opened -> opened.order();
            case ReturnNews.ReturnInspected inspected -> inspected.order();
        };
        return follow(ShippingContract.RETURNS, number, event, order -> OrderProgress.after(order, event.data()));
    }

    Future<?> paid(Event<PaymentNews> event) {
        var number = switch (event.data()) {
            case PaymentNews.Captured captured -> captured.order();
            case PaymentNews.RefundDone refund -> refund.order();
            case PaymentNews.RefundFailed failed -> failed.order();
            case PaymentNews.AuthorisationVoided voided -> voided.order();
        };
        return follow(PaymentContract.PAYMENTS, number, event, order -> OrderProgress.after(order, event.data()));
    }

    private Future<?> follow(Topic<?> topic, OrderNumber number, Event<?> event, UnaryOperator<Order> change) {
        return orders.<Optional<Order>>decide(number, before -> {
                    var after = before == null ? null : OrderProgress.after(before, topic.name(), event, change);
                    if (before == null || after == null || after.equals(before)) {
                        return Decision.unchanged(Optional.empty());
                    }
                    var decision = Decision.change(after, tellable(before, after));
                    return OrderProgress.news(before, after)
                            .map(news -> decision.news(ShopContract.ORDERS, news))
                            .orElse(decision);
                })
                .onSuccess(changed -> changed.ifPresent(this::tell));
    }

    private static Optional<Order> tellable(Order before, Order after) {
        return after.history().equals(before.history()) ? Optional.empty() : Optional.of(after);
    }

    private void tell(Order order) {
        var purchase = order.purchase();
        bus.publish(
                ShopContract.ORDER_FEED,
                new OrderChanged(purchase.number(), purchase.customer(), order.state(), order.latest()));
    }
}
