package com.ecamazon.contract.auditor;

import com.ecamazon.contract.Require;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.PickState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Stock knows of units, as it is stored. */
public final class StockFacts {
    private StockFacts() {}

    /** A page of SKUs, by SKU. */
    public record StockPage(List<StockFact> items, @Nullable String next) {}

    /** The document of a SKU; its version tells whether it changed since. */
    public record StockFact(String document, long version, StockOnFile stock) {}

    /**
     * One SKU in all depots.
     *
     * @param recent what was done lately and may not be in the ledger yet
     */
    public record StockOnFile(
            String sku, List<DepotOnFile> depots, List<HoldOnFile> holds, List<DoneOnFile> recent, int available) {
        public StockOnFile {
            depots = List.copyOf(depots);
            holds = List.copyOf(holds);
            recent = List.copyOf(recent);
        }
    }

    /** The units in one depot. */
    public record DepotOnFile(String depot, int onHand, int allocated, int onHold, int safetyStock) {}

    /** Units that a cart holds. */
    public record HoldOnFile(String cart, int quantity, Instant until) {}

    /** Something that was done. */
    public record DoneOnFile(String id, MovementKind kind, List<Share> lines, Instant at) {
        public DoneOnFile {
            lines = List.copyOf(lines);
        }
    }

    /** A page of the ledger, by id. */
    public record LedgerPage(
            List<EntryFact> items, @Nullable String next) {}

    /** An entry of the stock ledger under the key that it is stored under. */
    public record EntryFact(String document, EntryOnFile entry) {}

    /**
     * Units that moved for one cause.
     *
     * @param lines units per depot
     */
    public record EntryOnFile(String id, String sku, MovementKind kind, List<Share> lines, String cause, Instant at) {
        public EntryOnFile {
            lines = List.copyOf(lines);
        }
    }

    /** Asks for the ledger of one SKU, oldest first, from this time on. */
    public record SkuLedgerQuery(String sku, @Nullable Instant from) {
        public SkuLedgerQuery {
            sku = Require.text(sku, "sku", 64);
        }
    }

    /**
     * Entries of one SKU.
     *
     * @param more whether there are entries after these, from the time of the last
     */
    public record SkuLedger(List<EntryFact> items, boolean more) {}

    /** A page of pick lists, by id. */
    public record PickPage(List<PickFact> items, @Nullable String next) {}

    /** The units of an order in one depot, on their way into a parcel. */
    public record PickFact(
            String id,
            String order,
            String depot,
            PickState state,
            List<PickedLine> lines,
            @Nullable String sscc) {
        public PickFact {
            lines = List.copyOf(lines);
        }
    }

    /** A line of a pick list. */
    public record PickedLine(String sku, int quantity, int picked, int missing) {}
}
