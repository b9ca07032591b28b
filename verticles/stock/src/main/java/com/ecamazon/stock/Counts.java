package com.ecamazon.stock;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnInspected;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnOpened;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.KeepBack;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.Counting;
import com.ecamazon.stock.domain.EntryIds;
import com.ecamazon.stock.store.DepotDirectory;
import io.vertx.core.Future;
import java.util.List;
import java.util.stream.Collectors;

/** Changes what is counted: receipts, adjustments, what is kept back, returns. */
final class Counts {
    private final StockKeeping keeping;
    private final DepotDirectory depots;

    Counts(StockKeeping keeping, DepotDirectory depots) {
        this.keeping = keeping;
        this.depots = depots;
    }

    Future<LevelReply> receive(Request<Receipt> request) {
        var receipt = request.body();
        return depots.require(List.of(receipt.depot()))
                .compose(_ -> keeping.decide(
                        receipt.sku(),
                        EntryIds.ofReceipt(receipt.reference(), receipt.sku(), receipt.depot()),
                        Write.JOURNALED,
                        (stock, history, now) -> Counting.receive(
                                stock, receipt, request.caller().subject(), history, now)));
    }

    Future<LevelReply> adjust(Request<Adjustment> request) {
        var adjustment = request.body();
        return depots.require(List.of(adjustment.depot()))
                .compose(_ -> keeping.decide(
                        adjustment.sku(),
                        EntryIds.ofAdjustment(adjustment.reference(), adjustment.sku(), adjustment.depot()),
                        Write.JOURNALED,
                        (stock, history, now) -> Counting.adjust(
                                stock, adjustment, request.caller().subject(), history, now)));
    }

    Future<LevelReply> keepBack(Request<KeepBack> request) {
        var command = request.body();
        return keeping.decide(
                command.sku(), Write.JOURNALED, (stock, _, now) -> Counting.keepBack(stock, command, now));
    }

    Future<?> returnNews(Event<ReturnNews> event) {
        return switch (event.data()) {
            case ReturnInspected inspected -> returned(inspected);
            case ReturnOpened _ -> Future.succeededFuture();
        };
    }

    private Future<?> returned(ReturnInspected inspected) {
        var bySku = inspected.lines().stream().collect(Collectors.groupingBy(InspectedLine::sku));
        return Future.all(bySku.entrySet().stream()
                .map(lines -> returned(inspected, lines.getKey(), lines.getValue()))
                .toList());
    }

    private Future<Sku> returned(ReturnInspected inspected, Sku sku, List<InspectedLine> lines) {
        int all = lines.stream().mapToInt(InspectedLine::quantity).sum();
        int scrapped = lines.stream()
                .filter(line -> line.grade() == Grade.C)
                .mapToInt(InspectedLine::quantity)
                .sum();
        var units = new Counting.Returned(inspected.number(), inspected.depot(), all, scrapped);
        return keeping.decide(
                sku,
                EntryIds.ofReturn(inspected.number(), sku),
                Write.PLAIN,
                (stock, history, now) -> Counting.returned(stock, units, Domain.SHIPPING.address(), history, now));
    }
}
