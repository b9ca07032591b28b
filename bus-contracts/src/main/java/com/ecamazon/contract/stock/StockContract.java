package com.ecamazon.contract.stock;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.SHIPPING;
import static com.ecamazon.contract.Domain.SHOP;
import static com.ecamazon.contract.Domain.STOCK;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.DISPATCHER;
import static com.ecamazon.contract.Role.MERCHANDISER;
import static com.ecamazon.contract.Role.SUPPORT;
import static com.ecamazon.contract.Role.WAREHOUSE;

import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.StockFacts;
import com.ecamazon.contract.auditor.StockFacts.SkuLedger;
import com.ecamazon.contract.auditor.StockFacts.SkuLedgerQuery;
import com.ecamazon.contract.auditor.StockFacts.StockPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.operations.OperationsContract;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Deallocated;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Holds.Withdraw;
import com.ecamazon.contract.stock.Holds.WithdrawReply;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.AvailabilityPage;
import com.ecamazon.contract.stock.Levels.AvailabilityQuery;
import com.ecamazon.contract.stock.Levels.Depot;
import com.ecamazon.contract.stock.Levels.Depots;
import com.ecamazon.contract.stock.Levels.DepotsQuery;
import com.ecamazon.contract.stock.Levels.KeepBack;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelPage;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.LevelsQuery;
import com.ecamazon.contract.stock.Levels.Movements;
import com.ecamazon.contract.stock.Levels.MovementsQuery;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Levels.ReceiveMany;
import com.ecamazon.contract.stock.Levels.ReceivedMany;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickPage;
import com.ecamazon.contract.stock.Picks.PickQuery;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.PicksQuery;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import java.time.Duration;
import java.util.List;

/** The operations, topics and feeds of Stock. */
public final class StockContract {
    public static final Operation<Hold, HoldReply> HOLD = command(
                    STOCK, "stock.hold", Hold.class, HoldReply.class, "Holds units for a cart")
            .internal(SHOP)
            .routedBy(hold -> hold.sku().value());

    public static final Operation<Allocate, AllocateReply> ALLOCATE = command(
                    STOCK, "stock.allocate", Allocate.class, AllocateReply.class, "Turns a hold into an allocation")
            .internal(SHOP)
            .promises()
            .routedBy(allocate -> allocate.sku().value());

    public static final Operation<Deallocate, Deallocated> DEALLOCATE = command(
                    STOCK, "stock.deallocate", Deallocate.class, Deallocated.class, "Takes an allocation back")
            .internal(SHOP)
            .promises()
            .routedBy(deallocate -> deallocate.sku().value());

    public static final Operation<Withdraw, WithdrawReply> WITHDRAW = command(
                    STOCK, "stock.withdraw", Withdraw.class, WithdrawReply.class, "Stops the picking of an order")
            .internal(SHOP)
            .promises();

    public static final Operation<AvailabilityQuery, AvailabilityPage> ALL_AVAILABLE = query(
                    STOCK, "stock.availability", AvailabilityQuery.class, AvailabilityPage.class, "Lists availability")
            .internal(SHOP);

    public static final Operation<LevelQuery, Level> LEVEL = query(
                    STOCK, "stock.level", LevelQuery.class, Level.class, "One SKU's stock, by depot")
            .get("/api/stock/{sku}")
            .roles(WAREHOUSE, MERCHANDISER, SUPPORT);

    public static final Operation<LevelsQuery, LevelPage> LEVELS = query(
                    STOCK, "stock.levels", LevelsQuery.class, LevelPage.class, "Stock of many SKUs")
            .get("/api/stock")
            .roles(WAREHOUSE, MERCHANDISER, SUPPORT);

    public static final Operation<MovementsQuery, Movements> MOVEMENTS = query(
                    STOCK, "stock.movements", MovementsQuery.class, Movements.class, "The ledger of one SKU")
            .get("/api/stock/{sku}/movements")
            .roles(WAREHOUSE, MERCHANDISER, SUPPORT);

    public static final Operation<Receipt, LevelReply> RECEIVE = command(
                    STOCK, "stock.receive", Receipt.class, LevelReply.class, "Units come in at a depot")
            .post("/api/stock/{sku}/receipts")
            .roles(WAREHOUSE)
            .promises()
            .routedBy(receipt -> receipt.sku().value());

    public static final Operation<Adjustment, LevelReply> ADJUST = command(
                    STOCK, "stock.adjust", Adjustment.class, LevelReply.class, "Puts a count right, with a reason")
            .post("/api/stock/{sku}/adjustments")
            .roles(WAREHOUSE)
            .promises()
            .routedBy(adjustment -> adjustment.sku().value());

    public static final Operation<KeepBack, LevelReply> KEEP_BACK = command(
                    STOCK, "stock.keepBack", KeepBack.class, LevelReply.class, "Sets safety stock and blocked units")
            .put("/api/stock/{sku}/depots/{depot}")
            .roles(WAREHOUSE)
            .promises()
            .routedBy(keepBack -> keepBack.sku().value());

    public static final Operation<ReceiveMany, ReceivedMany> RECEIVE_MANY = command(
                    STOCK, "stock.receiveMany", ReceiveMany.class, ReceivedMany.class, "Units of many SKUs come in")
            .post("/api/imports/stock")
            .roles(WAREHOUSE)
            .within(Duration.ofSeconds(10))
            .promises();

    public static final Operation<PutDepot, Depot> PUT_DEPOT = command(
                    STOCK, "stock.putDepot", PutDepot.class, Depot.class, "Enters or changes a depot")
            .put("/api/depots/{id}")
            .roles(WAREHOUSE)
            .promises();

    public static final Operation<DepotsQuery, Depots> DEPOTS = query(
                    STOCK, "stock.depots", DepotsQuery.class, Depots.class, "The depots")
            .get("/api/depots")
            .roles(WAREHOUSE, MERCHANDISER, SUPPORT, DISPATCHER);

    public static final Operation<PicksQuery, PickPage> PICKS = query(
                    STOCK, "stock.picks", PicksQuery.class, PickPage.class, "Pick lists, oldest first")
            .get("/api/picks")
            .roles(WAREHOUSE);

    public static final Operation<PickQuery, Pick> PICK = query(
                    STOCK, "stock.pick", PickQuery.class, Pick.class, "One pick list")
            .get("/api/picks/{id}")
            .roles(WAREHOUSE);

    public static final Operation<Scan, PickReply> SCAN = command(
                    STOCK, "stock.scan", Scan.class, PickReply.class, "Scans a bin and a unit of a pick list")
            .post("/api/picks/{id}/scans")
            .roles(WAREHOUSE);

    public static final Operation<ShortPick, PickReply> SHORT = command(
                    STOCK, "stock.short", ShortPick.class, PickReply.class, "Reports units that cannot be picked")
            .post("/api/picks/{id}/shorts")
            .roles(WAREHOUSE)
            .promises();

    public static final Operation<Pack, PickReply> PACK = command(
                    STOCK, "stock.pack", Pack.class, PickReply.class, "Packs a pick list into a labelled parcel")
            .post("/api/picks/{id}/parcels")
            .roles(WAREHOUSE)
            .promises();

    public static final Operation<Window, StockPage> STOCK_FACTS = query(
                    STOCK, "stock.stockFacts", Window.class, StockPage.class, "SKUs as they are stored")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, StockFacts.LedgerPage> LEDGER_FACTS = query(
                    STOCK, "stock.ledgerFacts", Window.class, StockFacts.LedgerPage.class, "The ledger as it is stored")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<SkuLedgerQuery, SkuLedger> SKU_LEDGER = query(
                    STOCK,
                    "stock.skuLedger",
                    SkuLedgerQuery.class,
                    SkuLedger.class,
                    "The ledger of one SKU as it is stored")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, StockFacts.PickPage> PICK_FACTS = query(
                    STOCK, "stock.pickFacts", Window.class, StockFacts.PickPage.class, "Pick lists as they are stored")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<OutboxQuery, Outboxes> OUTBOXES = AuditorContract.outboxes(STOCK);

    public static final Operation<ParkedQuery, Parking> PARKED = OperationsContract.parked(STOCK);

    public static final Operation<Redrive, Redriven> REDRIVE = OperationsContract.redrive(STOCK);

    public static final Topic<ParcelNews> PARCELS = Topic.of(STOCK, "stock.parcels", ParcelNews.class, SHIPPING, SHOP);

    public static final Feed<AvailabilityChanged> AVAILABILITY =
            new Feed<>(STOCK, "feed.stock.availability", AvailabilityChanged.class);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            HOLD,
            ALLOCATE,
            DEALLOCATE,
            WITHDRAW,
            ALL_AVAILABLE,
            LEVEL,
            LEVELS,
            MOVEMENTS,
            RECEIVE,
            ADJUST,
            KEEP_BACK,
            RECEIVE_MANY,
            PUT_DEPOT,
            DEPOTS,
            PICKS,
            PICK,
            SCAN,
            SHORT,
            PACK,
            STOCK_FACTS,
            LEDGER_FACTS,
            SKU_LEDGER,
            PICK_FACTS,
            OUTBOXES,
            PARKED,
            REDRIVE);

    public static final List<Topic<?>> TOPICS = List.of(PARCELS);

    public static final List<Feed<?>> FEEDS = List.of(AVAILABILITY);

    private StockContract() {}
}
