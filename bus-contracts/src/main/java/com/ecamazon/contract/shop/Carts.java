package com.ecamazon.contract.shop;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carts and what it would cost to have them delivered. */
public final class Carts {
    private Carts() {}

    /** Opens an empty cart. */
    public record CreateCart() {}

    /** Asks for a cart. */
    public record CartQuery(CartId id) {}

    /** Puts units into the cart and holds them at Stock. The same SKU again adds to its line. */
    public record AddLine(CartId id, Sku sku, int quantity) {
        public AddLine {
            Require.present(sku, "sku");
            Require.range(quantity, "quantity", 1, 999);
        }
    }

    /** Makes a line have this many units; 0 removes it. */
    public record ChangeLine(CartId id, LineId lineId, int quantity) {
        public ChangeLine {
            Require.range(quantity, "quantity", 0, 999);
        }
    }

    /** Takes a line out and lets go of its units. */
    public record RemoveLine(CartId id, LineId lineId) {}

    /** Adds a promotion code. */
    public record AddCode(CartId id, String code) {
        public AddCode {
            code = Require.text(code, "code", 40);
        }
    }

    /** Removes a promotion code. */
    public record RemoveCode(CartId id, String code) {}

    /** Lets go of everything. */
    public record DeleteCart(CartId id) {}

    /** A cart. */
    public record Cart(
            CartId id,
            long version,
            CartState state,
            List<CartLine> lines,
            List<String> codes,
            Totals totals,
            @Nullable Instant heldUntil) {}

    /** Whether a cart can still be changed. */
    public enum CartState {
        OPEN,
        ORDERED,
        DELETED
    }

    /** A line of a cart. */
    public record CartLine(
            LineId id,
            Sku sku,
            ProductId product,
            String title,
            String image,
            int quantity,
            Money unitPrice,
            Money total) {}

    /**
     * What it costs: {@code grand = items - discount + delivery}; prices include tax, and {@code tax} says how much.
     *
     * @param items the sum of the lines
     * @param discount what codes take off
     * @param tax the part of the grand total that is tax
     */
    public record Totals(Money items, Money discount, Money delivery, Money tax, Money grand) {}

    /** What a change of a cart answers. */
    public sealed interface CartReply {
        /** A new cart. */
        @Outcome(status = 201)
        record Created(Cart cart) implements CartReply {}

        /** The cart as it is now. */
        record Changed(Cart cart) implements CartReply {}

        /** Not so many units are left; the cart is as before. */
        @Outcome(status = 409, code = "OUT_OF_STOCK", title = "There are not that many units left.")
        record OutOfStock(List<Problem.Fault> errors) implements CartReply {}

        /** The cart is ordered and cannot be changed. */
        @Outcome(status = 409, code = "CART_ORDERED", title = "This cart is already ordered.")
        record CartOrdered(List<Problem.Fault> errors) implements CartReply {}

        /** No such code, or it does not hold now. */
        @Outcome(status = 422, code = "CODE_INVALID", title = "This code does not work.")
        record CodeInvalid(String detail) implements CartReply {}
    }

    /** Everything is let go of. */
    public record CartDeleted(CartId id) {}

    /** Asks how a cart could be delivered to a postal code. */
    public record DeliveryOptionsQuery(CartId cart, String postalCode) {
        public DeliveryOptionsQuery {
            Require.present(cart, "cart");
            postalCode = Require.text(postalCode, "postalCode", 12);
        }
    }

    /** The ways to have it delivered. */
    public record DeliveryOptions(List<DeliveryOption> items) {}

    /** One way to have it delivered. */
    public record DeliveryOption(String id, String title, Money price, Promise promise) {}

    /** A promised window. */
    public record Promise(Instant from, Instant until) {}
}
