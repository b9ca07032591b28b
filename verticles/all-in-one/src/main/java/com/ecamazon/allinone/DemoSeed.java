package com.ecamazon.allinone;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CentreId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.PutCentre;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.contract.shop.Catalogue.ImportCategories;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import com.ecamazon.contract.shop.Promotions.PutCode;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.ReceiveMany;
import com.ecamazon.contract.stock.Levels.ReceivedItem;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Node;
import com.ecamazon.shop.demo.DemoCatalogue;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Enters the demo's data on the first run, through the same operations as people do: catalogue, depots and their stock,
 * sorting centres, vehicles with drivers, promotion codes. A run that was cut off is made up for by the next.
 */
final class DemoSeed {
    /** What is said when it fails. */
    static final String FAILED = "the demo data cannot be entered";

    /** Well below what a message may have. */
    private static final int BATCH = 100;

    private static final int TRIES = 10;
    private static final long PAUSE_MILLIS = 500;
    private static final Set<Integer> AWAY = Set.of(503, 504);
    private static final int VEHICLES = 10;
    private static final Caller ADMIN = Caller.user(new UserId("demo-admin"), Set.of(Role.ADMIN));
    private static final List<PutDepot> DEPOTS = List.of(
            new PutDepot(new DepotId("north"), "Depot North", "Amsterdam", new Position(52.400, 4.895)),
            new PutDepot(new DepotId("east"), "Depot East", "Amsterdam", new Position(52.358, 4.955)),
            new PutDepot(new DepotId("west"), "Depot West", "Amsterdam", new Position(52.370, 4.835)));

    private final Folder folder;
    private final Node node;

    DemoSeed(Folder folder, Node node) {
        this.folder = folder;
        this.node = node;
    }

    /** Enters what is not there yet; done when all is. */
    Future<Void> enter() {
        if (folder.isSeeded()) {
            return Future.succeededFuture();
        }
        System.out.println("Entering the demo catalogue ...");
        var products = DemoCatalogue.products();
        // What different domains enter does not wait for each other.
        return places().compose(done -> Future.join(catalogue(products), receipts(products), fleet(), codes()))
                .compose(done -> node.vertx().executeBlocking(() -> {
                    folder.markSeeded();
                    return done;
                }))
                .mapEmpty();
    }

    private Future<?> places() {
        Future<?> all = Future.succeededFuture();
        for (var depot : DEPOTS) {
            all = all.compose(done -> ask(StockContract.PUT_DEPOT, depot))
                    .compose(done -> ask(
                            DispatchingContract.PUT_DEPOT,
                            new com.ecamazon.contract.dispatching.Rounds.PutDepot(
                                    depot.id(), depot.name(), depot.position())));
        }
        return all.compose(done -> ask(
                        DispatchingContract.PUT_CENTRE,
                        new PutCentre(new CentreId("sloterdijk"), "Sloterdijk", new Position(52.389, 4.838), 24)))
                .compose(done -> ask(
                        DispatchingContract.PUT_CENTRE,
                        new PutCentre(new CentreId("amstel"), "Amstel", new Position(52.346, 4.918), 16)));
    }

    private Future<?> catalogue(List<ProductEntry> products) {
        Future<?> all = ask(ShopContract.IMPORT_CATEGORIES, new ImportCategories(DemoCatalogue.categories()));
        for (int from = 0; from < products.size(); from += BATCH) {
            var batch = products.subList(from, Math.min(products.size(), from + BATCH));
            all = all.compose(done -> ask(ShopContract.IMPORT_PRODUCTS, new ImportProducts(batch)));
        }
        return all;
    }

    private Future<?> receipts(List<ProductEntry> products) {
        Future<?> all = Future.succeededFuture();
        var units =
                products.stream().flatMap(product -> units(product).stream()).toList();
        for (int from = 0; from < units.size(); from += BATCH) {
            var batch = units.subList(from, Math.min(units.size(), from + BATCH));
            all = all.compose(done -> ask(StockContract.RECEIVE_MANY, new ReceiveMany(batch, "demo-opening-stock")));
        }
        return all;
    }

    /** 20 to 89 units of each variant, most in one depot and some in another; the same on every machine. */
    private static List<ReceivedItem> units(ProductEntry product) {
        var items = new ArrayList<ReceivedItem>();
        for (var variant : product.variants()) {
            int mix = Math.floorMod(variant.sku().value().hashCode() * 0x9E3779B9, 70);
            int units = 20 + mix;
            var main = DEPOTS.get(mix % DEPOTS.size()).id();
            var other = DEPOTS.get((mix + 1) % DEPOTS.size()).id();
            items.add(new ReceivedItem(variant.sku(), main, units - units / 4));
            items.add(new ReceivedItem(variant.sku(), other, units / 4));
        }
        return items;
    }

    private Future<?> fleet() {
        Future<?> all = Future.succeededFuture();
        for (int i = 1; i <= VEHICLES; i++) {
            var vehicle = new VehicleId("van-" + i);
            var number = i;
            all = all.compose(done -> ask(
                            DispatchingContract.PUT_VEHICLE,
                            new PutVehicle(
                                    vehicle,
                                    "EC-" + (100 + number) + "-A",
                                    DEPOTS.get(number % DEPOTS.size()).id(),
                                    800_000,
                                    9_000_000,
                                    120)))
                    .compose(done -> ask(
                            DispatchingContract.PUT_DRIVER,
                            new PutDriver(
                                    new DriverId("driver-" + number),
                                    "Driver " + number,
                                    // The account that is printed drives the first van.
                                    new UserId(number == 1 ? "demo-driver" : "demo-driver-" + number),
                                    vehicle,
                                    true)));
        }
        return all;
    }

    private Future<?> codes() {
        return ask(ShopContract.PUT_CODE, new PutCode("WELCOME10", PromotionKind.PERCENTAGE, 10, null, null, null))
                .compose(done -> ask(
                        ShopContract.PUT_CODE,
                        new PutCode("FREESHIP", PromotionKind.FREE_SHIPPING, null, null, null, null)));
    }

    private <Q, R> Future<R> ask(Operation<Q, R> operation, Q request) {
        return ask(operation, request, Ids.random(), TRIES);
    }

    /** On a busy machine a domain may be slow at first; it knows a command that it has heard already by its id. */
    private <Q, R> Future<R> ask(Operation<Q, R> operation, Q request, String id, int tries) {
        var seal = node.seals().seal(ADMIN, node.sealUntil());
        return node.exchange()
                .ask(operation, request, seal, id, "")
                .map(answer -> answer.reply(operation))
                .recover(failure -> {
                    if (!(failure instanceof ProblemException known)) {
                        return Future.failedFuture(failure);
                    }
                    return tries > 1 && AWAY.contains(known.problem().status())
                            ? node.vertx().timer(PAUSE_MILLIS).compose(_ -> ask(operation, request, id, tries - 1))
                            : Future.failedFuture(new Refused(operation + " " + known.getMessage()));
                });
    }
}
