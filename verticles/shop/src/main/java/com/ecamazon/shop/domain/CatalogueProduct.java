package com.ecamazon.shop.domain;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;

/**
 * A product as it is kept. A deleted one stays as a mark, so that those who follow the changes learn of it.
 *
 * @param created the change by which it came
 * @param changed its last change; grows in time, see {@link ChangeNumbers}
 */
public record CatalogueProduct(ProductEntry entry, long created, long changed, boolean deleted) {
    public ProductId id() {
        return entry.id();
    }

    /** The product with this content. One that comes back after its deletion is new. */
    public CatalogueProduct with(ProductEntry content, long change) {
        return new CatalogueProduct(content, deleted ? change : created, change, false);
    }

    /** The mark of a product that was taken out. */
    public CatalogueProduct without(long change) {
        return new CatalogueProduct(entry, created, change, true);
    }

    /** True when it is in the catalogue with exactly this content. */
    public boolean shows(ProductEntry content) {
        return !deleted && entry.equals(content);
    }
}
