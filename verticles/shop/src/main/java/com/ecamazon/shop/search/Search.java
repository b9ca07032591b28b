package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.shop.domain.PriceBand;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates a filter over a snapshot in one pass. Some 20,000 products are so few that a look at each (below 0.1 ms) is
 * cheaper than keeping postings for every facet; only words go through the text index.
 */
public final class Search {
    private final Snapshot snapshot;
    private final SearchFilter filter;
    private final int category;
    private final int categoryEnd;
    private final boolean @Nullable [] wantedBrands;
    private final int[] categories;
    private final int[] brands;
    private final int[] bands = new int[PriceBand.ALL.size()];
    private int total;

    private Search(Snapshot snapshot, SearchFilter filter) {
        this.snapshot = snapshot;
        this.filter = filter;
        var tree = snapshot.categories();
        category = filter.category() == null ? -1 : tree.number(filter.category());
        categoryEnd = category < 0 ? -1 : tree.end(category);
        wantedBrands = filter.brands().isEmpty() ? null : wanted(snapshot, filter);
        categories = new int[tree.size()];
        brands = new int[snapshot.brands().size()];
    }

    private static boolean[] wanted(Snapshot snapshot, SearchFilter filter) {
        var names = new HashSet<>(filter.brands());
        var wanted = new boolean[snapshot.brands().size()];
        for (int i = 0; i < wanted.length; i++) {
            wanted[i] = names.contains(snapshot.brands().get(i).toLowerCase(Locale.ROOT));
        }
        return wanted;
    }

    /** All products that the filter lets through. */
    public static Ranking of(Snapshot snapshot, SearchFilter filter) {
        return new Search(snapshot, filter).rank();
    }

    private Ranking rank() {
        var scores = filter.words().isEmpty() ? new float[0] : scores();
        // Products that match equally well stand in the order of their titles.
        var order = snapshot.order(filter.byScore() ? Sort.TITLE : filter.sort());
        var slots = new int[order.length];
        for (int slot : order) {
            if ((scores.length == 0 || scores[slot] > 0) && countAndTest(snapshot.at(slot))) {
                slots[total++] = slot;
            }
        }
        slots = Arrays.copyOf(slots, total);
        if (filter.byScore()) {
            slots = byScore(slots, scores);
            scores = of(slots, scores);
        }
        return new Ranking(snapshot, filter, slots, scores, new Facets(snapshot, filter).of(categories, brands, bands));
    }

    /** Best first; where scores are equal as they stand. */
    private static int[] byScore(int[] slots, float[] scores) {
        var keys = new long[slots.length];
        for (int place = 0; place < slots.length; place++) {
            // Scores are positive, so their bits are in their order.
            keys[place] = (long) -Float.floatToIntBits(scores[slots[place]]) << Integer.SIZE | place;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> slots[(int) key]).toArray();
    }

    private static float[] of(int[] slots, float[] scores) {
        var byPlace = new float[slots.length];
        for (int place = 0; place < slots.length; place++) {
            byPlace[place] = scores[slots[place]];
        }
        return byPlace;
    }

    private float[] scores() {
        var scores = snapshot.text().scores(filter.words(), snapshot.slots());
        var named = snapshot.productWithCode(filter.words());
        if (named != null) {
            scores[named.slot()] = Float.MAX_VALUE;
        }
        return scores;
    }

    /** Counts the product for each facet whose own choice is the only thing that may shut it out. */
    private boolean countAndTest(Listing product) {
        int itsCategory = snapshot.category(product.slot());
        long price = product.price().amount();
        boolean inCategory =
                filter.category() == null || (category >= 0 && itsCategory >= category && itsCategory < categoryEnd);
        boolean ofBrand = wantedBrands == null || (product.brand() >= 0 && wantedBrands[product.brand()]);
        boolean inPrice = price >= filter.minPrice() && price <= filter.maxPrice();
        if (itsCategory >= 0 && ofBrand && inPrice) {
            categories[itsCategory]++;
        }
        if (product.brand() >= 0 && inCategory && inPrice) {
            brands[product.brand()]++;
        }
        if (inCategory && ofBrand) {
            bands[PriceBand.of(price)]++;
        }
        return inCategory && ofBrand && inPrice;
    }
}
