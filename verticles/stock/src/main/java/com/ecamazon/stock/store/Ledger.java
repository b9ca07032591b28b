package com.ecamazon.stock.store;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.stock.domain.History;
import com.ecamazon.stock.domain.LedgerEntry;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The ledger of stock movements: append-only, and the memory of all that was ever done. */
public final class Ledger {
    /** Far more entries than one order can make for one SKU. */
    private static final int MOST_OF_ONE_CAUSE = 1_000;

    private final Documents<LedgerEntry> entries;

    public Ledger(Database database) {
        entries = database.documents("movements", LedgerEntry.class).index("state.sku", "state.at");
    }

    /** Adds entries; those that are there already stay as they are. */
    public Future<Void> append(List<LedgerEntry> made) {
        return entries.append(
                made.stream().collect(Collectors.toMap(LedgerEntry::id, Function.identity(), (first, _) -> first)));
    }

    /** What was done for a cause, by the common start of its entries' ids. */
    public Future<History> of(String cause) {
        return find(new JsonObject().put("_id", Prefixes.range(cause)), new JsonObject(), MOST_OF_ONE_CAUSE)
                .map(History::of);
    }

    /** Those of the ids that are in the ledger. */
    public Future<List<String>> known(List<String> ids) {
        var wanted = new JsonObject().put("$in", new JsonArray(ids));
        return find(new JsonObject().put("_id", wanted), new JsonObject(), ids.size())
                .map(found -> found.stream().map(LedgerEntry::id).toList());
    }

    /** A SKU's entries, newest first. */
    public Future<List<LedgerEntry>> newest(Sku sku, int limit) {
        return find(new JsonObject().put("state.sku", sku.value()), new JsonObject().put("state.at", -1), limit);
    }

    /** A part of the ledger, by id. */
    public Future<Slice<LedgerEntry>> slice(Window window) {
        return entries.slice(LedgerEntry.class, window);
    }

    /** A SKU's entries under their keys, oldest first, from this time on. */
    public Future<List<Versioned<LedgerEntry>>> since(Sku sku, @Nullable Instant from, int limit) {
        var filter = new JsonObject().put("state.sku", sku.value());
        if (from != null) {
            filter.put("state.at", new JsonObject().put("$gte", new JsonObject().put("$date", from.toString())));
        }
        return entries.find(filter, new JsonObject().put("state.at", 1), limit);
    }

    private Future<List<LedgerEntry>> find(JsonObject filter, JsonObject sort, int limit) {
        return entries.find(filter, sort, limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }
}
