package com.ecamazon.auditor;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;

/** What can be looked at again by itself. */
sealed interface Subject {
    /** An order number and all that names it. */
    record OfOrder(String number) implements Subject {}

    /** A SKU and its ledger. */
    record OfSku(String sku) implements Subject {}

    /** A product as it is shown. */
    record OfProduct(String id) implements Subject {}

    /** A return that units came back for, of which no order knows. */
    record OfReturn(String number) implements Subject {}

    /** All rounds that are not over. */
    record OfRounds() implements Subject {}

    /** What a domain owes others to hear. */
    record OfOutboxes(Operation<OutboxQuery, Outboxes> operation) implements Subject {
        Domain domain() {
            return operation.domain();
        }
    }
}
