package com.ecamazon.shop.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;

/**
 * What the catalogue asks for one unit of a SKU now.
 *
 * @param price tax included
 */
public record Offer(Sku sku, ProductId product, String title, String image, Money price) {}
