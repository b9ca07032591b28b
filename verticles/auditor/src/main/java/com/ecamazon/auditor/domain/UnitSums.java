package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.StockFacts.DepotOnFile;
import com.ecamazon.contract.auditor.StockFacts.EntryOnFile;
import com.ecamazon.contract.auditor.StockFacts.StockOnFile;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What the entries of the stock ledger add up to, by SKU and depot. */
public final class UnitSums {
    private static final int[] NOTHING = {0, 0};

    private final Map<String, Map<String, int[]>> sums = new HashMap<>();

    public void add(EntryOnFile entry) {
        add(entry.sku(), entry.kind(), entry.lines());
    }

    void add(String sku, MovementKind kind, List<Share> lines) {
        var depots = sums.computeIfAbsent(sku, _ -> HashMap.newHashMap(2));
        for (var line : lines) {
            var sum = depots.computeIfAbsent(line.depot().value(), _ -> new int[2]);
            sum[0] += Effects.onHand(kind) * line.quantity();
            sum[1] += Effects.allocated(kind) * line.quantity();
        }
    }

    int onHand(String sku, String depot) {
        return of(sku, depot)[0];
    }

    int allocated(String sku, String depot) {
        return of(sku, depot)[1];
    }

    private int[] of(String sku, String depot) {
        return sums.getOrDefault(sku, Map.of()).getOrDefault(depot, NOTHING);
    }

    /** The depots of the SKU that units came to or went from. */
    Set<String> depots(String sku) {
        return sums.getOrDefault(sku, Map.of()).keySet();
    }

    /** The SKUs of the ledger that were not taken out yet. */
    public Set<String> skus() {
        return Set.copyOf(sums.keySet());
    }

    /** A SKU that was compared is not needed any more. */
    public void forget(String sku) {
        sums.remove(sku);
    }

    /** Whether the counters of the document are these sums; where they are not, entries may be on their way to the ledger. */
    public boolean agree(StockOnFile stock) {
        var seen = new HashSet<String>();
        for (DepotOnFile depot : stock.depots()) {
            seen.add(depot.depot());
            if (depot.onHand() != onHand(stock.sku(), depot.depot())
                    || depot.allocated() != allocated(stock.sku(), depot.depot())) {
                return false;
            }
        }
        return seen.containsAll(depots(stock.sku()));
    }
}
