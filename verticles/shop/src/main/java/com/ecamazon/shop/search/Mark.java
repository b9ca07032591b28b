package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue;
import java.util.Comparator;

/**
 * Where a product stands in an order: two marks of the same order compare as their products do. A page's cursor holds the
 * mark of its last product, so products that come or go elsewhere do not move the next page.
 *
 * @param number first key
 * @param text second key
 * @param id last key, so that no two products stand at the same place
 */
public record Mark(long number, String text, String id) implements Comparable<Mark> {
    private static final Comparator<Mark> ORDER =
            Comparator.comparingLong(Mark::number).thenComparing(Mark::text).thenComparing(Mark::id);

    /** The place of a product in an order without words to find. */
    static Mark of(Listing product, Catalogue.Sort sort) {
        var id = product.id().value();
        return switch (sort) {
            case RELEVANCE -> new Mark(product.mixed(), "", id);
            case PRICE_ASCENDING -> new Mark(product.price().amount(), "", id);
            case PRICE_DESCENDING -> new Mark(-product.price().amount(), "", id);
            case TITLE -> new Mark(0, product.sortTitle(), id);
            case NEWEST -> new Mark(-product.created(), "", id);
        };
    }

    /** The place of a product by how well it matches; a better score comes first, then the title decides. */
    static Mark of(Listing product, float score) {
        return new Mark(
                -Float.floatToIntBits(score), product.sortTitle(), product.id().value());
    }

    @Override
    public int compareTo(Mark other) {
        return ORDER.compare(this, other);
    }
}
