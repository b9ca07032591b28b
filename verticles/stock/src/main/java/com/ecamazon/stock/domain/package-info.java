/**
 * What Stock decides, in plain Java: {@link com.ecamazon.stock.domain.SkuStock} is one SKU in all depots, {@link
 * com.ecamazon.stock.domain.PickList} the units of one order in one depot. Decisions are functions of the state, the
 * command and the time; they answer with the new state and the ledger entries that lead to it.
 */
@NullMarked
package com.ecamazon.stock.domain;

import org.jspecify.annotations.NullMarked;
