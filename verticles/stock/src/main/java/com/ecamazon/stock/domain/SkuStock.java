package com.ecamazon.stock.domain;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.DepotLevel;
import com.ecamazon.contract.stock.Levels.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One SKU in all depots: the aggregate of Stock. It remembers what was done lately, until the ledger does, so that a
 * repeated command changes nothing and the document stays small.
 *
 * @param holds at most one per cart; those past their time do not count and go with the next change
 * @param holdsMade how many holds there ever were, which is the number of the latest
 * @param recent what was done lately, oldest first
 * @param available units that could be promised when it was last changed
 * @param nextExpiry when the first hold ends; null without holds
 */
public record SkuStock(
        Sku sku,
        List<DepotStock> depots,
        List<CartHold> holds,
        long holdsMade,
        List<Done> recent,
        int available,
        @Nullable Instant nextExpiry,
        Instant changedAt) {
    /** A late request of an order that was taken back is refused for so long. */
    static final Duration RELEASE_REMEMBERED = Duration.ofMinutes(1);

    public SkuStock {
        depots = List.copyOf(depots);
        holds = List.copyOf(holds);
        recent = List.copyOf(recent);
    }

    /** A SKU that no depot has had yet. */
    public static SkuStock none(Sku sku, Instant now) {
        return new SkuStock(sku, List.of(), List.of(), 0, List.of(), 0, null, now);
    }

    /** Units that can be promised to a new cart: {@code onHand - allocated - onHold - safetyStock - reserved}, never negative. */
    public int availableToPromise(Instant now) {
        return Math.max(0, free() - total(DepotStock::safetyStock) - reserved(now));
    }

    /** Where the SKU lies in a depot; empty when the depot never had it. */
    public Optional<String> bin(DepotId depot) {
        return depot(depot).map(DepotStock::bin);
    }

    /** The level as the contract shows it; a depot's reserved units are those that it would give now. */
    public Level level(Instant now) {
        var reservedShares = Sourcing.from(depots, reserved(now));
        var levels = depots.stream()
                .map(stock -> new DepotLevel(
                        stock.depot(),
                        stock.bin(),
                        stock.onHand(),
                        stock.allocated(),
                        reservedShares.stream()
                                .filter(share -> share.depot().equals(stock.depot()))
                                .mapToInt(share -> share.quantity())
                                .sum()))
                .toList();
        return new Level(
                sku,
                total(DepotStock::onHand),
                total(DepotStock::allocated),
                total(DepotStock::onHold),
                total(DepotStock::safetyStock),
                reserved(now),
                availableToPromise(now),
                levels,
                changedAt);
    }

    /**
     * Without what need not be remembered any more.
     *
     * @param settled tells of an entry's id that it is in the ledger for longer than any command goes on
     */
    public SkuStock forgetting(Predicate<String> settled, Instant now) {
        var kept =
                recent.stream().filter(done -> mustRemember(done, settled, now)).toList();
        return kept.size() == recent.size()
                ? this
                : new SkuStock(sku, depots, holds, holdsMade, kept, available, nextExpiry, changedAt);
    }

    private static boolean mustRemember(Done done, Predicate<String> settled, Instant now) {
        boolean late = !done.at().plus(RELEASE_REMEMBERED).isAfter(now);
        return switch (done.kind()) {
            case RELEASE -> !(late && (done.lines().isEmpty() || settled.test(done.id())));
            default -> !settled.test(done.id());
        };
    }

    /** The ids of entries that are remembered since this time or longer, for asking the ledger whether it has them. */
    public List<String> rememberedSince(Instant time) {
        return recent.stream()
                .filter(done -> !done.at().isAfter(time) && !done.lines().isEmpty())
                .map(Done::id)
                .toList();
    }

    /** The state after these entries and with these holds. Depots change by entries only, so counters are what the ledger says. */
    SkuStock evolve(List<LedgerEntry> made, List<CartHold> nextHolds, Instant now) {
        return evolve(made, nextHolds, List.of(), now);
    }

    SkuStock evolve(List<LedgerEntry> made, List<CartHold> nextHolds, List<Done> marks, Instant now) {
        var nextDepots = new ArrayList<>(depots);
        for (var entry : made) {
            applyTo(nextDepots, entry.done());
        }
        var live = nextHolds.stream().filter(hold -> hold.isLive(now)).toList();
        var nextRecent = Stream.of(recent.stream(), made.stream().map(Done::of), marks.stream())
                .flatMap(done -> done)
                .toList();
        return of(nextDepots, live, nextRecent, now);
    }

    /** The state with another figure for one depot that it has. */
    SkuStock with(DepotStock changed, Instant now) {
        var nextDepots = depots.stream()
                .map(depot -> depot.depot().equals(changed.depot()) ? changed : depot)
                .toList();
        return of(nextDepots, holds.stream().filter(hold -> hold.isLive(now)).toList(), recent, now);
    }

    private SkuStock of(List<DepotStock> nextDepots, List<CartHold> live, List<Done> nextRecent, Instant now) {
        long made = live.stream().mapToLong(CartHold::number).reduce(holdsMade, Math::max);
        var next = new SkuStock(sku, nextDepots, live, made, nextRecent, 0, firstExpiry(live), now);
        return new SkuStock(
                sku, next.depots, next.holds, made, next.recent, next.availableToPromise(now), next.nextExpiry, now);
    }

    private void applyTo(List<DepotStock> stocks, Done done) {
        for (var line : done.lines()) {
            int at = indexOf(stocks, line.depot());
            var before = at < 0 ? DepotStock.empty(sku, line.depot()) : stocks.get(at);
            var after = before.plus(
                    Done.onHandEffect(done.kind()) * line.quantity(),
                    Done.allocatedEffect(done.kind()) * line.quantity());
            if (at < 0) {
                stocks.add(after);
            } else {
                stocks.set(at, after);
            }
        }
    }

    private static int indexOf(List<DepotStock> stocks, DepotId depot) {
        for (int i = 0; i < stocks.size(); i++) {
            if (stocks.get(i).depot().equals(depot)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Instant firstExpiry(List<CartHold> live) {
        return live.stream().map(CartHold::until).min(Instant::compareTo).orElse(null);
    }

    Optional<DepotStock> depot(DepotId depot) {
        int at = indexOf(depots, depot);
        return at < 0 ? Optional.empty() : Optional.of(depots.get(at));
    }

    Optional<Done> did(String id) {
        return recent.stream().filter(done -> done.id().equals(id)).findFirst();
    }

    int held(CartId cart, Instant now) {
        return hold(cart, now).map(CartHold::quantity).orElse(0);
    }

    Optional<CartHold> hold(CartId cart, Instant now) {
        return holds.stream()
                .filter(hold -> hold.cart().equals(cart) && hold.isLive(now))
                .findFirst();
    }

    /** The number of the cart's hold, or of the one that it is about to get. */
    long holdNumber(CartId cart, Instant now) {
        return hold(cart, now).map(CartHold::number).orElse(holdsMade + 1);
    }

    List<CartHold> holdsExcept(CartId cart) {
        return holds.stream().filter(hold -> !hold.cart().equals(cart)).toList();
    }

    int reserved(Instant now) {
        return holds.stream()
                .filter(hold -> hold.isLive(now))
                .mapToInt(CartHold::quantity)
                .sum();
    }

    /** Units that neither belong to an order nor are blocked; cart holds are among them. */
    int free() {
        return total(DepotStock::free);
    }

    private int total(ToIntFunction<DepotStock> figure) {
        return depots.stream().mapToInt(figure).sum();
    }
}
