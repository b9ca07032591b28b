/**
 * Payment: the money of orders. Owns payments (holds, captures, refunds), the double-entry ledger and what is known of cards
 * besides their numbers. Serves {@link com.ecamazon.contract.payment.PaymentContract}, hears when parcels leave and returns
 * are inspected, and calls the bank over HTTP. Each promise is in a document before the bank is asked, each reference at the
 * bank derives from its cause, and recovery carries on what a crash or the bank left open.
 *
 * <p>Chart of accounts, debits positive: {@code bank-clearing} is what the bank owes us; a capture debits it and credits
 * {@code sales}; refunds and chargebacks credit it and debit {@code refunds} and {@code chargebacks}.
 */
@NullMarked
package com.ecamazon.payment;

import org.jspecify.annotations.NullMarked;
