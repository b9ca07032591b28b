package com.ecamazon.stock.domain;

import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import com.ecamazon.contract.stock.Picks.PickLine;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The steps from a pick list to a parcel, and the way out. */
public final class Picking {
    private Picking() {}

    /** What a step comes to. */
    public sealed interface Step {
        /** The step is done. */
        record Taken(PickList list) implements Step {}

        /** The step was done before. */
        record Kept(PickList list) implements Step {}

        /** Units were reported short: they are to be looked for elsewhere. */
        record Shorted(PickList list, UnitsShort news) implements Step {}

        /** The parcel is sealed. */
        record Packed(PickList list, ParcelPacked news, List<LedgerEntry> entries) implements Step {}

        /** Not like this. */
        record Refused(PickReply reply) implements Step {}
    }

    /** Units taken from their bin. */
    public static Step scan(PickList list, Scan scan) {
        if (!list.isPicking()) {
            return wrongState(list);
        }
        if (isOutdated(list, scan.version())) {
            return changed(list);
        }
        var found = list.line(scan.sku());
        if (found.isEmpty() || !found.get().bin().equals(scan.bin())) {
            return wrongScan("Bin " + scan.bin() + " and SKU " + scan.sku() + " are not a line of this list.");
        }
        var line = found.get();
        int units = scan.quantity() == null ? 1 : scan.quantity();
        return units > PickList.left(line)
                ? wrongScan("Only " + PickList.left(line) + " units of " + scan.sku() + " are left to pick.")
                : new Step.Taken(list.with(with(line, line.picked() + units, line.missing()), 0));
    }

    /** Units that cannot be picked. */
    public static Step reportShort(PickList list, ShortPick report, String actor, Instant now) {
        if (!list.isPicking()) {
            return wrongState(list);
        }
        if (isOutdated(list, report.version())) {
            return changed(list);
        }
        var found = list.line(report.sku());
        if (found.isEmpty()) {
            return wrongScan("SKU " + report.sku() + " is not on this list.");
        }
        var line = found.get();
        if (report.quantity() > PickList.left(line)) {
            return wrongScan("Only " + PickList.left(line) + " units of " + report.sku() + " are left to pick.");
        }
        var next = list.with(with(line, line.picked(), line.missing() + report.quantity()), 1);
        var news = new UnitsShort(
                list.id(),
                list.id() + "." + next.shorts(),
                list.order(),
                list.depot(),
                report.sku(),
                line.title(),
                report.quantity(),
                report.reason(),
                list.recipient(),
                actor,
                now);
        return new Step.Shorted(next, news);
    }

    /**
     * Seals what was picked into a parcel. A repeat changes nothing: the first label stays.
     *
     * @param parcelsOfOrder how many parcels the order has, as far as known now
     */
    public static Step pack(PickList list, Pack pack, Sscc sscc, int parcelsOfOrder, String actor, Instant now) {
        if (list.state() == PickState.PACKED) {
            return new Step.Kept(list);
        }
        if (list.state() != PickState.PICKED) {
            return wrongState(list);
        }
        var packed = new ArrayList<PackedLine>();
        var entries = new ArrayList<LedgerEntry>();
        for (var line : list.lines()) {
            if (line.picked() > 0) {
                packed.add(new PackedLine(line.sku(), line.picked()));
                entries.add(entry(list, line, sscc, MovementKind.PICK, actor, now));
                entries.add(entry(list, line, sscc, MovementKind.PACK, actor, now));
            }
        }
        var news = new ParcelPacked(
                sscc,
                list.order(),
                list.depot(),
                List.copyOf(packed),
                parcelsOfOrder,
                pack.weightGrams(),
                pack.lengthMillimetres(),
                pack.widthMillimetres(),
                pack.heightMillimetres(),
                list.recipient(),
                now);
        return new Step.Packed(list.with(PickState.PACKED, sscc, null), news, List.copyOf(entries));
    }

    /** Nobody picks it any more; a packed one stays packed. */
    public static Step withdraw(PickList list) {
        return switch (list.state()) {
            case OPEN, PICKING, PICKED -> new Step.Taken(list.with(PickState.WITHDRAWN, null, list.state()));
            case WITHDRAWN -> new Step.Kept(list);
            case PACKED -> wrongState(list);
        };
    }

    /** Takes a withdrawal back; a list that was not withdrawn, or ended without a unit, stays as it is. */
    public static PickList reopen(PickList list) {
        var before = list.withdrawnFrom();
        return before == null ? list : list.with(before, null, null);
    }

    private static PickLine with(PickLine line, int picked, int missing) {
        return new PickLine(line.sku(), line.title(), line.bin(), line.quantity(), picked, missing);
    }

    private static LedgerEntry entry(
            PickList list, PickLine line, Sscc sscc, MovementKind kind, String actor, Instant now) {
        var id = kind == MovementKind.PICK
                ? EntryIds.pick(list.order(), line.sku(), sscc)
                : EntryIds.pack(list.order(), line.sku(), sscc);
        var units = List.of(new Share(list.depot(), line.picked()));
        return new LedgerEntry(id, line.sku(), kind, units, list.order().value(), actor, null, now);
    }

    private static boolean isOutdated(PickList list, @Nullable Long seen) {
        return seen != null && seen != list.version();
    }

    private static Step changed(PickList list) {
        return new Step.Refused(new PickReply.Changed(list.version()));
    }

    private static Step wrongState(PickList list) {
        return new Step.Refused(new PickReply.WrongState(list.state()));
    }

    private static Step wrongScan(String detail) {
        return new Step.Refused(new PickReply.WrongScan(detail));
    }
}
