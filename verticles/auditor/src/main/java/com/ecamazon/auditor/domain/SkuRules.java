package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.StockFacts.DepotOnFile;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.StockOnFile;
import java.util.HashSet;
import java.util.List;

/** One SKU against its ledger. S1, S2, S3, S5, S9. */
public final class SkuRules {
    private SkuRules() {}

    /** What can be said of the document alone. */
    public static void check(StockOnFile stock, Moment moment, Findings found) {
        var name = name(stock.sku());
        for (var depot : stock.depots()) {
            notNegative(depot, name, found);
        }
        found.unless(stock.available() >= 0, "S2", "it can promise fewer units than none", name);
        var carts = new HashSet<String>();
        for (var hold : stock.holds()) {
            var cart = "cart " + hold.cart();
            found.unless(hold.quantity() > 0, "S2", "a cart holds fewer units than one", name, cart);
            found.unless(carts.add(hold.cart()), "S5", "a cart holds it twice", name, cart);
            found.unless(!moment.isOverdue(hold.until()), "S5", "a hold that has ended was not released", name, cart);
        }
    }

    private static void notNegative(DepotOnFile depot, String name, Findings found) {
        found.unless(
                depot.onHand() >= 0 && depot.allocated() >= 0 && depot.onHold() >= 0 && depot.safetyStock() >= 0,
                "S2",
                "a count is below zero in depot " + depot.depot(),
                name);
        found.unless(
                depot.allocated() + depot.onHold() <= depot.onHand(),
                "S2",
                "more units are allocated and blocked than lie in depot " + depot.depot(),
                name);
    }

    /**
     * The document against the ledger, both of one moment.
     *
     * @param ledger all entries of the SKU; what the document alone remembers is on its way there and counts too
     */
    public static void check(StockOnFile stock, List<EntryFact> ledger, Findings found) {
        var sums = new UnitSums();
        var known = new HashSet<String>();
        for (var fact : ledger) {
            known.add(fact.document());
            sums.add(fact.entry());
        }
        for (var done : stock.recent()) {
            if (known.add(done.id())) {
                sums.add(stock.sku(), done.kind(), done.lines());
            }
        }
        compare(stock, sums, found);
    }

    private static void compare(StockOnFile stock, UnitSums sums, Findings found) {
        var name = name(stock.sku());
        var depots = new HashSet<>(sums.depots(stock.sku()));
        for (var depot : stock.depots()) {
            depots.remove(depot.depot());
            int onHand = sums.onHand(stock.sku(), depot.depot());
            int allocated = sums.allocated(stock.sku(), depot.depot());
            found.unless(
                    onHand == depot.onHand(),
                    "S1",
                    "units came and went to leave " + onHand + " in depot " + depot.depot() + " and " + depot.onHand()
                            + " are counted",
                    name);
            found.unless(
                    allocated == depot.allocated(),
                    "S3",
                    "movements leave " + allocated + " units allocated in depot " + depot.depot() + " and "
                            + depot.allocated() + " are counted",
                    name);
            found.unless(
                    allocated <= onHand,
                    "S9",
                    "orders have " + allocated + " units of the " + onHand + " that there are in depot "
                            + depot.depot(),
                    name);
        }
        depots.stream()
                .filter(depot -> sums.onHand(stock.sku(), depot) != 0 || sums.allocated(stock.sku(), depot) != 0)
                .forEach(depot ->
                        found.add("S1", "units moved in depot " + depot + " that its document does not know", name));
    }

    /** Units moved of a SKU that has no document. */
    public static void orphan(String sku, Findings found) {
        found.add("S1", "units of it moved and it has no stock document", name(sku));
    }

    private static String name(String sku) {
        return "sku " + sku;
    }
}
