package com.ecamazon.shipping.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.ParcelFacts;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.shipping.Parcels.Parcel;
import com.ecamazon.contract.shipping.Parcels.ParcelPage;
import com.ecamazon.contract.shipping.Parcels.ParcelsQuery;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.shipping.domain.TracedParcel;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The parcels, by SSCC. */
public final class TracedParcels {
    private static final String ORDER = "state.order";
    private static final String STATUS = "state.status";
    private static final NewestFirst NEWEST_FIRST = new NewestFirst("state.createdAt");

    private final Documents<TracedParcel> documents;

    public TracedParcels(Database database) {
        documents = database.documents("parcels", TracedParcel.class)
                .index(NEWEST_FIRST.time(), "_id")
                .index(STATUS, NEWEST_FIRST.time(), "_id")
                .index(ORDER, NEWEST_FIRST.time(), "_id")
                .index(ORDER, "_id");
    }

    public Future<Optional<TracedParcel>> find(Sscc sscc) {
        return documents.find(sscc.value()).map(found -> found.map(Versioned::state));
    }

    public <R> Future<R> decide(Sscc sscc, Function<@Nullable TracedParcel, Decision<TracedParcel, R>> decision) {
        return documents.decide(sscc.value(), decision);
    }

    /** A page, newest first. */
    public Future<ParcelPage> page(ParcelsQuery query) {
        var filter = new JsonObject();
        var status = query.status();
        if (status != null) {
            filter.put(STATUS, status.name().toLowerCase(Locale.ROOT));
        }
        OrderNumber order = query.order();
        if (order != null) {
            filter.put(ORDER, order.value());
        }
        int limit = query.limit() == null ? 50 : query.limit();
        return documents
                .find(NEWEST_FIRST.after(query.cursor(), filter), NEWEST_FIRST.sort(), limit + 1)
                .map(found -> {
                    var items = found.stream()
                            .limit(limit)
                            .map(parcel -> parcel.state().shown())
                            .toList();
                    return new ParcelPage(items, found.size() > limit ? cursor(items.getLast()) : null);
                });
    }

    /** A part of the parcels as they are stored, by order, whatever the rules say. */
    public Future<ParcelFacts.ParcelPage> onFile(Window window) {
        return documents
                .slice(ParcelOnFile.class, ORDER, found -> found.state().order(), window)
                .map(slice -> new ParcelFacts.ParcelPage(
                        slice.shown(found -> found.state().fact(found.id())), slice.next()));
    }

    private static String cursor(Parcel last) {
        return Cursor.of(last.createdAt(), last.sscc());
    }
}
