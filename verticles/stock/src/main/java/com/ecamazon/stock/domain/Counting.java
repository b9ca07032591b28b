package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.KeepBack;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Levels.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Changes how many units there are, or may be promised. */
public final class Counting {
    private Counting() {}

    /** Units come in, once per reference and depot. */
    public static Verdict<LevelReply> receive(
            SkuStock stock, Receipt receipt, String actor, History history, Instant now) {
        var id = EntryIds.ofReceipt(receipt.reference(), receipt.sku(), receipt.depot()) + "RECEIPT";
        if (stock.did(id).or(() -> history.entry(id)).isPresent()) {
            return Verdict.unchanged(new LevelReply.Changed(stock.level(now)));
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        var lines = List.of(new Share(receipt.depot(), receipt.quantity()));
        var entry =
                new LedgerEntry(id, receipt.sku(), MovementKind.RECEIPT, lines, receipt.reference(), actor, null, now);
        return changed(stock.evolve(List.of(entry), stock.holds(), now), List.of(entry), now);
    }

    /** A count is put right, once per reference and depot. Units of orders and of carts cannot be taken away. */
    public static Verdict<LevelReply> adjust(
            SkuStock stock, Adjustment adjustment, String actor, History history, Instant now) {
        var id = EntryIds.ofAdjustment(adjustment.reference(), adjustment.sku(), adjustment.depot()) + "ADJUST";
        if (stock.did(id).or(() -> history.entry(id)).isPresent()) {
            return Verdict.unchanged(new LevelReply.Changed(stock.level(now)));
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        int most = Math.max(0, Math.min(free(stock, adjustment.depot()), stock.free() - stock.reserved(now)));
        if (-adjustment.quantity() > most) {
            return Verdict.unchanged(new LevelReply.TooFew(adjustment.sku(), most));
        }
        var lines = List.of(new Share(adjustment.depot(), adjustment.quantity()));
        var entry = new LedgerEntry(
                id,
                adjustment.sku(),
                MovementKind.ADJUST,
                lines,
                adjustment.reference(),
                actor,
                adjustment.reason(),
                now);
        return changed(stock.evolve(List.of(entry), stock.holds(), now), List.of(entry), now);
    }

    /**
     * Sets how many units of a depot are blocked or a buffer. Safe to repeat. No unit moves, so the ledger hears nothing. Fails
     * with 404 where the depot never had the SKU.
     */
    public static Verdict<LevelReply> keepBack(SkuStock stock, KeepBack command, Instant now) {
        var before = stock.depot(command.depot()).orElseThrow(() -> new ProblemException(Problem.notFound()));
        int most = before.onHand() - before.allocated();
        if (command.onHold() > most) {
            return Verdict.unchanged(new LevelReply.TooFew(command.sku(), most));
        }
        var after = before.keepingBack(command.onHold(), command.safetyStock());
        if (after.equals(before)) {
            return Verdict.unchanged(new LevelReply.Changed(stock.level(now)));
        }
        return changed(stock.with(after, now), List.of(), now);
    }

    /** Returned units come in, once per return; those that are no good leave again at once. */
    public static Verdict<Sku> returned(SkuStock stock, Returned command, String actor, History history, Instant now) {
        var prefix = EntryIds.ofReturn(command.number(), stock.sku());
        var id = prefix + "RETURN";
        if (stock.did(id).or(() -> history.entry(id)).isPresent()) {
            return Verdict.unchanged(stock.sku());
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        var cause = command.number().value();
        var entries = new ArrayList<LedgerEntry>();
        entries.add(new LedgerEntry(
                id, stock.sku(), MovementKind.RETURN, command.share(command.quantity()), cause, actor, null, now));
        if (command.scrapped() > 0) {
            entries.add(new LedgerEntry(
                    prefix + "SCRAP",
                    stock.sku(),
                    MovementKind.SCRAP,
                    command.share(command.scrapped()),
                    cause,
                    actor,
                    "GRADE_C",
                    now));
        }
        return Verdict.changed(stock.evolve(entries, stock.holds(), now), List.copyOf(entries), stock.sku());
    }

    /**
     * Units of a SKU that came back.
     *
     * @param scrapped the part of the quantity that cannot be sold again
     */
    public record Returned(ReturnNumber number, DepotId depot, int quantity, int scrapped) {
        private List<Share> share(int units) {
            return List.of(new Share(depot, units));
        }
    }

    private static Verdict<LevelReply> changed(SkuStock stock, List<LedgerEntry> entries, Instant now) {
        return Verdict.changed(stock, entries, new LevelReply.Changed(stock.level(now)));
    }

    private static int free(SkuStock stock, DepotId depot) {
        return stock.depot(depot).map(DepotStock::free).orElse(0);
    }
}
