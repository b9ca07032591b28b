package com.ecamazon.stock.domain;

import com.ecamazon.contract.stock.Holds.Share;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Chooses the depots that give units. One parcel is cheaper than two, so a depot that can give all is taken; otherwise the
 * fullest depots come first, which gives the fewest parcels.
 */
final class Sourcing {
    private static final Comparator<DepotStock> FULLEST_FIRST = Comparator.comparingInt(DepotStock::free)
            .reversed()
            .thenComparing(stock -> stock.depot().value());

    private Sourcing() {}

    /** Shares that add up to the quantity, or to all free units when those are fewer. */
    static List<Share> from(List<DepotStock> depots, int quantity) {
        var shares = new ArrayList<Share>();
        int left = quantity;
        for (var depot : depots.stream().sorted(FULLEST_FIRST).toList()) {
            int units = Math.min(left, depot.free());
            if (units > 0) {
                shares.add(new Share(depot.depot(), units));
                left -= units;
            }
        }
        return List.copyOf(shares);
    }

    static int units(List<Share> shares) {
        return shares.stream().mapToInt(Share::quantity).sum();
    }
}
