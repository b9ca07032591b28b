package com.ecamazon.shipping.store;

import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.Parcels.ReturnPage;
import com.ecamazon.contract.shipping.Parcels.ReturnsQuery;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.shipping.domain.ReturnCase;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The returns, by number. */
public final class Returns {
    private static final String STATE = "state.state";
    private static final String ORDER = "state.order";
    private static final String SSCC = "state.sscc";
    private static final NewestFirst NEWEST_FIRST = new NewestFirst("state.openedAt");

    private final Documents<ReturnCase> documents;

    public Returns(Database database) {
        documents = database.documents("returns", ReturnCase.class)
                .index(SSCC)
                .index(ORDER, "_id")
                .index(NEWEST_FIRST.time(), "_id")
                .index(STATE, NEWEST_FIRST.time(), "_id");
    }

    public Future<Optional<ReturnCase>> find(ReturnNumber number) {
        return documents.find(number.value()).map(found -> found.map(Versioned::state));
    }

    /** The return that has this label. */
    public Future<Optional<ReturnCase>> labelled(Sscc sscc) {
        return documents
                .find(new JsonObject().put(SSCC, sscc.value()), new JsonObject(), 1)
                .map(found -> found.stream().findFirst().map(Versioned::state));
    }

    public <R> Future<R> decide(ReturnNumber number, Function<@Nullable ReturnCase, Decision<ReturnCase, R>> decision) {
        return documents.decide(number.value(), decision);
    }

    /** A page, newest first. */
    public Future<ReturnPage> page(ReturnsQuery query) {
        var filter = new JsonObject();
        var state = query.state();
        if (state != null) {
            filter.put(STATE, state.name().toLowerCase(Locale.ROOT));
        }
        int limit = query.limit() == null ? 50 : query.limit();
        return documents
                .find(NEWEST_FIRST.after(query.cursor(), filter), NEWEST_FIRST.sort(), limit + 1)
                .map(found -> {
                    var items = found.stream()
                            .limit(limit)
                            .map(one -> one.state().shown())
                            .toList();
                    return new ReturnPage(items, found.size() > limit ? cursor(items.getLast()) : null);
                });
    }

    /** A part of the returns, by order. */
    public Future<Slice<ReturnCase>> slice(Window window) {
        return documents.slice(
                ReturnCase.class, ORDER, found -> found.state().order().value(), window);
    }

    private static String cursor(Return last) {
        return Cursor.of(last.openedAt(), last.number());
    }
}
