package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue.Facet;
import java.util.List;

/** All products that a filter lets through, in order, with the counts beside them. */
public final class Ranking {
    private final Snapshot snapshot;
    private final SearchFilter filter;
    private final int[] slots;
    private final float[] scores;
    private final List<Facet> facets;

    /** @param scores by place; used where the filter goes by them */
    Ranking(Snapshot snapshot, SearchFilter filter, int[] slots, float[] scores, List<Facet> facets) {
        this.snapshot = snapshot;
        this.filter = filter;
        this.slots = slots;
        this.scores = scores;
        this.facets = facets;
    }

    /** True when it was made of this snapshot. */
    public boolean isOf(Snapshot other) {
        return snapshot == other;
    }

    public int total() {
        return slots.length;
    }

    public List<Facet> facets() {
        return facets;
    }

    public Listing product(int place) {
        return snapshot.at(slots[place]);
    }

    public Mark mark(int place) {
        var product = product(place);
        return filter.byScore() ? Mark.of(product, scores[place]) : Mark.of(product, filter.sort());
    }

    /** The first place behind a mark. */
    public int after(Mark mark) {
        // Scores shift a little with each change of the catalogue, so the product itself is the better landmark.
        return filter.byScore() ? behind(mark) : search(mark);
    }

    private int behind(Mark mark) {
        for (int place = 0; place < slots.length; place++) {
            if (product(place).id().value().equals(mark.id())) {
                return place + 1;
            }
        }
        return search(mark);
    }

    private int search(Mark mark) {
        int low = 0;
        int high = slots.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (mark(middle).compareTo(mark) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
