package com.ecamazon.stock;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.EntryOnFile;
import com.ecamazon.contract.auditor.StockFacts.LedgerPage;
import com.ecamazon.contract.auditor.StockFacts.PickFact;
import com.ecamazon.contract.auditor.StockFacts.PickPage;
import com.ecamazon.contract.auditor.StockFacts.PickedLine;
import com.ecamazon.contract.auditor.StockFacts.SkuLedger;
import com.ecamazon.contract.auditor.StockFacts.SkuLedgerQuery;
import com.ecamazon.contract.auditor.StockFacts.StockFact;
import com.ecamazon.contract.auditor.StockFacts.StockPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.stock.domain.LedgerEntry;
import com.ecamazon.stock.domain.PickList;
import com.ecamazon.stock.store.Ledger;
import com.ecamazon.stock.store.PickLists;
import com.ecamazon.stock.store.Stocks;
import io.vertx.core.Future;
import java.util.Optional;

/** Shows the auditor what is stored. */
final class AuditFacts {
    private static final int ENTRIES = 500;

    private final Stocks stocks;
    private final Ledger ledger;
    private final PickLists pickLists;

    AuditFacts(Stocks stocks, Ledger ledger, PickLists pickLists) {
        this.stocks = stocks;
        this.ledger = ledger;
        this.pickLists = pickLists;
    }

    Future<StockPage> stocks(Request<Window> request) {
        return stocks.slice(request.body())
                .map(slice -> new StockPage(
                        slice.shown(found -> new StockFact(found.id(), found.version(), found.state())), slice.next()));
    }

    Future<LedgerPage> ledger(Request<Window> request) {
        return ledger.slice(request.body()).map(slice -> new LedgerPage(slice.shown(AuditFacts::entry), slice.next()));
    }

    Future<SkuLedger> skuLedger(Request<SkuLedgerQuery> request) {
        var query = request.body();
        return ledger.since(new Sku(query.sku()), query.from(), ENTRIES + 1)
                .map(found -> new SkuLedger(
                        found.stream().limit(ENTRIES).map(AuditFacts::entry).toList(), found.size() > ENTRIES));
    }

    Future<PickPage> picks(Request<Window> request) {
        return pickLists
                .slice(request.body())
                .map(slice -> new PickPage(slice.shown(found -> pick(found.state())), slice.next()));
    }

    private static EntryFact entry(Versioned<LedgerEntry> found) {
        var entry = found.state();
        return new EntryFact(
                found.id(),
                new EntryOnFile(
                        entry.id(), entry.sku().value(), entry.kind(), entry.lines(), entry.cause(), entry.at()));
    }

    private static PickFact pick(PickList list) {
        return new PickFact(
                list.id().value(),
                list.order().value(),
                list.depot().value(),
                list.state(),
                list.lines().stream()
                        .map(line -> new PickedLine(line.sku().value(), line.quantity(), line.picked(), line.missing()))
                        .toList(),
                Optional.ofNullable(list.sscc()).map(Sscc::value).orElse(null));
    }
}
