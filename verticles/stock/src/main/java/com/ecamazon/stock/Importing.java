package com.ecamazon.stock;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.LevelReply;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Levels.ReceiveMany;
import com.ecamazon.contract.stock.Levels.ReceivedItem;
import com.ecamazon.contract.stock.Levels.ReceivedMany;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.Counting;
import com.ecamazon.stock.domain.EntryIds;
import com.ecamazon.stock.domain.History;
import com.ecamazon.stock.domain.LedgerEntry;
import com.ecamazon.stock.domain.SkuStock;
import com.ecamazon.stock.domain.Verdict;
import com.ecamazon.stock.domain.Verdict.AskLedger;
import com.ecamazon.stock.domain.Verdict.Decided;
import com.ecamazon.stock.domain.Verdict.Unchanged;
import com.ecamazon.stock.store.DepotDirectory;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** Receives units of many SKUs. Most are new in an import, so each SKU is inserted first and looked at only when known. */
final class Importing {
    private final StockKeeping keeping;
    private final DepotDirectory depots;

    Importing(StockKeeping keeping, DepotDirectory depots) {
        this.keeping = keeping;
        this.depots = depots;
    }

    Future<ReceivedMany> receive(Request<ReceiveMany> request) {
        var many = request.body();
        var actor = request.caller().subject();
        var bySku = many.items().stream()
                .collect(Collectors.groupingBy(ReceivedItem::sku, LinkedHashMap::new, Collectors.toList()));
        return depots.require(many.items().stream().map(ReceivedItem::depot).collect(Collectors.toSet()))
                .compose(_ -> Future.all(bySku.entrySet().stream()
                        .map(items -> receive(items.getKey(), receipts(items.getValue(), many.reference()), actor))
                        .toList()))
                .map(done -> {
                    int received = done.<Integer>list().stream()
                            .mapToInt(Integer::intValue)
                            .sum();
                    return new ReceivedMany(received, many.items().size() - received);
                });
    }

    private static List<Receipt> receipts(List<ReceivedItem> items, String reference) {
        return items.stream()
                .map(item -> new Receipt(item.sku(), item.depot(), item.quantity(), reference))
                .toList();
    }

    /** How many of the receipts were new. */
    private Future<Integer> receive(Sku sku, List<Receipt> receipts, String actor) {
        var now = keeping.now();
        var stock = SkuStock.none(sku, now);
        var entries = new ArrayList<LedgerEntry>();
        for (var receipt : receipts) {
            if (Counting.receive(stock, receipt, actor, History.EMPTY, now) instanceof Decided<LevelReply> decided) {
                stock = decided.stock();
                entries.addAll(decided.entries());
            }
        }
        var first = new Decided<>(stock, entries, List.of(), sku);
        return keeping.introduce(first)
                .map(_ -> entries.size())
                .recover(failure -> failure instanceof DuplicateId
                        ? receiveMore(sku, receipts, actor)
                        : Future.failedFuture(failure));
    }

    private Future<Integer> receiveMore(Sku sku, List<Receipt> receipts, String actor) {
        return Future.all(receipts.stream()
                        .map(receipt -> receiveMore(sku, receipt, actor))
                        .toList())
                .map(done -> done.<Integer>list().stream()
                        .mapToInt(Integer::intValue)
                        .sum());
    }

    private static Verdict<Integer> counted(Verdict<LevelReply> verdict) {
        return switch (verdict) {
            case Decided<LevelReply> decided -> new Decided<>(decided.stock(), decided.entries(), decided.news(), 1);
            case Unchanged<LevelReply> _ -> new Unchanged<>(0);
            case AskLedger<LevelReply> _ -> new AskLedger<>();
        };
    }

    private Future<Integer> receiveMore(Sku sku, Receipt receipt, String actor) {
        return keeping.decide(
                sku,
                EntryIds.ofReceipt(receipt.reference(), sku, receipt.depot()),
                Write.JOURNALED,
                (stock, history, now) -> counted(Counting.receive(stock, receipt, actor, history, now)));
    }
}
