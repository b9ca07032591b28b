package com.ecamazon.shop.search;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.CategoryEntry;
import com.ecamazon.contract.shop.Catalogue.Facet;
import com.ecamazon.contract.shop.Catalogue.FacetValue;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.CategoryTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A small shop to search in. */
final class Shop implements AutoCloseable {
    private final SnapshotWriter writer = new SnapshotWriter();
    private final Map<String, CatalogueProduct> products = new HashMap<>();
    private CategoryTree tree = CategoryTree.EMPTY;
    private Snapshot snapshot = writer.next(List.of(), tree);
    private long change;

    Shop categories(String... idsAndParents) {
        var entries = new ArrayList<CategoryEntry>();
        for (var one : idsAndParents) {
            var parts = List.of(one.split("<", -1));
            entries.add(new CategoryEntry(
                    parts.get(0), "The " + parts.get(0), parts.size() > 1 ? parts.get(1) : null, null));
        }
        tree = new CategoryTree(entries);
        snapshot = writer.next(List.of(), tree);
        return this;
    }

    Shop put(String id, String title, @Nullable String brand, @Nullable String category, long cents) {
        return put(id, title, brand, category, cents, Map.of());
    }

    Shop put(
            String id,
            String title,
            @Nullable String brand,
            @Nullable String category,
            long cents,
            Map<String, String> attributes) {
        var variant = new VariantEntry(new Sku("SKU-" + id), null, null, Money.eur(cents), null, Map.of());
        return put(
                new ProductEntry(new ProductId(id), title, brand, category, null, null, List.of(variant), attributes));
    }

    Shop put(ProductEntry... entries) {
        var changes = new ArrayList<CatalogueProduct>();
        for (var entry : entries) {
            change++;
            var before = products.get(entry.id().value());
            var after =
                    before == null ? new CatalogueProduct(entry, change, change, false) : before.with(entry, change);
            products.put(entry.id().value(), after);
            changes.add(after);
        }
        snapshot = writer.next(changes, tree);
        return this;
    }

    Shop delete(String id) {
        var gone = products.get(id);
        if (gone == null) {
            throw new IllegalArgumentException(id);
        }
        products.remove(id);
        snapshot = writer.next(List.of(gone.without(++change)), tree);
        return this;
    }

    Snapshot snapshot() {
        return snapshot;
    }

    CategoryTree tree() {
        return tree;
    }

    Iterable<CatalogueProduct> all() {
        return products.values();
    }

    Ranking find(SearchFilter filter) {
        return Search.of(snapshot, filter);
    }

    List<String> ids(String words) {
        return ids(find(words(words)));
    }

    static List<String> ids(Ranking ranking) {
        return IntStream.range(0, ranking.total())
                .mapToObj(place -> ranking.product(place).id().value())
                .toList();
    }

    static SearchFilter words(String words) {
        return new SearchFilter(words, null, List.of(), 0, Long.MAX_VALUE, Sort.RELEVANCE);
    }

    static SearchFilter sorted(Sort sort) {
        return new SearchFilter("", null, List.of(), 0, Long.MAX_VALUE, sort);
    }

    static Map<String, Integer> counts(Ranking ranking, String facet) {
        var counts = new HashMap<String, Integer>();
        for (Facet one : ranking.facets()) {
            if (one.name().equals(facet)) {
                for (FacetValue value : one.values()) {
                    counts.put(value.value(), value.count());
                }
            }
        }
        return counts;
    }

    @Override
    public void close() {
        snapshot.release();
        writer.close();
    }
}
