package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Deallocated;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/** Gives units to orders and takes them back. */
public final class Allocating {
    private Allocating() {}

    /**
     * Turns the cart's hold, or free units, into an allocation. A repeat answers the same; an order that was taken back
     * gets nothing any more. A hold ends when it is allocated, so while the very hold is there that the order's cart was told
     * of, nothing was allocated; any other may come from a HOLD that was late, and then the ledger is asked.
     */
    public static Verdict<AllocateReply> allocate(
            SkuStock stock, Allocate command, String actor, History history, Instant now) {
        var sku = command.sku();
        var id = EntryIds.allocate(command.order(), sku);
        var release = EntryIds.release(command.order(), sku);
        int held = stock.held(command.cart(), now);
        int most = Math.min(stock.free(), stock.availableToPromise(now) + held);
        if (stock.did(release).or(() -> history.entry(release)).isPresent()) {
            return Verdict.unchanged(new AllocateReply.OutOfStock(sku, most));
        }
        var done = stock.did(id).or(() -> history.entry(id));
        if (done.isPresent()) {
            return Verdict.unchanged(new AllocateReply.Allocated(sku, done.get().lines()));
        }
        if (!history.asked() && !isHeldAsTold(stock, command, now)) {
            return new Verdict.AskLedger<>();
        }
        if (command.quantity() > most) {
            return Verdict.unchanged(new AllocateReply.OutOfStock(sku, most));
        }
        var shares = Sourcing.from(stock.depots(), command.quantity());
        var entry = new LedgerEntry(
                id, sku, MovementKind.ALLOCATE, shares, command.order().value(), actor, null, now);
        return Verdict.changed(
                stock.evolve(List.of(entry), stock.holdsExcept(command.cart()), now),
                List.of(entry),
                new AllocateReply.Allocated(sku, shares));
    }

    private static boolean isHeldAsTold(SkuStock stock, Allocate command, Instant now) {
        return command.hold() > 0
                && stock.hold(command.cart(), now)
                        .filter(hold -> hold.number() == command.hold())
                        .isPresent();
    }

    /**
     * Takes back what the order still has of the SKU: the units are held for its cart again, or free. An order that has
     * nothing leaves a mark, since its allocation may still be on the way.
     */
    public static Verdict<Deallocated> deallocate(
            SkuStock stock, Deallocate command, String actor, History history, Instant now) {
        var sku = command.sku();
        var id = EntryIds.release(command.order(), sku);
        var reply = new Deallocated(sku);
        if (stock.did(id).or(() -> history.entry(id)).isPresent()) {
            return Verdict.unchanged(reply);
        }
        if (!history.asked()) {
            return new Verdict.AskLedger<>();
        }
        var shares = allocatedTo(stock, EntryIds.ofOrder(command.order(), sku), history);
        if (stock.depots().isEmpty()) {
            return Verdict.unchanged(reply);
        }
        if (shares.isEmpty()) {
            var mark = new Done(id, MovementKind.RELEASE, List.of(), now);
            return Verdict.changed(stock.evolve(List.of(), stock.holds(), List.of(mark), now), List.of(), reply);
        }
        var entry = new LedgerEntry(
                id, sku, MovementKind.RELEASE, shares, command.order().value(), actor, null, now);
        return Verdict.changed(
                stock.evolve(List.of(entry), heldAgain(stock, command, shares, now), now), List.of(entry), reply);
    }

    private static List<CartHold> heldAgain(SkuStock stock, Deallocate command, List<Share> shares, Instant now) {
        int units = Math.max(Sourcing.units(shares), stock.held(command.cart(), now));
        var again = new CartHold(command.cart(), units, command.holdUntil(), stock.holdNumber(command.cart(), now));
        return again.isLive(now)
                ? Stream.concat(stock.holdsExcept(command.cart()).stream(), Stream.of(again))
                        .toList()
                : stock.holds();
    }

    /** What the entries of an order, in the ledger or only remembered here, leave it with. */
    private static List<Share> allocatedTo(SkuStock stock, String ofOrder, History history) {
        var seen = new HashSet<String>();
        var units = new LinkedHashMap<DepotId, Integer>();
        Stream.concat(history.entries().stream(), stock.recent().stream())
                .filter(done -> done.id().startsWith(ofOrder) && seen.add(done.id()))
                .forEach(done -> done.lines()
                        .forEach(line -> units.merge(
                                line.depot(), Done.allocatedEffect(done.kind()) * line.quantity(), Integer::sum)));
        var shares = new ArrayList<Share>();
        units.forEach((depot, quantity) -> {
            if (quantity > 0) {
                shares.add(new Share(depot, quantity));
            }
        });
        return shares;
    }
}
