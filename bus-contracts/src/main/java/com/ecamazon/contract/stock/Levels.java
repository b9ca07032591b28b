package com.ecamazon.contract.stock;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.Sku;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How many units there are, where, and how they came and went. */
public final class Levels {
    private Levels() {}

    /** Asks for one SKU's level. */
    public record LevelQuery(Sku sku) {}

    /**
     * A SKU's stock. {@code availableToPromise = onHand - allocated - onHold - safetyStock - reserved}, never negative.
     *
     * @param reserved units held by live carts
     */
    public record Level(
            Sku sku,
            int onHand,
            int allocated,
            int onHold,
            int safetyStock,
            int reserved,
            int availableToPromise,
            List<DepotLevel> depots,
            Instant changedAt) {}

    /**
     * The part of a SKU's stock in one depot.
     *
     * @param reserved the units held by carts that this depot would give if they were ordered now
     */
    public record DepotLevel(DepotId depot, String bin, int onHand, int allocated, int reserved) {}

    /**
     * Asks for a page of levels, ordered by SKU.
     *
     * @param q the start of a SKU
     * @param low only SKUs with fewer than this many available units
     */
    public record LevelsQuery(
            @Nullable String q,
            @Nullable Integer low,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public LevelsQuery {
            q = Require.optionalText(q, "q", 64);
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of levels. */
    public record LevelPage(List<Level> items, @Nullable String next) {}

    /** Asks for all availability, a page at a time. */
    public record AvailabilityQuery(@Nullable String after, int limit) {}

    /**
     * Availability of many SKUs, in order of SKU.
     *
     * @param next the last SKU, to go on after; null at the end
     */
    public record AvailabilityPage(
            List<Available> items, @Nullable String next) {}

    /** How many units of a SKU can be promised. */
    public record Available(Sku sku, int units) {}

    /**
     * News of {@link StockContract#AVAILABILITY}: changes since the news before. A listener that misses a sequence number
     * of an instance asks for everything again.
     *
     * @param instance who tells
     * @param sequence grows by one with each news of the instance, also when nothing changed (it is the heartbeat)
     */
    public record AvailabilityChanged(String instance, long sequence, List<Available> changes) {}

    /** Units come in at a depot. A repeat with the same reference changes nothing. */
    public record Receipt(Sku sku, DepotId depot, int quantity, String reference) {
        public Receipt {
            Require.range(quantity, "quantity", 1, 1_000_000);
            reference = Require.text(reference, "reference", 64);
        }
    }

    /** Counts are put right by hand: more or fewer units, with a reason. */
    public record Adjustment(Sku sku, DepotId depot, int quantity, String reason, String reference) {
        public Adjustment {
            Require.range(quantity, "quantity", -1_000_000, 1_000_000);
            Require.that(quantity != 0, "quantity", "must not be 0");
            reason = Require.text(reason, "reason", 200);
            reference = Require.text(reference, "reference", 64);
        }
    }

    /**
     * Sets what a depot keeps back of a SKU. Safe to repeat.
     *
     * @param safetyStock so many units are not promised to new carts
     * @param onHold so many units nobody may take, such as those under inspection
     */
    public record KeepBack(Sku sku, DepotId depot, int safetyStock, int onHold) {
        public KeepBack {
            Require.range(safetyStock, "safetyStock", 0, 1_000_000);
            Require.range(onHold, "onHold", 0, 1_000_000);
        }
    }

    /**
     * Units of many SKUs come in. Safe to repeat: what came in under the same reference before is left as it is.
     *
     * @param reference of the delivery, unique with SKU and depot
     */
    public record ReceiveMany(List<ReceivedItem> items, String reference) {
        public ReceiveMany {
            items = List.copyOf(Require.some(items, "items", 500));
            reference = Require.text(reference, "reference", 64);
        }
    }

    /** Units of one SKU for one depot. */
    public record ReceivedItem(Sku sku, DepotId depot, int quantity) {
        public ReceivedItem {
            Require.present(sku, "items/sku");
            Require.present(depot, "items/depot");
            Require.range(quantity, "items/quantity", 1, 1_000_000);
        }
    }

    /** How many items came in, and how many were there before. */
    public record ReceivedMany(int received, int unchanged) {}

    /** What a change of the level answers. */
    public sealed interface LevelReply {
        /** It is done. */
        @com.ecamazon.contract.Outcome(status = 201)
        record Changed(Level level) implements LevelReply {}

        /** There are not that many free units. */
        @com.ecamazon.contract.Outcome(
                status = 409,
                code = "OUT_OF_STOCK",
                title = "There are not that many free units in this depot.")
        record TooFew(Sku sku, int available) implements LevelReply {}
    }

    /** Asks for a SKU's movements, newest first. */
    public record MovementsQuery(Sku sku, @Nullable Integer limit) {
        public MovementsQuery {
            limit = Require.range(limit, "limit", 1, 200, 50);
        }
    }

    /** The ledger of a SKU. */
    public record Movements(List<Movement> items) {}

    /** The kinds of stock movement. */
    public enum MovementKind {
        RECEIPT,
        PUTAWAY,
        RESERVE,
        RELEASE,
        ALLOCATE,
        PICK,
        PACK,
        DISPATCH,
        RETURN,
        ADJUST,
        TRANSFER_OUT,
        TRANSFER_IN,
        SCRAP
    }

    /** One immutable line of the stock ledger. */
    public record Movement(
            String id,
            Sku sku,
            DepotId depot,
            MovementKind kind,
            int quantity,
            String cause,
            String actor,
            @Nullable String reason,
            Instant at) {}

    /** Asks for the depots. */
    public record DepotsQuery() {}

    /** The depots. */
    public record Depots(List<Depot> items) {}

    /** Enters or changes a depot. The id is part of pick list numbers, so it is short. */
    public record PutDepot(DepotId id, String name, String city, Position position) {
        public PutDepot {
            Require.text(id.value(), "id", 20);
            name = Require.text(name, "name", 80);
            city = Require.text(city, "city", 80);
            Require.present(position, "position");
        }
    }

    /** A warehouse. */
    public record Depot(DepotId id, String name, String city, Position position) {}
}
