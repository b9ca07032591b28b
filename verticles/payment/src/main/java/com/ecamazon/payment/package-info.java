/**
 * Payment: the money of orders. Owns payments (holds, captures, refunds), the double-entry ledger and what is known of cards
 * besides their numbers. Serves {@link com.ecamazon.contract.payment.PaymentContract}, hears when parcels leave and returns
 * are inspected, and calls the bank over HTTP. What is owed to the bank is in a document before it is asked: a capture, refund or
 * void in the payment, a hold in the order itself, which asks again or lets go after a crash. Each reference at the bank
 * derives from its cause, and recovery carries on what a crash or the bank left open.
 *
 * <p>Chart of accounts, debits positive: {@code bank-clearing} is what the bank owes us; a capture debits it and credits
 * {@code sales}; refunds and chargebacks credit it and debit {@code refunds} and {@code chargebacks}.
 */
@NullMarked
package com.ecamazon.payment;

import org.jspecify.annotations.NullMarked;
