package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Sku;

/** Gives a SKU its bin in a depot: aisle, rack and shelf, such as {@code A-12-3}. The same SKU gets the same bin again. */
final class Bins {
    private static final int AISLES = 8;
    private static final int RACKS = 24;
    private static final int SHELVES = 5;

    private Bins() {}

    static String of(Sku sku, DepotId depot) {
        int place = Math.floorMod((sku.value() + '@' + depot.value()).hashCode(), AISLES * RACKS * SHELVES);
        char aisle = (char) ('A' + place / (RACKS * SHELVES));
        return aisle + "-" + (place / SHELVES % RACKS + 1) + "-" + (place % SHELVES + 1);
    }
}
