package com.ecamazon.payment.domain;

import com.ecamazon.contract.Sku;

/** Units of a SKU that left in a parcel or came back. */
public record Units(Sku sku, int quantity) {}
