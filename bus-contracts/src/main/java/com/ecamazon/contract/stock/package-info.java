/** What the Stock domain serves: units per SKU and depot, holds, allocations, pick lists, parcels. */
@NullMarked
package com.ecamazon.contract.stock;

import org.jspecify.annotations.NullMarked;
