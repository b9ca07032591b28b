package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.Findings;
import com.ecamazon.auditor.domain.Moment;
import com.ecamazon.auditor.domain.SkuRules;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.SkuLedgerQuery;
import com.ecamazon.contract.auditor.StockFacts.StockFact;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.stock.StockContract;
import io.vertx.core.Future;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One SKU and all of its ledger, of one moment: the document is the same before and after the ledger was read. */
final class SkuFile {
    private static final int TRIES = 4;

    private final FactReader reader;
    private final String sku;
    private final LinkedHashMap<String, EntryFact> ledger = new LinkedHashMap<>();

    SkuFile(FactReader reader, String sku) {
        this.reader = reader;
        this.sku = sku;
    }

    /** What is wrong with it; empty when it changed whenever it was looked at. */
    Future<Optional<List<Breach>>> look(Supplier<Moment> moment) {
        return look(moment, 1);
    }

    private Future<Optional<List<Breach>>> look(Supplier<Moment> moment, int attempt) {
        ledger.clear();
        return document()
                .compose(before -> readLedger(null).compose(done -> document()).compose(after -> {
                    if (before.map(StockFact::version).equals(after.map(StockFact::version))) {
                        return Future.succeededFuture(Optional.of(judged(after, moment.get())));
                    }
                    return attempt == TRIES ? Future.succeededFuture(Optional.empty()) : look(moment, attempt + 1);
                }));
    }

    private Future<Optional<StockFact>> document() {
        return reader.ask(StockContract.STOCK_FACTS, Window.of(sku).of(1))
                .map(page -> page.items().stream()
                        .filter(fact -> fact.document().equals(sku))
                        .findFirst());
    }

    /** Entries of one time may be on two pages; their keys tell them apart. */
    private Future<Void> readLedger(java.time.@org.jspecify.annotations.Nullable Instant from) {
        var at = new SkuLedgerQuery[] {new SkuLedgerQuery(sku, from)};
        return reader.repeat(() -> reader.ask(StockContract.SKU_LEDGER, at[0]).map(page -> {
            int known = ledger.size();
            page.items().forEach(fact -> ledger.put(fact.document(), fact));
            if (!page.more() || ledger.size() == known) {
                return false;
            }
            at[0] = new SkuLedgerQuery(sku, page.items().getLast().entry().at());
            return true;
        }));
    }

    private List<Breach> judged(Optional<StockFact> document, Moment moment) {
        var found = new Findings();
        document.ifPresentOrElse(
                fact -> {
                    SkuRules.check(fact.stock(), moment, found);
                    SkuRules.check(fact.stock(), List.copyOf(ledger.values()), found);
                },
                () -> {
                    if (!ledger.isEmpty()) {
                        SkuRules.orphan(sku, found);
                    }
                });
        return found.breaches();
    }
}
