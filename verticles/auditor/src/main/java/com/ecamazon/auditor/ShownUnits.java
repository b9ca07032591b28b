package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.CatalogueRules;
import com.ecamazon.contract.auditor.CatalogueFacts.ProductFact;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The units that Shop shows of each SKU, until Stock has said how many there are. */
final class ShownUnits {
    private final Map<String, Shown> bySku = new HashMap<>();

    private record Shown(String product, int units) {}

    void add(ProductFact product) {
        if (!product.deleted()) {
            product.variants().forEach(variant -> bySku.put(variant.sku(), new Shown(product.id(), variant.units())));
        }
    }

    /** So many can be bought; who is told of the product when it shows others. */
    void compare(String sku, int available, Consumer<String> otherwise) {
        var shown = bySku.remove(sku);
        if (shown != null && !CatalogueRules.shows(shown.units, available)) {
            otherwise.accept(shown.product);
        }
    }

    /** Of what is left Stock knows nothing; who is told of the products that show units of it. */
    void end(Consumer<String> otherwise) {
        bySku.values().stream().filter(shown -> shown.units > 0).forEach(shown -> otherwise.accept(shown.product));
        bySku.clear();
    }
}
