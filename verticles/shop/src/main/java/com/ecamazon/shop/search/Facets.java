package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue.Facet;
import com.ecamazon.contract.shop.Catalogue.FacetValue;
import com.ecamazon.shop.domain.PriceBand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Turns counts into what is shown beside a list. */
final class Facets {
    private static final int MOST_BRANDS = 30;

    private final Snapshot snapshot;
    private final SearchFilter filter;

    Facets(Snapshot snapshot, SearchFilter filter) {
        this.snapshot = snapshot;
        this.filter = filter;
    }

    List<Facet> of(int[] categories, int[] brands, int[] bands) {
        snapshot.categories().addUp(categories);
        return List.of(
                new Facet("category", categories(categories)),
                new Facet("brand", brands(brands)),
                new Facet("price", bands(bands)));
    }

    /** The top level, and below it the way down to the category that is chosen and its children. */
    private List<FacetValue> categories(int[] counts) {
        var tree = snapshot.categories();
        int chosen = filter.category() == null ? -1 : tree.number(filter.category());
        var values = new ArrayList<FacetValue>();
        for (int number = 0; number < tree.size(); number++) {
            int parent = tree.parent(number);
            boolean open = parent < 0 || (chosen >= parent && chosen < tree.end(parent));
            boolean onTheWay = chosen >= number && chosen < tree.end(number);
            if (open && (counts[number] > 0 || onTheWay)) {
                var category = tree.entry(number);
                values.add(new FacetValue(category.id(), category.title(), counts[number]));
            }
        }
        return values;
    }

    /** The commonest brands, and those that are chosen even where nothing is left of them. */
    private List<FacetValue> brands(int[] counts) {
        var byCount = Comparator.<Integer>comparingInt(brand -> -counts[brand])
                .thenComparing(brand -> snapshot.brands().get(brand));
        var ranked = IntStream.range(0, counts.length)
                .boxed()
                .filter(brand -> counts[brand] > 0 || isChosen(brand))
                .sorted(byCount)
                .toList();
        var values = new ArrayList<FacetValue>();
        for (int brand : ranked) {
            if (values.size() < MOST_BRANDS || isChosen(brand)) {
                var name = snapshot.brands().get(brand);
                values.add(new FacetValue(name, name, counts[brand]));
            }
        }
        return values;
    }

    private boolean isChosen(int brand) {
        return !filter.brands().isEmpty()
                && filter.brands().contains(snapshot.brands().get(brand).toLowerCase(Locale.ROOT));
    }

    private static List<FacetValue> bands(int[] counts) {
        return IntStream.range(0, counts.length)
                .mapToObj(i -> new FacetValue(
                        PriceBand.ALL.get(i).value(), PriceBand.ALL.get(i).label(), counts[i]))
                .toList();
    }
}
