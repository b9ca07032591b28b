package com.ecamazon.stock;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderCancelled;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderConfirmed;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderDelivered;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderRefused;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.EntryIds;
import com.ecamazon.stock.domain.Leaving;
import com.ecamazon.stock.domain.PickList;
import com.ecamazon.stock.domain.PickPlan;
import com.ecamazon.stock.domain.SkuStock;
import com.ecamazon.stock.domain.UnitsShort;
import com.ecamazon.stock.domain.Verdict;
import com.ecamazon.stock.store.PickLists;
import io.vertx.core.Future;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Releases work to the depots: pick lists for confirmed orders, and for units that another depot gives instead. */
final class PickRelease {
    private final StockKeeping keeping;
    private final PickLists pickLists;
    private final Withdrawing withdrawing;

    PickRelease(StockKeeping keeping, PickLists pickLists, Withdrawing withdrawing) {
        this.keeping = keeping;
        this.pickLists = pickLists;
        this.withdrawing = withdrawing;
    }

    Future<?> orderNews(Event<OrderNews> event) {
        return switch (event.data()) {
            case OrderConfirmed order ->
                bins(order.allocations().stream()
                                .map(allocation -> allocation.sku())
                                .toList())
                        .compose(bins -> release(order.number(), PickPlan.of(order, bins)));
            case OrderCancelled cancelled -> withdrawing.withdraw(cancelled.number());
            case OrderRefused _, OrderDelivered _ -> Future.succeededFuture();
        };
    }

    Future<?> unitsShort(List<Event<UnitsShort>> events) {
        return Future.all(events.stream().map(Event::data).map(this::replace).toList());
    }

    private Future<?> replace(UnitsShort report) {
        return keeping.decide(
                        report.sku(),
                        EntryIds.ofOrder(report.order(), report.sku()),
                        Write.PLAIN,
                        (stock, history, now) ->
                                Leaving.shortfall(stock, report.shortfall(), report.actor(), history, now))
                .compose(replaced -> bins(List.of(report.sku()))
                        .compose(bins -> release(report.order(), PickPlan.instead(report, replaced, bins))));
    }

    /** A withdrawal that came first has left a mark; one that comes later finds the lists. */
    private Future<?> release(OrderNumber order, List<PickList> lists) {
        return Future.all(lists.stream().map(pickLists::add).toList()).compose(_ -> withdrawing.endIfWithdrawn(order));
    }

    private Future<BiFunction<Sku, DepotId, String>> bins(Collection<Sku> skus) {
        Map<Sku, SkuStock> found = new HashMap<>();
        return Future.all(skus.stream()
                        .map(sku -> keeping.decide(sku, Write.PLAIN, (stock, _, _) -> Verdict.unchanged(stock))
                                .onSuccess(stock -> found.put(sku, stock)))
                        .toList())
                .map(_ -> (sku, depot) -> bin(found, sku, depot));
    }

    private static String bin(Map<Sku, SkuStock> found, Sku sku, DepotId depot) {
        var stock = found.get(sku);
        return stock == null ? "" : stock.bin(depot).orElse("");
    }
}
