package com.ecamazon.shop;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.shop.domain.Offer;
import java.util.List;
import java.util.Optional;

/** What carts and orders need of the catalogue, from memory. */
interface Prices {
    /** What the catalogue asks for the SKU now; empty when it is not sold. */
    Optional<Offer> offer(Sku sku);

    /** These products were bought together. */
    void bought(List<ProductId> products);
}
