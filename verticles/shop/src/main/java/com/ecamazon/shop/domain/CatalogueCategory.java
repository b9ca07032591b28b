package com.ecamazon.shop.domain;

import com.ecamazon.contract.shop.Catalogue.CategoryEntry;

/**
 * A category as it is kept.
 *
 * @param created the change by which it came; siblings are shown in this order
 * @param changed its last change
 */
public record CatalogueCategory(CategoryEntry entry, long created, long changed) {}
