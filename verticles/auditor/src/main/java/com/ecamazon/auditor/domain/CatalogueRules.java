package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.CatalogueFacts.ProductFact;
import com.ecamazon.contract.auditor.CatalogueFacts.VariantFact;
import com.ecamazon.contract.shop.Catalogue;

/** What an instance of Shop shows against what is on file there and at Stock. E5. */
public final class CatalogueRules {
    private CatalogueRules() {}

    /** The product against its own document. */
    public static void check(ProductFact product, Findings found) {
        var shown = product.shown();
        found.unless(!product.deleted() || shown == null, "E5", "it was taken out and is shown", name(product));
        found.unless(
                product.deleted() || (shown != null && shown >= product.change()),
                "E5",
                "its last change is not shown",
                name(product));
    }

    /** A variant against the units that can be bought at Stock. */
    public static void check(ProductFact product, VariantFact variant, int available, Findings found) {
        found.unless(
                shows(variant.units(), available),
                "E5",
                "other units are shown than there are",
                name(product),
                "sku " + variant.sku());
    }

    /** Whether so many are shown as can be bought. */
    public static boolean shows(int units, int available) {
        return units == Math.clamp(available, 0, Catalogue.MOST_AVAILABLE);
    }

    private static String name(ProductFact product) {
        return "product " + product.id();
    }
}
