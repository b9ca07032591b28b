package com.ecamazon.stock.store;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.auditor.StockFacts.StockOnFile;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.SkuStock;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stock of each SKU, one document per SKU. */
public final class Stocks {
    private static final JsonObject BY_SKU = new JsonObject().put("_id", 1);

    private final Documents<SkuStock> documents;

    public Stocks(Database database) {
        documents = database.documents("stocks", SkuStock.class).index("state.nextExpiry");
    }

    /** Decides on a SKU's stock and saves it; the decision gets null for a SKU that was never received. */
    public <R> Future<R> decide(Sku sku, Function<@Nullable SkuStock, Decision<SkuStock, R>> decision) {
        return documents.decide(sku.value(), decision);
    }

    /** Fails with {@link com.ecamazon.platform.data.DuplicateId} when the SKU is known. */
    public Future<Void> insert(SkuStock stock, Write write) {
        return documents.insert(stock.sku().value(), stock, write).mapEmpty();
    }

    public Future<Optional<SkuStock>> find(Sku sku) {
        return documents.find(sku.value()).map(found -> found.map(Versioned::state));
    }

    /**
     * Stocks in order of SKU.
     *
     * @param after only SKUs after this one
     * @param prefix only SKUs that start with this
     * @param low only SKUs with fewer available units
     */
    public Future<List<SkuStock>> page(
            @Nullable String after, @Nullable String prefix, @Nullable Integer low, int limit) {
        var range = prefix == null ? new JsonObject() : Prefixes.range(prefix);
        if (after != null) {
            range.remove("$gte");
            range.put("$gt", prefix != null && prefix.compareTo(after) > 0 ? prefix : after);
        }
        var filter = new JsonObject();
        if (!range.isEmpty()) {
            filter.put("_id", range);
        }
        if (low != null) {
            filter.put("state.available", new JsonObject().put("$lt", low));
        }
        return states(filter, BY_SKU, limit);
    }

    /** A part of the SKUs as they are stored, whatever the rules say. */
    public Future<Slice<StockOnFile>> slice(Window window) {
        return documents.slice(StockOnFile.class, window);
    }

    /** The SKUs with a hold that has ended, longest ago first. */
    public Future<List<Sku>> expired(Instant now, int limit) {
        var ended = new JsonObject().put("$lte", new JsonObject().put("$date", now.toString()));
        return states(
                        new JsonObject().put("state.nextExpiry", ended),
                        new JsonObject().put("state.nextExpiry", 1),
                        limit)
                .map(stocks -> stocks.stream().map(SkuStock::sku).toList());
    }

    private Future<List<SkuStock>> states(JsonObject filter, JsonObject sort, int limit) {
        return documents
                .find(filter, sort, limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }
}
