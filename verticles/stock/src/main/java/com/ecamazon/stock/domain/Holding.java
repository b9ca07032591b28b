package com.ecamazon.stock.domain;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Holds units for a cart for some time. */
public final class Holding {
    /** So many carts may hold a SKU at once, or its document would grow without bound. */
    static final int MOST_HOLDS = 5_000;

    private Holding() {}

    /**
     * Makes the cart's hold be this many units; 0 lets go. The cart's own hold does not block it. Fails with 503 {@code
     * TOO_MANY_HOLDS} when too many carts hold this SKU.
     */
    public static Verdict<HoldReply> hold(SkuStock stock, Hold command, Instant now) {
        int held = stock.held(command.cart(), now);
        var others = stock.holdsExcept(command.cart());
        if (command.quantity() == 0) {
            var reply = new HoldReply.Held(command.sku(), 0, command.until(), 0);
            return others.size() == stock.holds().size()
                    ? Verdict.unchanged(reply)
                    : Verdict.changed(stock.evolve(List.of(), others, now), List.of(), reply);
        }
        Require.that(command.until().isAfter(now), "until", "must be in the future");
        int most = stock.availableToPromise(now) + held;
        if (command.quantity() > most) {
            return Verdict.unchanged(new HoldReply.OutOfStock(command.sku(), most));
        }
        if (held == 0 && others.stream().filter(hold -> hold.isLive(now)).count() >= MOST_HOLDS) {
            throw new ProblemException(Problem.of(503, "TOO_MANY_HOLDS", "Too many carts want this at once."));
        }
        long number = stock.holdNumber(command.cart(), now);
        var hold = new CartHold(command.cart(), command.quantity(), command.until(), number);
        var holds = Stream.concat(others.stream(), Stream.of(hold)).toList();
        return Verdict.changed(
                stock.evolve(List.of(), holds, now),
                List.of(),
                new HoldReply.Held(command.sku(), command.quantity(), command.until(), number));
    }

    /** Lets go of what is past its time, and tells how many holds that were. */
    public static Verdict<Integer> expire(SkuStock stock, Instant now) {
        var live = stock.holds().stream().filter(hold -> hold.isLive(now)).toList();
        int ended = stock.holds().size() - live.size();
        return ended == 0
                ? Verdict.unchanged(0)
                : Verdict.changed(stock.evolve(List.of(), live, now), List.of(), ended);
    }
}
