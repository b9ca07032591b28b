package com.ecamazon.notification.domain;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.payment.Payments.PaymentNews.AuthorisationVoided;
import com.ecamazon.contract.payment.Payments.PaymentNews.Captured;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundDone;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelAttemptFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderCancelled;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderConfirmed;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderDelivered;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderRefused;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.notification.domain.Audience.Buyer;
import com.ecamazon.notification.domain.Audience.BuyerOf;
import com.ecamazon.notification.domain.Audience.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What buyers are told on the way from order to doorbell and back, and what staff is told when that goes wrong. */
public final class OrderTellings {
    private OrderTellings() {}

    /** Of an order; that all of it was delivered is known from its last parcel. */
    public static Optional<Telling> of(OrderNews news) {
        return switch (news) {
            case OrderConfirmed confirmed -> Optional.of(confirmed(confirmed));
            case OrderCancelled(var order, var customer, var email, var _) ->
                Optional.of(new Telling(
                        new Buyer(customer, email),
                        about("order.cancelled", order, "is cancelled", "We let go of the money that was set aside.")));
            case OrderRefused(var order, var email, var reason, var _) ->
                Optional.of(new Telling(
                        new Buyer(null, email),
                        about("order.refused", order, "could not be completed", reason, "You were not charged.")));
            case OrderDelivered _ -> Optional.empty();
        };
    }

    private static Telling confirmed(OrderConfirmed news) {
        var paragraphs = new ArrayList<String>();
        paragraphs.add("Thank you. We have your order and begin to pack it.");
        for (OrderLine line : news.lines()) {
            paragraphs.add(line.quantity() + " x " + line.title() + ": " + Amounts.text(line.total()));
        }
        paragraphs.add("In all: " + Amounts.text(news.totals().grand()));
        return new Telling(
                buyer(news.recipient()),
                new Message(
                        Message.ORDER_CONFIRMED,
                        news.number().value(),
                        "Your order " + news.number() + " is confirmed",
                        List.copyOf(paragraphs)));
    }

    /** Of a parcel. */
    public static Optional<Telling> of(TraceNews news) {
        return switch (news) {
            case ParcelLabelled _ -> Optional.empty();
            case ParcelDeparted departed ->
                Optional.of(new Telling(
                        buyer(departed.recipient()),
                        about(
                                "order.shipped",
                                departed.order(),
                                departed.lastOfOrder() ? "is on its way" : "is on its way in part",
                                "Parcel " + departed.sscc() + " has left our warehouse.")));
            case ParcelOutForDelivery(var sscc, var order, var recipient, var _) ->
                Optional.of(new Telling(
                        buyer(recipient),
                        about(
                                "order.out_for_delivery",
                                order,
                                "arrives today",
                                "A driver is out with parcel " + sscc + ".")));
            case ParcelDelivered(var sscc, var order, var recipient, var proof, var _) ->
                Optional.of(new Telling(
                        buyer(recipient),
                        about(
                                "order.delivered",
                                order,
                                "was delivered",
                                "Parcel " + sscc + " was taken by " + proof.receivedBy() + ".")));
            case ParcelAttemptFailed(var sscc, var order, var recipient, var reason, var _, var _) ->
                Optional.of(new Telling(
                        buyer(recipient),
                        about(
                                "order.delivery_failed",
                                order,
                                "could not be delivered yet",
                                "Parcel " + sscc + " came back to us: " + reason + ". We try again.")));
        };
    }

    /** Of a payment; it names no buyer. */
    public static Optional<Telling> of(PaymentNews news) {
        return switch (news) {
            case RefundDone(var order, var amount, var _, var _, var _) ->
                Optional.of(new Telling(
                        new BuyerOf(order),
                        about(
                                "order.refunded",
                                order,
                                "was refunded",
                                "We gave " + Amounts.text(amount) + " back to your payment method.")));
            case RefundFailed(var order, var amount, var reason, var _) ->
                Optional.of(new Telling(
                        new Staff(Set.of(Role.FINANCE)),
                        Message.of(
                                "refund.failed",
                                order.value(),
                                "The refund of order " + order + " failed",
                                "The bank refused to give " + Amounts.text(amount) + " back: " + reason + ".")));
            case Captured _, AuthorisationVoided _ -> Optional.empty();
        };
    }

    private static Buyer buyer(Recipient recipient) {
        return new Buyer(recipient.customer(), recipient.email());
    }

    private static Message about(String event, OrderNumber order, String what, String... paragraphs) {
        return Message.of(event, order.value(), "Your order " + order + " " + what, paragraphs);
    }
}
