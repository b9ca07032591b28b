package com.ecamazon.shop.search;

import com.ecamazon.contract.shop.Catalogue.ProductsQuery;
import com.ecamazon.contract.shop.Catalogue.Sort;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, in one form for all ways to say it; the page is left out.
 *
 * @param words empty for all products
 * @param brands in lower case, in order; empty for all
 * @param minPrice in minor units, included
 * @param maxPrice in minor units, included
 */
public record SearchFilter(
        String words, @Nullable String category, List<String> brands, long minPrice, long maxPrice, Sort sort) {
    public static SearchFilter of(ProductsQuery query) {
        return new SearchFilter(
                query.q() == null ? "" : query.q().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "),
                query.category(),
                query.brand() == null
                        ? List.of()
                        : query.brand().stream()
                                .map(brand -> brand.toLowerCase(Locale.ROOT))
                                .distinct()
                                .sorted()
                                .toList(),
                query.minPrice() == null ? 0 : query.minPrice(),
                query.maxPrice() == null ? Long.MAX_VALUE : query.maxPrice(),
                query.sort() == null ? Sort.RELEVANCE : query.sort());
    }

    /** True when the order is how well the words match. */
    boolean byScore() {
        return sort == Sort.RELEVANCE && !words.isEmpty();
    }
}
