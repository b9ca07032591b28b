/** The rules of the money of one order: holds, captures, refunds, their shares to the cent, and the double-entry ledger. */
@NullMarked
package com.ecamazon.payment.domain;

import org.jspecify.annotations.NullMarked;
