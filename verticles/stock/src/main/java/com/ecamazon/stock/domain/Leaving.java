package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.Picks.ShortReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Allocated units leave a depot: in a parcel, or because they cannot be picked. */
public final class Leaving {
    private Leaving() {}

    /** Units of an order in a parcel that left its depot. */
    public record Departed(Sscc sscc, OrderNumber order, DepotId depot, int quantity) {}

    /**
     * Units of an order that could not be picked.
     *
     * @param reference tells one report from another
     */
    public record Shortfall(
            String reference, OrderNumber order, Sku sku, DepotId depot, int quantity, ShortReason reason) {}

    /** Where units come from instead. */
    public record Replaced(List<Share> shares) {}

    /** The units of a parcel go, once per parcel. Fails when the depot never allocated them. */
    public static Verdict<Sku> dispatch(SkuStock stock, Departed parcel, String actor, History history, Instant now) {
        var id = EntryIds.dispatch(parcel.order(), stock.sku(), parcel.sscc());
        if (stock.did(id).or(() -> history.entry(id)).isPresent()) {
            return Verdict.unchanged(stock.sku());
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        var lines = List.of(new Share(parcel.depot(), parcel.quantity()));
        var entry = new LedgerEntry(
                id, stock.sku(), MovementKind.DISPATCH, lines, parcel.order().value(), actor, null, now);
        return Verdict.changed(stock.evolve(List.of(entry), stock.holds(), now), List.of(entry), stock.sku());
    }

    /**
     * The units leave the count and other depots give what they can, once per reference; the rest is told as missing. An
     * order that was cancelled meanwhile needs no other units.
     */
    public static Verdict<Replaced> shortfall(
            SkuStock stock, Shortfall report, String actor, History history, Instant now) {
        var prefix = EntryIds.shortfall(report.order(), stock.sku(), report.reference());
        if (known(stock, history, prefix + "LOSS").isPresent()) {
            var before = known(stock, history, prefix + "ALLOCATE").map(Done::lines);
            return Verdict.unchanged(new Replaced(before.orElse(List.of())));
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        if (known(stock, history, EntryIds.release(report.order(), stock.sku())).isPresent()) {
            return lossOfReleased(stock, report, actor, prefix, now);
        }
        var lost = List.of(new Share(report.depot(), report.quantity()));
        var others = stock.depots().stream()
                .filter(depot -> !depot.depot().equals(report.depot()))
                .toList();
        var shares = Sourcing.from(others, Math.min(report.quantity(), stock.availableToPromise(now)));
        var entries = new ArrayList<LedgerEntry>();
        entries.add(entry(report, prefix + "RELEASE", MovementKind.RELEASE, lost, actor, now));
        entries.add(entry(report, prefix + "LOSS", lossKind(report.reason()), lossLines(report, lost), actor, now));
        if (!shares.isEmpty()) {
            entries.add(entry(report, prefix + "ALLOCATE", MovementKind.ALLOCATE, shares, actor, now));
        }
        int missing = report.quantity() - Sourcing.units(shares);
        List<ParcelNews> news = missing == 0
                ? List.of()
                : List.of(new ParcelNews.UnitsMissing(report.order(), stock.sku(), missing, now));
        return new Verdict.Decided<>(
                stock.evolve(entries, stock.holds(), now), List.copyOf(entries), news, new Replaced(shares));
    }

    /** The units were free again and may be promised to others: only those still free can leave the count. */
    private static Verdict<Replaced> lossOfReleased(
            SkuStock stock, Shortfall report, String actor, String prefix, Instant now) {
        int free = stock.depot(report.depot()).map(DepotStock::free).orElse(0);
        var lost = List.of(new Share(report.depot(), Math.min(report.quantity(), free)));
        var entry = entry(report, prefix + "LOSS", lossKind(report.reason()), lossLines(report, lost), actor, now);
        return Verdict.changed(
                stock.evolve(List.of(entry), stock.holds(), now), List.of(entry), new Replaced(List.of()));
    }

    private static Optional<Done> known(SkuStock stock, History history, String id) {
        return stock.did(id).or(() -> history.entry(id));
    }

    private static MovementKind lossKind(ShortReason reason) {
        return switch (reason) {
            case DAMAGED, EXPIRED -> MovementKind.SCRAP;
            case COULD_NOT_LOCATE, MISPLACED, RECOUNTED -> MovementKind.ADJUST;
        };
    }

    private static List<Share> lossLines(Shortfall report, List<Share> lost) {
        return lossKind(report.reason()) == MovementKind.SCRAP
                ? lost
                : lost.stream()
                        .map(share -> new Share(share.depot(), -share.quantity()))
                        .toList();
    }

    private static LedgerEntry entry(
            Shortfall report, String id, MovementKind kind, List<Share> lines, String actor, Instant now) {
        return new LedgerEntry(
                id,
                report.sku(),
                kind,
                lines,
                report.order().value(),
                actor,
                report.reason().name(),
                now);
    }
}
