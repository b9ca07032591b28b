package com.ecamazon.stock;

import com.ecamazon.contract.Event;
import com.ecamazon.stock.domain.LedgerEntry;
import com.ecamazon.stock.store.Ledger;
import io.vertx.core.Future;
import java.util.List;

/** Brings the entries that documents tell of into the ledger. */
final class LedgerKeeping {
    private final Ledger ledger;
    private final SettledEntries settled;

    LedgerKeeping(Ledger ledger, SettledEntries settled) {
        this.ledger = ledger;
        this.settled = settled;
    }

    Future<Void> append(List<Event<LedgerEntry>> events) {
        var entries = events.stream().map(Event::data).toList();
        return ledger.append(entries)
                .onSuccess(_ ->
                        settled.inLedger(entries.stream().map(LedgerEntry::id).toList()));
    }
}
