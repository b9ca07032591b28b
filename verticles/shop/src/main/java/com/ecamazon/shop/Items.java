package com.ecamazon.shop;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Catalogue.Item;
import com.ecamazon.platform.json.Json;
import com.ecamazon.shop.search.Listing;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Products as they stand in lists. */
final class Items {
    /** What comes before an item's number of units; the number and a brace end it. */
    private static final int TAIL = "0}".length();

    private final Map<Integer, Part> parts = new HashMap<>();

    /** An item in JSON up to its number of units. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Part(Listing product, Sku sku, byte[] start) {}

    static Item item(Listing product, Availability availability) {
        return item(product, availability.of(product.sku()));
    }

    private static Item item(Listing product, int available) {
        var variant = product.defaultVariant();
        return new Item(
                product.id(),
                variant.sku(),
                product.entry().title(),
                product.entry().brand(),
                variant.price(),
                product.image(variant),
                available);
    }

    /** Encoded once for each change of the product. */
    Part part(Listing product) {
        var known = parts.get(product.slot());
        if (known != null && known.product().version() == product.version()) {
            return known;
        }
        var whole = Json.write(item(product, 0));
        var part = new Part(product, product.sku(), Arrays.copyOf(whole, whole.length - TAIL));
        parts.put(product.slot(), part);
        return part;
    }
}
