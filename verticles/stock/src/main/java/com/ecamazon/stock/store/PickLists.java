package com.ecamazon.stock.store;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import com.ecamazon.stock.domain.PickList;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The pick lists. */
public final class PickLists {
    /** Far more lists than an order can have. */
    private static final int MOST_OF_ONE_ORDER = 1_000;

    private static final JsonObject OLDEST_FIRST = new JsonObject().put("state.turn", 1);

    private final Documents<PickList> documents;

    public PickLists(Database database) {
        documents = database.documents("pickLists", PickList.class)
                .index("state.state", "state.turn")
                .index("state.order");
    }

    /** Adds a list; a repeat changes nothing. */
    public Future<Void> add(PickList list) {
        return documents
                .insert(list.id().value(), list, Write.PLAIN)
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** Decides on a list and saves it; the decision gets null when there is none. */
    public <R> Future<R> decide(PickId id, Function<@Nullable PickList, Decision<PickList, R>> decision) {
        return documents.decide(id.value(), decision);
    }

    public Future<Optional<PickList>> find(PickId id) {
        return documents.find(id.value()).map(found -> found.map(Versioned::state));
    }

    /** All lists of an order. */
    public Future<List<PickList>> of(OrderNumber order) {
        return states(new JsonObject().put("state.order", order.value()), OLDEST_FIRST, MOST_OF_ONE_ORDER);
    }

    /**
     * Lists, oldest first.
     *
     * @param after the turn of the last list of the page before
     */
    public Future<List<PickList>> page(
            @Nullable DepotId depot, @Nullable PickState state, @Nullable String after, int limit) {
        var filter = new JsonObject();
        if (depot != null) {
            filter.put("state.depot", depot.value());
        }
        if (state != null) {
            filter.put("state.state", state.name().toLowerCase(Locale.ROOT));
        }
        if (after != null) {
            filter.put("state.turn", new JsonObject().put("$gt", after));
        }
        return states(filter, OLDEST_FIRST, limit);
    }

    /** A part of the lists, by id. */
    public Future<Slice<PickList>> slice(Window window) {
        return documents.slice(PickList.class, window);
    }

    private Future<List<PickList>> states(JsonObject filter, JsonObject sort, int limit) {
        return documents
                .find(filter, sort, limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }
}
