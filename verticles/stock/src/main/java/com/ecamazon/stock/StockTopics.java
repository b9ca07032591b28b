package com.ecamazon.stock;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.stock.domain.LedgerEntry;
import com.ecamazon.stock.domain.UnitsShort;

/** Durable news that Stock tells itself. */
final class StockTopics {
    /** Entries for the ledger. */
    static final Topic<LedgerEntry> MOVEMENTS =
            Topic.of(Domain.STOCK, "stock.movements", LedgerEntry.class, Domain.STOCK);

    /** Units that a picker could not find. */
    static final Topic<UnitsShort> SHORTS = Topic.of(Domain.STOCK, "stock.shorts", UnitsShort.class, Domain.STOCK);

    private StockTopics() {}
}
