package com.ecamazon.shop.store;

import com.ecamazon.contract.ProductId;
import java.time.Instant;

/** Which product a SKU belongs to; the document's id is the SKU, so there is one. */
public record SkuOwner(ProductId product, Instant since) {}
