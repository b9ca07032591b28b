package com.ecamazon.shop.domain;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shop.Orders;
import com.ecamazon.contract.shop.Orders.Allocation;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.OrderSummary;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.shop.Orders.TimelineEntry;
import com.ecamazon.shop.domain.Saga.Phase;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An order from placing to the doorbell and back.
 *
 * @param confirmedAt when stock and money were there; absent for an order that came to nothing
 * @param history all that happened, oldest first
 * @param applied how far the news of others were followed
 */
public record Order(
        Purchase purchase,
        Claim claim,
        Saga saga,
        OrderState state,
        PaymentState payment,
        @Nullable Instant confirmedAt,
        Journey journey,
        List<TimelineEntry> history,
        List<Applied> applied) {
    /** The longest history; what comes later still counts but is not told. */
    static final int MAX_HISTORY = 200;

    public Order {
        history = List.copyOf(history);
        applied = List.copyOf(applied);
    }

    /** Placed: from here on it is never lost. */
    public static Order placed(Purchase purchase, Claim claim, PaymentToken token) {
        var entry = new TimelineEntry(purchase.placedAt(), "order.placed", "We have your order.", null);
        return new Order(
                purchase,
                claim,
                Saga.placing(token, purchase.placedAt()),
                OrderState.PLACED,
                PaymentState.NONE,
                null,
                Journey.NONE,
                List.of(entry),
                List.of());
    }

    /** Whether the caller bought it. */
    public boolean boughtBy(Caller caller) {
        return purchase.customer() != null && caller.is(purchase.customer());
    }

    /** Whether its fate is still open. */
    public boolean pending() {
        return saga.phase() == Phase.PLACING || saga.phase() == Phase.UNDOING;
    }

    /** Whether a run of the saga may still save: nobody took over since. */
    public boolean isRunBy(Saga mine) {
        return saga.run() == mine.run() && saga.phase() != Phase.OVER;
    }

    /** With a new run that takes over. */
    public Order takenOver(Instant now) {
        return with(saga.takenOver(now));
    }

    /** Decided that all is to be taken back. */
    public Order undoing(Refusal refusal) {
        return with(saga.undoing(refusal));
    }

    /** Stock is allocated and money set aside. */
    public Order confirmed(Instant now) {
        return new Order(
                purchase,
                claim,
                saga.over(null),
                OrderState.CONFIRMED,
                PaymentState.AUTHORISED,
                now,
                journey,
                told(new TimelineEntry(now, "order.confirmed", "Your order is confirmed.", null)),
                applied);
    }

    /** Came to nothing: refused, or cancelled when that was the reason. */
    public Order refused(Refusal refusal, Instant now) {
        var cancelled = refusal instanceof Refusal.Cancelled;
        var what = cancelled ? "order.cancelled" : "order.refused";
        return new Order(
                purchase,
                claim,
                saga.over(refusal),
                cancelled ? OrderState.CANCELLED : OrderState.REFUSED,
                cancelled && confirmedAt != null ? PaymentState.VOIDED : payment,
                confirmedAt,
                journey,
                told(new TimelineEntry(now, what, refusal.sentence(), null)),
                applied);
    }

    /** Somebody wants it cancelled; whoever still carries it through is fenced off. The same order when that is being done
     * already; empty when it is too late. */
    public Optional<Order> cancelling(Instant now) {
        return switch (state) {
            case PLACED ->
                saga.phase() == Phase.UNDOING
                        ? Optional.of(this)
                        : Optional.of(with(saga.takenOver(now).undoing(new Refusal.Cancelled())));
            case CONFIRMED ->
                saga.phase() == Phase.CANCELLING
                        ? Optional.of(this)
                        : journey.parcels().isEmpty() ? Optional.of(with(saga.cancelling(now))) : Optional.empty();
            case SHIPPING, DELIVERED, RETURNED, CANCELLED, REFUSED -> Optional.empty();
        };
    }

    /** Cannot be cancelled any more. */
    public Order kept(Instant now) {
        return with(saga.over(null)).told("order.kept", "It was too late to cancel: the order is packed.", null, now);
    }

    Order told(String what, String text, @Nullable Sscc sscc, Instant at) {
        return new Order(
                purchase,
                claim,
                saga,
                state,
                payment,
                confirmedAt,
                journey,
                told(new TimelineEntry(at, what, text, sscc)),
                applied);
    }

    private List<TimelineEntry> told(TimelineEntry entry) {
        return history.size() >= MAX_HISTORY
                ? history
                : Stream.concat(history.stream(), Stream.of(entry)).toList();
    }

    Order with(OrderState next) {
        return new Order(purchase, claim, saga, next, payment, confirmedAt, journey, history, applied);
    }

    Order with(PaymentState next) {
        return new Order(purchase, claim, saga, state, next, confirmedAt, journey, history, applied);
    }

    Order with(Journey next) {
        return new Order(purchase, claim, saga, state, payment, confirmedAt, next, history, applied);
    }

    Order with(List<Applied> next) {
        return new Order(purchase, claim, saga, state, payment, confirmedAt, journey, history, next);
    }

    private Order with(Saga next) {
        return new Order(purchase, claim, next, state, payment, confirmedAt, journey, history, applied);
    }

    /** The last thing that happened. */
    public TimelineEntry latest() {
        return history.getLast();
    }

    /** The news of its confirmation. */
    public OrderNews confirmation(List<Allocation> allocations) {
        return new OrderNews.OrderConfirmed(
                purchase.number(),
                purchase.recipient(),
                purchase.lines(),
                purchase.totals(),
                allocations,
                confirmedAt == null ? purchase.placedAt() : confirmedAt);
    }

    /** The order as its owner sees it. */
    public Orders.Order shown(String orderToken) {
        var refusal = saga.refusal();
        return shown(
                orderToken,
                state,
                payment,
                journey.parcels().stream().map(Shipment::shown).toList(),
                refusal == null || saga.phase() != Phase.OVER ? null : refusal.sentence());
    }

    /** The order as it was shown when it was confirmed, for those who ask with the same key again. */
    public Orders.Order shownAtConfirmation(String orderToken) {
        return shown(orderToken, OrderState.CONFIRMED, PaymentState.AUTHORISED, List.of(), null);
    }

    private Orders.Order shown(
            String orderToken,
            OrderState shownState,
            PaymentState shownPayment,
            List<Orders.OrderParcel> parcels,
            @Nullable String refusal) {
        return new Orders.Order(
                purchase.number(),
                shownState,
                shownPayment,
                purchase.totals(),
                purchase.lines(),
                orderToken,
                purchase.email(),
                purchase.address(),
                purchase.delivery().id(),
                purchase.promise(),
                parcels,
                refusal,
                purchase.placedAt());
    }

    /** The order in a list. */
    public OrderSummary summary() {
        return new OrderSummary(
                purchase.number(),
                state,
                payment,
                purchase.totals().grand(),
                purchase.units(),
                purchase.email(),
                purchase.placedAt());
    }
}
