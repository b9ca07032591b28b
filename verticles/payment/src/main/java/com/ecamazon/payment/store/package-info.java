/** The collections of Payment: payments by order number, the ledger, cards without numbers, news of the bank kept apart. */
@NullMarked
package com.ecamazon.payment.store;

import org.jspecify.annotations.NullMarked;
