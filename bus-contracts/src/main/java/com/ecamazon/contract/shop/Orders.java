package com.ecamazon.contract.shop;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Carts.Promise;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.stock.Holds.Share;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Orders, from placing to the doorbell and back. */
public final class Orders {
    private Orders() {}

    /** Where an order stands. */
    public enum OrderState {
        PLACED,
        CONFIRMED,
        SHIPPING,
        DELIVERED,
        RETURNED,
        CANCELLED,
        REFUSED
    }

    /** Where the money of an order stands. */
    public enum PaymentState {
        NONE,
        AUTHORISED,
        PARTLY_CAPTURED,
        CAPTURED,
        VOIDED,
        PARTLY_REFUNDED,
        REFUNDED
    }

    /** How it is paid. */
    public record PaymentChoice(PaymentToken token) {
        public PaymentChoice {
            Require.present(token, "payment/token");
        }
    }

    /**
     * Orders a cart. The same key and body again give the same answer.
     *
     * @param idempotencyKey chosen by the client, up to 255 characters
     * @param deliveryOption from the delivery options
     */
    public record PlaceOrder(
            @InHeader("Idempotency-Key") String idempotencyKey,
            CartId cart,
            Email email,
            Address address,
            String deliveryOption,
            PaymentChoice payment) {
        public PlaceOrder {
            Require.that(idempotencyKey != null && !idempotencyKey.isBlank(), "Idempotency-Key", "is required");
            Require.that(idempotencyKey.length() <= 255, "Idempotency-Key", "must have at most 255 characters");
            Require.present(cart, "cart");
            Require.present(email, "email");
            Require.present(address, "address");
            deliveryOption = Require.text(deliveryOption, "deliveryOption", 40);
            Require.present(payment, "payment");
        }
    }

    /**
     * An order as its owner sees it.
     *
     * @param orderToken opens the order to a guest, in the header {@code Order-Token}
     * @param refusal why, when the state is refused
     */
    public record Order(
            OrderNumber number,
            OrderState state,
            PaymentState payment,
            Totals totals,
            List<OrderLine> lines,
            String orderToken,
            Email email,
            Address address,
            String deliveryOption,
            Promise promise,
            List<OrderParcel> parcels,
            @Nullable String refusal,
            Instant placedAt) {}

    /** A line of an order. */
    public record OrderLine(
            LineId id,
            Sku sku,
            ProductId product,
            String title,
            String image,
            int quantity,
            Money unitPrice,
            Money total) {}

    /** A parcel of an order; its state as Shipping names it. */
    public record OrderParcel(Sscc sscc, String state) {}

    /** What placing an order answers. */
    public sealed interface PlaceOrderReply {
        /** Confirmed: stock is allocated and money authorised. */
        @Outcome(status = 201)
        record Confirmed(
                Order order,
                @InHeader("Idempotent-Replayed") @Nullable String replayed) implements PlaceOrderReply {}

        /** Accepted: a domain is away, it ends by itself. */
        @Outcome(status = 202)
        record Accepted(
                Order order,
                @InHeader("Location") String location,
                @InHeader("Idempotent-Replayed") @Nullable String replayed)
                implements PlaceOrderReply {}

        /** Not enough units; the cart is open again. */
        @Outcome(status = 409, code = "OUT_OF_STOCK", title = "Some of it is no longer in stock.")
        record OutOfStock(
                OrderNumber number,
                List<Problem.Fault> errors,
                @InHeader("Idempotent-Replayed") @Nullable String replayed)
                implements PlaceOrderReply {}

        /** A price is not the one that the cart shows; the cart is open again with the new prices. */
        @Outcome(status = 409, code = "PRICE_CHANGED", title = "A price has changed.")
        record PriceChanged(
                List<Problem.Fault> errors,
                Money before,
                Money now,
                @InHeader("Idempotent-Replayed") @Nullable String replayed)
                implements PlaceOrderReply {}

        /** The cart belongs to another order. */
        @Outcome(status = 409, code = "CART_ORDERED", title = "This cart is already ordered.")
        record CartOrdered(
                List<Problem.Fault> errors,
                @InHeader("Idempotent-Replayed") @Nullable String replayed) implements PlaceOrderReply {}

        /** There is nothing in the cart. */
        @Outcome(status = 409, code = "CART_EMPTY", title = "The cart is empty.")
        record CartEmpty(
                List<Problem.Fault> errors,
                @InHeader("Idempotent-Replayed") @Nullable String replayed) implements PlaceOrderReply {}

        /** The bank said no; no money is held and the cart is open again. */
        @Outcome(status = 402, code = "PAYMENT_DECLINED", title = "The payment was declined.")
        record PaymentDeclined(
                OrderNumber number,
                String reason,
                @InHeader("Idempotent-Replayed") @Nullable String replayed) implements PlaceOrderReply {}

        /** The shop could not finish it in time; nothing is held. */
        @Outcome(status = 503, code = "NOT_COMPLETED", title = "The order could not be completed; nothing was charged.")
        record NotCompleted(
                OrderNumber number,
                @InHeader("Idempotent-Replayed") @Nullable String replayed) implements PlaceOrderReply {}

        /** The key was used with another body. */
        @Outcome(status = 422, code = "KEY_REUSED", title = "This Idempotency-Key was used with another request.")
        record KeyReused(String detail) implements PlaceOrderReply {}
    }

    /** Asks for an order. */
    public record OrderQuery(
            OrderNumber number,
            @InHeader("Order-Token") @Nullable String orderToken) {}

    /** Asks for orders, newest first: one's own, or for support all. */
    public record OrdersQuery(
            @Nullable OrderState state,
            @Nullable String q,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public OrdersQuery {
            q = Require.optionalText(q, "q", 100);
            limit = Require.range(limit, "limit", 1, 100, 24);
        }
    }

    /** A page of orders. */
    public record OrderPage(
            List<OrderSummary> items, @Nullable String next) {}

    /** An order in a list. */
    public record OrderSummary(
            OrderNumber number,
            OrderState state,
            PaymentState payment,
            Money grand,
            int units,
            Email email,
            Instant placedAt) {}

    /** Cancels an order that is not packed yet. */
    public record CancelOrder(
            OrderNumber number,
            @InHeader("Order-Token") @Nullable String orderToken) {}

    /** What a cancellation answers. */
    public sealed interface CancelReply {
        /** Cancelled: units are free and money is let go. */
        record Cancelled(Order order) implements CancelReply {}

        /** It goes on by itself. */
        @Outcome(status = 202)
        record Cancelling(Order order) implements CancelReply {}

        /** Too late, or already over. */
        @Outcome(status = 409, code = "NOT_CANCELLABLE", title = "This order can no longer be cancelled.")
        record NotCancellable(OrderState state) implements CancelReply {}
    }

    /** Asks for the history of an order. */
    public record TimelineQuery(
            OrderNumber number,
            @InHeader("Order-Token") @Nullable String orderToken) {}

    /** All that happened to an order, oldest first. */
    public record Timeline(OrderNumber number, List<TimelineEntry> items) {}

    /**
     * Something that happened.
     *
     * @param what such as {@code order.confirmed}, {@code parcel.delivered}
     */
    public record TimelineEntry(
            Instant at, String what, String text, @Nullable Sscc sscc) {}

    /** Which depot gives how many units of a line. */
    public record Allocation(Sku sku, List<Share> shares) {}

    /** News of {@link ShopContract#ORDERS}. */
    public sealed interface OrderNews {
        /** Stock is allocated and money authorised: pick it. */
        record OrderConfirmed(
                OrderNumber number,
                Recipient recipient,
                List<OrderLine> lines,
                Totals totals,
                List<Allocation> allocations,
                Instant at)
                implements OrderNews {}

        /** The order came to nothing. */
        record OrderRefused(OrderNumber number, Email email, String reason, Instant at) implements OrderNews {}

        /** The order was cancelled before it was packed. */
        record OrderCancelled(OrderNumber number, @Nullable UserId customer, Email email, Instant at)
                implements OrderNews {}

        /** The last parcel was delivered. */
        record OrderDelivered(OrderNumber number, @Nullable UserId customer, Email email, Instant at)
                implements OrderNews {}
    }

    /** News of {@link ShopContract#ORDER_FEED}, for the owner's page. */
    public record OrderChanged(OrderNumber number, @Nullable UserId customer, OrderState state, TimelineEntry entry) {}
}
