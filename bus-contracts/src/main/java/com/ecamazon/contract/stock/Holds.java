package com.ecamazon.contract.stock;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import java.time.Instant;
import java.util.List;

/** Units held for carts and allocated to orders. Each request is for one SKU, the aggregate that is changed at once. */
public final class Holds {
    private Holds() {}

    /**
     * Makes the cart's hold of this SKU be this many units until this time; 0 lets go. A cart's own hold never blocks it.
     */
    public record Hold(CartId cart, Sku sku, int quantity, Instant until) {
        public Hold {
            Require.range(quantity, "quantity", 0, 999);
        }
    }

    /** What a hold answers. */
    public sealed interface HoldReply {
        /**
         * The units are held (or let go).
         *
         * @param hold the number of the hold, which it keeps until it is let go, expires or is allocated; 0 when let go
         */
        record Held(Sku sku, int quantity, Instant until, long hold) implements HoldReply {}

        /** There are not that many; the hold is as it was before. */
        @Outcome(status = 409, code = "OUT_OF_STOCK", title = "There are not that many units left.")
        record OutOfStock(Sku sku, int available) implements HoldReply {}
    }

    /**
     * Turns the cart's hold of this SKU, or free units when it has expired, into an allocation of the order. A repeat for the
     * same order answers the same.
     *
     * @param hold the number of the cart's hold as the cart was told; 0 when it knows of none
     */
    public record Allocate(OrderNumber order, CartId cart, Sku sku, int quantity, long hold) {
        public Allocate {
            Require.range(quantity, "quantity", 1, 999);
        }
    }

    /** What an allocation answers. */
    public sealed interface AllocateReply {
        /** The units belong to the order. */
        record Allocated(Sku sku, List<Share> shares) implements AllocateReply {}

        /** There are not that many; nothing changed. */
        @Outcome(status = 409, code = "OUT_OF_STOCK", title = "There are not that many units left.")
        record OutOfStock(Sku sku, int available) implements AllocateReply {}
    }

    /** So many units in this depot. */
    public record Share(DepotId depot, int quantity) {}

    /**
     * Takes an allocation back: the units are held for the cart again until this time, or free when that is past. Safe to
     * repeat, and leaves a mark so that a late {@link Allocate} of the same order is refused.
     */
    public record Deallocate(OrderNumber order, CartId cart, Sku sku, Instant holdUntil) {}

    /** The allocation is gone. */
    public record Deallocated(Sku sku) {}

    /** Stops the picking of a cancelled order; refused once a parcel of it was packed. */
    public record Withdraw(OrderNumber order) {}

    /** What a withdrawal answers. */
    public sealed interface WithdrawReply {
        /** Nobody picks this order any more. */
        record Withdrawn(OrderNumber order) implements WithdrawReply {}

        /** Too late: it is packed. */
        @Outcome(status = 409, code = "ALREADY_PACKED", title = "The order is already packed.")
        record AlreadyPacked(OrderNumber order, List<Problem.Fault> errors) implements WithdrawReply {}
    }
}
