package com.ecamazon.stock;

import static com.ecamazon.contract.stock.StockContract.ADJUST;
import static com.ecamazon.contract.stock.StockContract.ALLOCATE;
import static com.ecamazon.contract.stock.StockContract.ALL_AVAILABLE;
import static com.ecamazon.contract.stock.StockContract.DEALLOCATE;
import static com.ecamazon.contract.stock.StockContract.DEPOTS;
import static com.ecamazon.contract.stock.StockContract.HOLD;
import static com.ecamazon.contract.stock.StockContract.KEEP_BACK;
import static com.ecamazon.contract.stock.StockContract.LEDGER_FACTS;
import static com.ecamazon.contract.stock.StockContract.LEVEL;
import static com.ecamazon.contract.stock.StockContract.LEVELS;
import static com.ecamazon.contract.stock.StockContract.MOVEMENTS;
import static com.ecamazon.contract.stock.StockContract.OUTBOXES;
import static com.ecamazon.contract.stock.StockContract.PACK;
import static com.ecamazon.contract.stock.StockContract.PARKED;
import static com.ecamazon.contract.stock.StockContract.PICK;
import static com.ecamazon.contract.stock.StockContract.PICKS;
import static com.ecamazon.contract.stock.StockContract.PICK_FACTS;
import static com.ecamazon.contract.stock.StockContract.PUT_DEPOT;
import static com.ecamazon.contract.stock.StockContract.RECEIVE;
import static com.ecamazon.contract.stock.StockContract.RECEIVE_MANY;
import static com.ecamazon.contract.stock.StockContract.REDRIVE;
import static com.ecamazon.contract.stock.StockContract.SCAN;
import static com.ecamazon.contract.stock.StockContract.SHORT;
import static com.ecamazon.contract.stock.StockContract.SKU_LEDGER;
import static com.ecamazon.contract.stock.StockContract.STOCK_FACTS;
import static com.ecamazon.contract.stock.StockContract.WITHDRAW;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.stock.store.DepotDirectory;
import com.ecamazon.stock.store.LabelNumbers;
import com.ecamazon.stock.store.Ledger;
import com.ecamazon.stock.store.PickLists;
import com.ecamazon.stock.store.Stocks;
import com.ecamazon.stock.store.Withdrawals;
import io.vertx.core.Future;

/** What Stock serves and hears. */
final class StockVerticle extends DomainVerticle {
    private final Availability availability;
    private final HoldExpiry holdExpiry;
    private final LedgerKeeping ledgerKeeping;
    private final Promising promising;
    private final Counts counts;
    private final Importing importing;
    private final Queries queries;
    private final Depots depots;
    private final PickRelease pickRelease;
    private final PickSteps pickSteps;
    private final Withdrawing withdrawing;
    private final Departures departures;
    private final AuditFacts auditFacts;

    StockVerticle(Platform platform) {
        super(platform, Domain.STOCK);
        var stocks = new Stocks(platform.database());
        var ledger = new Ledger(platform.database());
        var pickLists = new PickLists(platform.database());
        var withdrawals = new Withdrawals(platform.database());
        var directory = new DepotDirectory(platform.database());
        var clock = platform.clock();
        var settled = new SettledEntries(clock);
        availability = new Availability(platform.bus(), platform.instance(), clock);
        var keeping = new StockKeeping(stocks, ledger, settled, availability, clock);
        holdExpiry = new HoldExpiry(stocks, keeping, clock);
        ledgerKeeping = new LedgerKeeping(ledger, settled);
        promising = new Promising(keeping);
        counts = new Counts(keeping, directory);
        importing = new Importing(keeping, directory);
        queries = new Queries(stocks, ledger, pickLists, clock);
        depots = new Depots(directory);
        withdrawing = new Withdrawing(pickLists, withdrawals, clock);
        pickRelease = new PickRelease(keeping, pickLists, withdrawing);
        pickSteps = new PickSteps(pickLists, withdrawals, new LabelNumbers(platform.database()), clock);
        departures = new Departures(keeping);
        auditFacts = new AuditFacts(stocks, ledger, pickLists);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(HOLD, promising::hold);
        bindings.serve(ALLOCATE, promising::allocate);
        bindings.serve(DEALLOCATE, promising::deallocate);
        bindings.serve(ALL_AVAILABLE, queries::available);
        bindings.serve(LEVEL, queries::level);
        bindings.serve(LEVELS, queries::levels);
        bindings.serve(MOVEMENTS, queries::movements);
        bindings.serve(RECEIVE, counts::receive);
        bindings.serve(RECEIVE_MANY, importing::receive);
        bindings.serve(ADJUST, counts::adjust);
        bindings.serve(KEEP_BACK, counts::keepBack);
        bindings.serve(DEPOTS, depots::all);
        bindings.serve(PUT_DEPOT, depots::put);
        bindings.serve(PICKS, queries::picks);
        bindings.serve(PICK, queries::pick);
        bindings.serve(SCAN, pickSteps::scan);
        bindings.serve(SHORT, pickSteps::reportShort);
        bindings.serve(PACK, pickSteps::pack);
        bindings.serve(WITHDRAW, withdrawing::withdraw);
        bindings.serve(STOCK_FACTS, auditFacts::stocks);
        bindings.serve(LEDGER_FACTS, auditFacts::ledger);
        bindings.serve(SKU_LEDGER, auditFacts::skuLedger);
        bindings.serve(PICK_FACTS, auditFacts::picks);
        bindings.serve(
                OUTBOXES, request -> platform.database().outboxes(request.body().before()));
        bindings.serve(PARKED, request -> platform.database().parked());
        bindings.serve(REDRIVE, request -> platform.database().redrive(request.body()));

        bindings.subscribe(ShopContract.ORDERS, pickRelease::orderNews);
        bindings.subscribe(ShippingContract.PARCELS, departures::traceNews);
        bindings.subscribe(ShippingContract.RETURNS, counts::returnNews);
        bindings.project(StockTopics.MOVEMENTS, ledgerKeeping::append);
        bindings.project(StockTopics.SHORTS, pickRelease::unitsShort);
    }

    @Override
    protected Future<?> started() {
        var vertx = platform.vertx();
        vertx.setPeriodic(Availability.EVERY.toMillis(), _ -> availability.tell());
        vertx.setPeriodic(HoldExpiry.EVERY.toMillis(), _ -> holdExpiry.sweep());
        return Future.succeededFuture();
    }
}
