package com.ecamazon.contract.auditor;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an instance of Shop shows of the catalogue, beside what is on file. */
public final class CatalogueFacts {
    private CatalogueFacts() {}

    /** A page of products, by id. */
    public record CataloguePage(
            List<ProductFact> items, @Nullable String next) {}

    /**
     * A product on file, deleted ones too.
     *
     * @param change its last change
     * @param shown the change that the instance shows; null when it does not show the product
     * @param variants the units that it shows
     */
    public record ProductFact(
            String id,
            long change,
            boolean deleted,
            @Nullable Long shown,
            List<VariantFact> variants) {
        public ProductFact {
            variants = List.copyOf(variants);
        }
    }

    /** So many units of a variant are shown, from 0 to 99. */
    public record VariantFact(String sku, int units) {}
}
