package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderedLine;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The units of one order in the stock ledger. S4, S6, S7. */
final class UnitRules {
    private UnitRules() {}

    static void check(OrderFile file, Findings found) {
        file.units().forEach(fact -> EntryRules.check(fact, found));
        var skus = file.units().stream().map(fact -> fact.entry().sku()).collect(Collectors.toCollection(TreeSet::new));
        skus.forEach(sku -> depots(file, sku, found));
        file.order()
                .ifPresentOrElse(
                        order -> allocated(file, order, found),
                        () -> found.unless(
                                skus.isEmpty(),
                                "S4",
                                "units moved for an order that does not exist",
                                file.name(),
                                String.join(", ", skus)));
    }

    /** Units leave a depot only where they are allocated. */
    private static void depots(OrderFile file, String sku, Findings found) {
        var left = new TreeMap<String, Integer>();
        file.units(sku)
                .forEach(fact -> fact.entry()
                        .lines()
                        .forEach(line -> left.merge(
                                line.depot().value(),
                                Effects.allocated(fact.entry().kind()) * line.quantity(),
                                Integer::sum)));
        left.forEach((depot, units) -> found.unless(
                units >= 0,
                "S6",
                -units + " more units of " + sku + " left depot " + depot + " than were allocated there",
                file.name(),
                "sku " + sku));
    }

    private static void allocated(OrderFile file, OrderFact order, Findings found) {
        var ordered = order.lines().stream()
                .collect(Collectors.toMap(OrderedLine::sku, OrderedLine::quantity, Integer::sum, TreeMap::new));
        int lacking = 0;
        for (var line : ordered.entrySet()) {
            int taken = taken(file, line.getKey(), false);
            int live = taken(file, line.getKey(), true);
            lacking += line.getValue() - taken;
            found.unless(
                    taken <= line.getValue(),
                    "S4",
                    taken + " units of " + line.getKey() + " are allocated and " + line.getValue() + " were ordered",
                    file.name(),
                    "sku " + line.getKey());
            if (MoneyRules.CAME_TO_NOTHING.contains(order.state())) {
                found.unless(
                        live <= 0,
                        "S4",
                        "it came to nothing and still has " + live + " units of " + line.getKey(),
                        file.name(),
                        "sku " + line.getKey());
            }
        }
        if (MoneyRules.STANDS.contains(order.state())) {
            found.unless(
                    lacking == order.missing(),
                    "S4",
                    "it lacks " + lacking + " of its units and " + order.missing() + " are reported missing",
                    file.name());
        }
        strangers(file, ordered, found);
    }

    private static void strangers(OrderFile file, Map<String, Integer> ordered, Findings found) {
        var others = new HashMap<String, Integer>();
        for (EntryFact fact : file.units()) {
            if (!ordered.containsKey(fact.entry().sku())) {
                others.merge(fact.entry().sku(), 1, Integer::sum);
            }
        }
        others.keySet()
                .forEach(sku -> found.add(
                        "S4", "units of " + sku + " moved for it, which it did not order", file.name(), "sku " + sku));
    }

    /** Units that were allocated and not taken back; without those that left, when they are to be live. */
    private static int taken(OrderFile file, String sku, boolean live) {
        return file.units(sku)
                .mapToInt(fact -> fact.entry().lines().stream()
                                .mapToInt(line -> line.quantity())
                                .sum()
                        * switch (fact.entry().kind()) {
                            case ALLOCATE -> 1;
                            case RELEASE -> -1;
                            case DISPATCH -> live ? -1 : 0;
                            default -> 0;
                        })
                .sum();
    }
}
