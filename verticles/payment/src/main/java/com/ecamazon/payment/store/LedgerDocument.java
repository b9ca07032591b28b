package com.ecamazon.payment.store;

import com.ecamazon.payment.domain.LedgerTransaction;
import java.time.Instant;

/**
 * A transaction of the ledger as it is stored.
 *
 * @param newest grows with the time it was written; unique
 */
record LedgerDocument(LedgerTransaction transaction, String newest) {
    static LedgerDocument of(LedgerTransaction transaction, Instant now) {
        return new LedgerDocument(transaction, SortKey.of(now, transaction.id()));
    }
}
