package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReceiveReturn;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickLine;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.contract.stock.Picks.PicksQuery;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import com.ecamazon.contract.stock.Picks.ShortReason;
import com.ecamazon.contract.stock.StockContract;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of two depots: they put goods on the shelves, pick, pack, and inspect what comes back. */
final class Depot {
    private static final DepotId NORTH = new DepotId("north");
    private static final DepotId SOUTH = new DepotId("south");
    private static final long ROUND_MILLIS = 1_200;

    private final Client client;
    private final Chances chances;
    private final double misplaced;
    private boolean quiet;

    /** @param misplaced how often units are not where they should be */
    Depot(World world, double misplaced) {
        this.misplaced = misplaced;
        client = new Client(world, "depot", Caller.user(new UserId("admin"), Set.of(Role.ADMIN, Role.WAREHOUSE)));
        chances = world.chances();
    }

    /** Puts what there is into the catalogue and on the shelves, half of it in each depot. */
    Future<?> open(Map<Sku, Integer> stock) {
        var products = stock.keySet().stream().map(Depot::product).toList();
        Future<?> opened = Future.all(
                put(NORTH),
                put(SOUTH),
                client.insist(ShopContract.IMPORT_PRODUCTS, new ImportProducts(products), "import"));
        for (var some : stock.entrySet()) {
            var sku = some.getKey();
            int south = some.getValue() / 2;
            opened = opened.compose(_ -> receive(sku, NORTH, some.getValue() - south))
                    .compose(_ -> receive(sku, SOUTH, south));
        }
        return opened;
    }

    private Future<?> put(DepotId depot) {
        return client.insist(
                StockContract.PUT_DEPOT,
                new PutDepot(depot, depot.value(), "Town", new Position(52.4, 4.9)),
                "put " + depot);
    }

    private static ProductEntry product(Sku sku) {
        var variant = new VariantEntry(sku, null, null, Money.eur(1_999), null, null);
        return new ProductEntry(new ProductId("P-" + sku), "A " + sku, null, null, null, null, List.of(variant), null);
    }

    private Future<?> receive(Sku sku, DepotId depot, int units) {
        return units == 0
                ? Future.succeededFuture()
                : client.insist(StockContract.RECEIVE, new Receipt(sku, depot, units, "first"), "receive " + sku);
    }

    /** Picks and packs from now on, as long as anything is asked of this world. */
    void work() {
        client.ask(StockContract.PICKS, new PicksQuery(null, null, 100, null))
                .compose(page -> {
                    var open = page.items().stream().filter(Depot::isOpen).toList();
                    quiet = open.isEmpty();
                    Future<?> all = Future.succeededFuture();
                    for (var pick : open) {
                        all = all.compose(_ -> take(pick));
                    }
                    return all;
                })
                .onComplete(_ -> client.pause(ROUND_MILLIS).onSuccess(_ -> work()));
    }

    /** Whether the last look found nothing to do. */
    boolean isQuiet() {
        return quiet;
    }

    private static boolean isOpen(Pick pick) {
        return pick.state() != PickState.PACKED && pick.state() != PickState.WITHDRAWN;
    }

    /** Goes on from what the list says; whatever fails is seen at the next look. */
    private Future<?> take(Pick pick) {
        if (pick.state() == PickState.PICKED) {
            return client.ask(StockContract.PACK, new Pack(pick.id(), 500, 200, 100, 50))
                    .<Object>mapEmpty()
                    .otherwiseEmpty();
        }
        Future<?> taken = Future.succeededFuture();
        for (var line : pick.lines()) {
            int left = line.quantity() - line.picked() - line.missing();
            if (left > 0) {
                taken = taken.compose(_ -> take(pick, line, left));
            }
        }
        return taken.otherwiseEmpty();
    }

    private Future<?> take(Pick pick, PickLine line, int left) {
        return chances.strikes(misplaced)
                ? client.ask(
                        StockContract.SHORT,
                        new ShortPick(pick.id(), line.sku(), 1, ShortReason.COULD_NOT_LOCATE, null))
                : client.ask(StockContract.SCAN, new Scan(pick.id(), line.bin(), line.sku(), left, null));
    }

    /** A parcel came back: it is opened and graded. */
    Future<?> receive(Return returned) {
        var grade = chances.strikes(0.5) ? Grade.A : Grade.C;
        var lines = returned.lines().stream()
                .map(line -> new InspectedLine(line.sku(), line.quantity(), grade))
                .toList();
        return client.insist(
                ShippingContract.RECEIVE_RETURN,
                new ReceiveReturn(returned.number(), NORTH, lines),
                "inspect " + returned.number());
    }
}
