/** What the Payment domain serves: payment methods, payments, refunds, the ledger. */
@NullMarked
package com.ecamazon.contract.payment;

import org.jspecify.annotations.NullMarked;
