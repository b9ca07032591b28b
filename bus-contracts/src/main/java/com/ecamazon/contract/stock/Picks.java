package com.ecamazon.contract.stock;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shop.Recipient;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Picking and packing in a depot. */
public final class Picks {
    private Picks() {}

    /** Where a pick list stands. */
    public enum PickState {
        OPEN,
        PICKING,
        PICKED,
        PACKED,
        WITHDRAWN
    }

    /** Asks for pick lists, oldest first. */
    public record PicksQuery(
            @Nullable DepotId depot,
            @Nullable PickState state,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public PicksQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of pick lists. */
    public record PickPage(List<Pick> items, @Nullable String next) {}

    /** Asks for one pick list. */
    public record PickQuery(PickId id) {}

    /** The units of one order in one depot: what to take from which bin. */
    public record Pick(
            PickId id,
            long version,
            OrderNumber order,
            DepotId depot,
            PickState state,
            List<PickLine> lines,
            Recipient recipient,
            @Nullable Sscc sscc,
            Instant createdAt) {}

    /**
     * A line of a pick list.
     *
     * @param picked how many were scanned
     * @param missing how many were reported short
     */
    public record PickLine(Sku sku, String title, String bin, int quantity, int picked, int missing) {}

    /**
     * A warehouseman scans a bin and a unit.
     *
     * @param version of the list as it was seen, so that a repeat does not count twice; unless given, no version is asked for
     */
    public record Scan(
            PickId id,
            String bin,
            Sku sku,
            @Nullable Integer quantity,
            @Nullable Long version) {
        public Scan {
            bin = Require.text(bin, "bin", 32);
            quantity = Require.range(quantity, "quantity", 1, 999, 1);
        }
    }

    /** Why a unit could not be picked. */
    public enum ShortReason {
        COULD_NOT_LOCATE,
        DAMAGED,
        EXPIRED,
        MISPLACED,
        RECOUNTED
    }

    /**
     * A warehouseman cannot pick these units: they leave the count and are looked for in another depot.
     *
     * @param version of the list as it was seen, so that a repeat does not report twice; unless given, no version is asked for
     */
    public record ShortPick(
            PickId id,
            Sku sku,
            int quantity,
            ShortReason reason,
            @Nullable Long version) {
        public ShortPick {
            Require.range(quantity, "quantity", 1, 999);
            Require.present(reason, "reason");
        }
    }

    /**
     * Closes the pick list into one parcel with a label of its own.
     *
     * @param weightGrams of the packed parcel
     * @param lengthMillimetres the longest side
     */
    public record Pack(PickId id, int weightGrams, int lengthMillimetres, int widthMillimetres, int heightMillimetres) {
        public Pack {
            Require.range(weightGrams, "weightGrams", 1, 1_000_000);
            Require.range(lengthMillimetres, "lengthMillimetres", 1, 5_000);
            Require.range(widthMillimetres, "widthMillimetres", 1, 5_000);
            Require.range(heightMillimetres, "heightMillimetres", 1, 5_000);
        }
    }

    /** What a step of picking answers. */
    public sealed interface PickReply {
        /** The pick list as it is now. */
        record Done(Pick pick) implements PickReply {}

        /** This unit does not belong here. */
        @Outcome(status = 422, code = "WRONG_SCAN", title = "This bin or SKU is not on the pick list.")
        record WrongScan(String detail) implements PickReply {}

        /** The pick list is in another state. */
        @Outcome(status = 409, code = "WRONG_STATE", title = "The pick list is not in a state for this.")
        record WrongState(PickState state) implements PickReply {}

        /** Somebody did a step since, or this is the repeat of one that was done. */
        @Outcome(status = 409, code = "PICK_CHANGED", title = "The pick list has changed since it was seen.")
        record Changed(long version) implements PickReply {}
    }

    /** News of {@link StockContract#PARCELS}: what was packed, and so sealed. */
    public sealed interface ParcelNews {
        /** A parcel was packed: from here Shipping traces it. */
        record ParcelPacked(
                Sscc sscc,
                OrderNumber order,
                DepotId depot,
                List<PackedLine> lines,
                int parcelsOfOrder,
                int weightGrams,
                int lengthMillimetres,
                int widthMillimetres,
                int heightMillimetres,
                Recipient recipient,
                Instant packedAt)
                implements ParcelNews {}

        /** Units of the order could not be found anywhere: they will not be delivered. */
        record UnitsMissing(OrderNumber order, Sku sku, int quantity, Instant at) implements ParcelNews {}
    }

    /** Units in a parcel. */
    public record PackedLine(Sku sku, int quantity) {}
}
