/**
 * Stock: what lies where, who it is kept for, and how it becomes a parcel.
 *
 * <p>Owns the stock of each SKU (one document over all depots, with live cart holds), the ledger of stock movements, depots,
 * pick lists and parcel labels. Serves {@link com.ecamazon.contract.stock.StockContract}; hears Shop's orders and Shipping's
 * parcels and returns; calls nobody.
 *
 * <p>The ledger is a projection of the SKU documents. Since it is also the memory of what was done, a SKU's document keeps
 * what was done lately until the ledger has it. Carts' holds and their end are not in the ledger: they would double the
 * writes of adding to a cart, and they end by themselves.
 */
@NullMarked
package com.ecamazon.stock;

import org.jspecify.annotations.NullMarked;
