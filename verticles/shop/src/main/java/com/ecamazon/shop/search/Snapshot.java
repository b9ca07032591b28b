package com.ecamazon.shop.search;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Sort;
import com.ecamazon.shop.domain.CategoryTree;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The catalogue at one moment; never changed, so any thread may read it. */
public final class Snapshot {
    private final @Nullable Listing[] bySlot;
    private final Map<ProductId, Listing> byId;
    private final Map<Sku, Listing> bySku;
    private final Map<String, Listing> byCode;
    private final List<String> brands;
    private final CategoryTree categories;
    private final int[] category;
    private final Map<Sort, int[]> orders;
    private final TextView text;

    Snapshot(
            @Nullable Listing[] bySlot,
            Map<ProductId, Listing> byId,
            Map<Sku, Listing> bySku,
            Map<String, Listing> byCode,
            List<String> brands,
            CategoryTree categories,
            Map<Sort, int[]> orders,
            TextView text) {
        this.bySlot = bySlot;
        this.byId = byId;
        this.bySku = bySku;
        this.byCode = byCode;
        this.brands = brands;
        this.categories = categories;
        this.orders = orders;
        this.text = text;
        this.category = new int[bySlot.length];
        byId.values().forEach(product -> category[product.slot()] = categoryOf(product));
    }

    private int categoryOf(Listing product) {
        var id = product.entry().category();
        return id == null ? -1 : categories.number(id);
    }

    public int size() {
        return byId.size();
    }

    int slots() {
        return bySlot.length;
    }

    Listing at(int slot) {
        var product = bySlot[slot];
        if (product == null) {
            throw new IllegalStateException("nothing is listed at " + slot);
        }
        return product;
    }

    public Iterable<Listing> products() {
        return byId.values();
    }

    public @Nullable Listing product(ProductId id) {
        return byId.get(id);
    }

    /** The product that has this variant. */
    public @Nullable Listing product(Sku sku) {
        return bySku.get(sku);
    }

    /** The product that has this SKU or GTIN, in lower case. */
    @Nullable
    Listing productWithCode(String code) {
        return byCode.get(code);
    }

    public CategoryTree categories() {
        return categories;
    }

    /** How many products are in each category and below it, by the category's number. */
    public int[] productsByCategory() {
        var counts = new int[categories.size()];
        for (var product : byId.values()) {
            int number = category[product.slot()];
            if (number >= 0) {
                counts[number]++;
            }
        }
        categories.addUp(counts);
        return counts;
    }

    /** The number of the category at a slot, or -1. */
    int category(int slot) {
        return category[slot];
    }

    /** As first written; their place is their number. */
    List<String> brands() {
        return brands;
    }

    /** The slots of all products in an order that needs no words. */
    int[] order(Sort sort) {
        var order = orders.get(sort);
        if (order == null) {
            throw new IllegalStateException("no order " + sort);
        }
        return order;
    }

    TextView text() {
        return text;
    }

    /** Keeps the text index open for a search that begins now, until it releases it. */
    public void retain() {
        text.retain();
    }

    /** Lets go of the text index; it is freed when nobody retains it any more. */
    public void release() {
        text.release();
    }
}
