package com.ecamazon.shop.domain;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How an order follows the news of Stock, Shipping and Payment. News may come twice and, from different sources, in any
 * order: each is applied once, and the state never goes back.
 */
public final class OrderProgress {
    private OrderProgress() {}

    /** The order after an event; the very same order when it was applied before. */
    public static <E> Order after(Order order, String topic, Event<E> event, Function<Order, Order> change) {
        var source = topic + ':' + event.subject();
        var seen = order.applied().stream()
                .filter(applied -> applied.source().equals(source))
                .findFirst();
        if (seen.isPresent() && seen.get().sequence() >= event.sequence()) {
            return order;
        }
        var applied = new ArrayList<>(order.applied());
        seen.ifPresent(applied::remove);
        applied.add(new Applied(source, event.sequence()));
        return settled(change.apply(order)).with(applied);
    }

    /** Stock packed a parcel, or could not find units. */
    public static Order after(Order order, ParcelNews news) {
        return switch (news) {
            case ParcelNews.ParcelPacked packed ->
                order.with(order.journey().parcel(packed.sscc(), parcel -> parcel.holding(units(packed.lines()))))
                        .told("parcel.packed", "A parcel is packed.", packed.sscc(), packed.packedAt());
            case ParcelNews.UnitsMissing missing ->
                pointless(
                        order.with(order.journey().missing(missing.quantity()))
                                .told(
                                        "units.missing",
                                        missing.quantity() + " of " + missing.sku()
                                                + " could not be found; they are not charged.",
                                        null,
                                        missing.at()),
                        missing.at());
        };
    }

    /** An order of which nothing was found is cancelled, so that its money is let go and somebody is told. */
    private static Order pointless(Order order, Instant at) {
        return order.journey().missing() >= order.purchase().units()
                ? order.cancelling(at).orElse(order)
                : order;
    }

    /** A parcel moved. */
    public static Order after(Order order, TraceNews news) {
        return switch (news) {
            case TraceNews.ParcelLabelled labelled ->
                order.with(order.journey().parcel(labelled.sscc(), parcel -> parcel));
            case TraceNews.ParcelDeparted departed ->
                order.with(order.journey()
                                .parcel(
                                        departed.sscc(),
                                        parcel -> parcel.holding(units(departed.lines()))
                                                .at(Status.IN_TRANSIT)))
                        .told("parcel.departed", "A parcel left the depot.", departed.sscc(), departed.at());
            case TraceNews.ParcelOutForDelivery out ->
                order.with(order.journey().parcel(out.sscc(), parcel -> parcel.at(Status.OUT_FOR_DELIVERY)))
                        .told("parcel.out_for_delivery", "A parcel is on its way to you.", out.sscc(), out.at());
            case TraceNews.ParcelDelivered delivered ->
                order.with(order.journey().parcel(delivered.sscc(), parcel -> parcel.at(Status.DELIVERED)))
                        .told("parcel.delivered", "A parcel was delivered.", delivered.sscc(), delivered.at());
            case TraceNews.ParcelAttemptFailed failed ->
                order.told(
                        "parcel.attempt_failed",
                        "A parcel could not be delivered (attempt " + failed.attempts() + ").",
                        failed.sscc(),
                        failed.at());
        };
    }

    /** Units come back. */
    public static Order after(Order order, ReturnNews news) {
        return switch (news) {
            case ReturnNews.ReturnOpened opened ->
                order.told("return.opened", "A return is expected.", null, opened.at());
            case ReturnNews.ReturnInspected inspected ->
                order.with(order.journey().returned(inspectedUnits(inspected.lines())))
                        .told("return.received", "Your return has arrived.", null, inspected.at());
        };
    }

    /** Money moved. */
    public static Order after(Order order, PaymentNews news) {
        return switch (news) {
            case PaymentNews.Captured captured ->
                order.with(captured.complete() ? PaymentState.CAPTURED : PaymentState.PARTLY_CAPTURED)
                        .told("payment.captured", text(captured.amount()) + " was charged.", null, captured.at());
            case PaymentNews.RefundDone refund ->
                order.with(refund.complete() ? PaymentState.REFUNDED : PaymentState.PARTLY_REFUNDED)
                        .told("payment.refunded", text(refund.amount()) + " was refunded.", null, refund.at());
            case PaymentNews.RefundFailed failed ->
                order.told("payment.refund_failed", "A refund failed; we look after it.", null, failed.at());
            case PaymentNews.AuthorisationVoided voided ->
                order.with(order.payment() == PaymentState.AUTHORISED ? PaymentState.VOIDED : order.payment())
                        .told("payment.voided", "No money is held any more.", null, voided.at());
        };
    }

    /** What others hear of a change: that the last parcel was delivered, once. */
    public static Optional<OrderNews> news(Order before, Order after) {
        var purchase = after.purchase();
        return after.state() == OrderState.DELIVERED && before.state() != OrderState.DELIVERED
                ? Optional.of(new OrderNews.OrderDelivered(
                        purchase.number(),
                        purchase.customer(),
                        purchase.email(),
                        after.latest().at()))
                : Optional.empty();
    }

    /** The state that the journey comes to; only forward. */
    private static Order settled(Order order) {
        var journey = order.journey();
        return switch (order.state()) {
            case CONFIRMED, SHIPPING -> {
                if (journey.complete(order.purchase().units())) {
                    yield settled(order.with(OrderState.DELIVERED));
                }
                yield journey.underway() ? order.with(OrderState.SHIPPING) : order;
            }
            case DELIVERED -> journey.undone() ? order.with(OrderState.RETURNED) : order;
            case PLACED, RETURNED, CANCELLED, REFUSED -> order;
        };
    }

    private static int units(List<PackedLine> lines) {
        return lines.stream().mapToInt(PackedLine::quantity).sum();
    }

    private static int inspectedUnits(List<InspectedLine> lines) {
        return lines.stream().mapToInt(InspectedLine::quantity).sum();
    }

    private static String text(Money money) {
        return "%s %d.%02d".formatted(money.currency(), money.amount() / 100, money.amount() % 100);
    }
}
