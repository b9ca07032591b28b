package com.ecamazon.stock;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Orders.Allocation;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderConfirmed;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.Movement;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Levels.MovementsQuery;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickQuery;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Stock on a real bus and store, between a Shop and a Shipping that only talk and listen. */
final class Warehouse implements AutoCloseable {
    static final DepotId NORTH = new DepotId("north");
    static final DepotId SOUTH = new DepotId("south");
    static final Caller PICKER = Caller.user(new UserId("picker"), Set.of(Role.WAREHOUSE));

    final LocalPod pod;
    final Queue<AvailabilityChanged> availability = new ConcurrentLinkedQueue<>();
    private final InstantSource clock;
    private final Neighbour shop =
            new Neighbour(Domain.SHOP, bindings -> bindings.listen(StockContract.AVAILABILITY, availability::add));
    private final Neighbour shipping = new Neighbour(Domain.SHIPPING);
    private final AtomicInteger names = new AtomicInteger();
    private final MongoClient mongo;

    Warehouse(Path folder, Map<String, String> settings, InstantSource clock) {
        this.clock = clock;
        pod = LocalPod.open(folder, settings, clock, StockApp.SERVICE, shop.service(), shipping.service());
        mongo = MongoClient.create(pod.node().vertx(), pod.database(Domain.STOCK));
        // Only tests look for an order's lists in the store.
        LocalPod.await(mongo.createIndex("pickLists", new JsonObject().put("state.order", 1)));
        for (var depot : List.of(NORTH, SOUTH)) {
            asPicker(StockContract.PUT_DEPOT, new PutDepot(depot, depot.value(), "Town", new Position(48, 16)));
        }
    }

    /** What Shipping was told of parcels. */
    List<ParcelNews> parcelNews() {
        return shipping.heard(ParcelNews.class);
    }

    <Q, R> R asPicker(Operation<Q, R> operation, Q request) {
        return pod.call(PICKER, operation, request);
    }

    /** A SKU that nobody else uses, with units in the two depots. */
    Sku sku(int north, int south) {
        var sku = new Sku("sku-" + names.incrementAndGet());
        if (north > 0) {
            receive(sku, NORTH, north, "first");
        }
        if (south > 0) {
            receive(sku, SOUTH, south, "first");
        }
        return sku;
    }

    OrderNumber order() {
        return new OrderNumber("EC" + names.incrementAndGet());
    }

    CartId cart() {
        return new CartId("cart-" + names.incrementAndGet());
    }

    LevelReply receive(Sku sku, DepotId depot, int quantity, String reference) {
        return asPicker(StockContract.RECEIVE, new Receipt(sku, depot, quantity, reference));
    }

    HoldReply hold(CartId cart, Sku sku, int quantity) {
        return pod.call(
                Domain.SHOP,
                StockContract.HOLD,
                new Hold(cart, sku, quantity, clock.instant().plusSeconds(600)));
    }

    AllocateReply allocate(OrderNumber order, CartId cart, Sku sku, int quantity) {
        return pod.call(Domain.SHOP, StockContract.ALLOCATE, new Allocate(order, cart, sku, quantity, 0));
    }

    Level level(Sku sku) {
        return asPicker(StockContract.LEVEL, new LevelQuery(sku));
    }

    List<MovementKind> movements(Sku sku) {
        return asPicker(StockContract.MOVEMENTS, new MovementsQuery(sku, 200)).items().stream()
                .map(Movement::kind)
                .toList();
    }

    /** Allocates and confirms; the pick lists are there when it returns. */
    List<Pick> confirmed(OrderNumber order, Sku sku, int quantity) {
        confirm(order, sku, quantity);
        LocalPod.eventually(() -> !picks(order).isEmpty(), "pick lists of " + order);
        return picks(order);
    }

    void confirm(OrderNumber order, Sku sku, int quantity) {
        if (!(allocate(order, cart(), sku, quantity) instanceof AllocateReply.Allocated allocated)) {
            throw new AssertionError("no units for " + order);
        }
        var price = Money.eur(100);
        var none = Money.eur(0);
        var line = new OrderLine(
                new LineId("l"), sku, new ProductId("p"), "A thing", "/i.svg", quantity, price, price.times(quantity));
        var now = clock.instant();
        var recipient = new Recipient(
                null,
                new Email("a@example.org"),
                new Address("A", "Street 1", null, "1000", "Town", "AT"),
                new Position(48, 16),
                now,
                now);
        tellAsShop(new OrderConfirmed(
                order,
                recipient,
                List.of(line),
                new Totals(none, none, none, none, none),
                List.of(new Allocation(sku, allocated.shares())),
                now));
    }

    void tellAsShop(OrderNews news) {
        shop.tell(ShopContract.ORDERS, news);
    }

    void tellAsShipping(TraceNews news) {
        shipping.tell(ShippingContract.PARCELS, news);
    }

    void tellAsShipping(ReturnNews news) {
        shipping.tell(ShippingContract.RETURNS, news);
    }

    List<Pick> picks(OrderNumber order) {
        var filter = new JsonObject().put("state.order", order.value());
        return LocalPod.await(mongo.find("pickLists", filter)).stream()
                .map(list -> asPicker(StockContract.PICK, new PickQuery(new PickId(list.getString("_id")))))
                .toList();
    }

    Pick pick(Pick pick) {
        return asPicker(StockContract.PICK, new PickQuery(pick.id()));
    }

    /** Scans all units of the list. */
    Pick pickAll(Pick pick) {
        for (var line : pick.lines()) {
            asPicker(StockContract.SCAN, new Scan(pick.id(), line.bin(), line.sku(), line.quantity(), null));
        }
        return pick(pick);
    }

    static Pack packing(Pick pick) {
        return new Pack(pick.id(), 900, 300, 200, 100);
    }

    PickReply pack(Pick pick) {
        return asPicker(StockContract.PACK, packing(pick));
    }

    /** How often the SKU's document was written for a change. */
    long version(Sku sku) {
        return document(sku).getLong("version");
    }

    JsonObject document(Sku sku) {
        return LocalPod.await(mongo.findOne("stocks", new JsonObject().put("_id", sku.value()), null));
    }

    long ledgerEntries(Sku sku) {
        return LocalPod.await(mongo.count("movements", new JsonObject().put("state.sku", sku.value())));
    }

    @Override
    public void close() {
        LocalPod.await(mongo.close());
        pod.close();
    }
}
