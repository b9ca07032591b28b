package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Orders.OrderLine;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderConfirmed;
import com.ecamazon.contract.stock.Picks.PickLine;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/** Makes the pick lists of an order: one per depot that has units of it. */
public final class PickPlan {
    private PickPlan() {}

    /**
     * The lists of a confirmed order. The same order makes the same lists.
     *
     * @param bins where a SKU lies in a depot
     */
    public static List<PickList> of(OrderConfirmed order, BiFunction<Sku, DepotId, String> bins) {
        var lines = new TreeMap<String, List<PickLine>>();
        for (var allocation : order.allocations()) {
            for (var share : allocation.shares()) {
                var sku = allocation.sku();
                lines.computeIfAbsent(share.depot().value(), _ -> new ArrayList<>())
                        .add(new PickLine(
                                sku, title(order, sku), bins.apply(sku, share.depot()), share.quantity(), 0, 0));
            }
        }
        return lines.entrySet().stream()
                .map(entry -> PickList.open(
                        new PickId(order.number() + "-" + entry.getKey()),
                        order.number(),
                        new DepotId(entry.getKey()),
                        entry.getValue(),
                        order.recipient(),
                        order.at()))
                .toList();
    }

    /** The lists for units that other depots give instead; the same report makes the same lists. */
    public static List<PickList> instead(
            UnitsShort report, Leaving.Replaced replaced, BiFunction<Sku, DepotId, String> bins) {
        var shares = replaced.shares();
        return IntStream.range(0, shares.size())
                .mapToObj(i -> PickList.open(
                        new PickId(report.reference() + "-" + (i + 1)),
                        report.order(),
                        shares.get(i).depot(),
                        List.of(new PickLine(
                                report.sku(),
                                report.title(),
                                bins.apply(report.sku(), shares.get(i).depot()),
                                shares.get(i).quantity(),
                                0,
                                0)),
                        report.recipient(),
                        report.at()))
                .toList();
    }

    private static String title(OrderConfirmed order, Sku sku) {
        return order.lines().stream()
                .filter(line -> line.sku().equals(sku))
                .map(OrderLine::title)
                .findFirst()
                .orElse(sku.value());
    }
}
