package com.ecamazon.shop.search;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.shop.domain.CatalogueProduct;
import com.ecamazon.shop.domain.CategoryTree;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes each snapshot of the catalogue from the one before and what changed. Used by one thread at a time. */
public final class SnapshotWriter implements AutoCloseable {
    private final TextIndex text = new TextIndex();
    private final List<@Nullable Listing> bySlot = new ArrayList<>();
    private final Map<ProductId, Listing> byId = new HashMap<>();
    private final Map<Sku, Listing> bySku = new HashMap<>();
    private final Map<String, Listing> byCode = new HashMap<>();
    private final List<String> brands = new ArrayList<>();
    private final Map<String, Integer> brandNumbers = new HashMap<>();
    private final EnumMap<Sort, int[]> orders = new EnumMap<>(Sort.class);

    /** The next snapshot. A product that is no newer than the one listed changes nothing. */
    public Snapshot next(Collection<CatalogueProduct> changes, CategoryTree categories) {
        var changed = new BitSet();
        changes.forEach(product -> apply(product, changed));
        var products = bySlot.toArray(Listing[]::new);
        for (var sort : Sort.values()) {
            orders.put(sort, Order.next(orders.getOrDefault(sort, new int[0]), sort, products, changed));
        }
        return new Snapshot(
                products,
                new HashMap<>(byId),
                new HashMap<>(bySku),
                new HashMap<>(byCode),
                List.copyOf(brands),
                categories,
                new EnumMap<>(orders),
                text.view());
    }

    private void apply(CatalogueProduct product, BitSet changed) {
        var before = byId.get(product.id());
        if (before != null && before.version() >= product.changed()) {
            return;
        }
        if (before != null) {
            forget(before);
            changed.set(before.slot());
        }
        if (product.deleted()) {
            text.remove(product.id());
            return;
        }
        int slot = before == null ? bySlot.size() : before.slot();
        var listing =
                Listing.of(slot, product.entry(), brand(product.entry().brand()), product.created(), product.changed());
        if (before == null) {
            bySlot.add(listing);
        } else {
            bySlot.set(slot, listing);
        }
        changed.set(slot);
        byId.put(product.id(), listing);
        codes(listing).forEach(code -> byCode.put(code, listing));
        listing.entry().variants().forEach(variant -> bySku.put(variant.sku(), listing));
        text.put(listing);
    }

    private void forget(Listing listing) {
        bySlot.set(listing.slot(), null);
        byId.remove(listing.id());
        codes(listing).forEach(code -> byCode.remove(code, listing));
        listing.entry().variants().forEach(variant -> bySku.remove(variant.sku(), listing));
    }

    /** What one may type to get exactly this product. */
    private static List<String> codes(Listing listing) {
        var codes = new ArrayList<String>();
        for (var variant : listing.entry().variants()) {
            codes.add(variant.sku().value().toLowerCase(Locale.ROOT));
            if (variant.gtin() != null) {
                codes.add(variant.gtin());
            }
        }
        return codes;
    }

    private int brand(@Nullable String brand) {
        if (brand == null) {
            return -1;
        }
        return brandNumbers.computeIfAbsent(brand.toLowerCase(Locale.ROOT), key -> {
            brands.add(brand);
            return brands.size() - 1;
        });
    }

    @Override
    public void close() {
        text.close();
    }
}
