package com.ecamazon.dispatching.store;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.dispatching.domain.RoundParcel;
import com.ecamazon.dispatching.domain.RoundParcel.Where;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The parcels between label and door, by SSCC. A round takes a parcel by writing itself into its document. */
public final class RoundParcels {
    private static final String WHERE = "state.where";
    private static final String DEPOT = "state.depot";
    private static final String ORDER = "state.order";
    private static final String UNTIL = "state.until";
    private static final String WAITING = "waiting";

    private final Documents<RoundParcel> documents;

    public RoundParcels(Database database) {
        documents = database.documents("parcels", RoundParcel.class)
                .index(WHERE, UNTIL)
                .index(WHERE, DEPOT, UNTIL)
                .index(ORDER, "_id");
    }

    public Future<Optional<RoundParcel>> find(Sscc sscc) {
        return documents.find(sscc.value()).map(found -> found.map(Versioned::state));
    }

    /** Parcels in no round, the most urgent first. */
    public Future<List<RoundParcel>> waiting(@Nullable DepotId depot, int limit) {
        var filter = new JsonObject().put(WHERE, WAITING);
        if (depot != null) {
            filter.put(DEPOT, depot.value());
        }
        return documents
                .find(filter, new JsonObject().put(UNTIL, 1), limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** A part of the parcels, by order. */
    public Future<Slice<RoundParcel>> slice(Window window) {
        return documents.slice(
                RoundParcel.class, ORDER, found -> found.state().order().value(), window);
    }

    /** Those of the parcels that are known. */
    public Future<List<RoundParcel>> all(Collection<Sscc> ssccs) {
        return documents
                .findAll(ssccs.stream().map(Sscc::value).toList())
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** A labelled parcel waits; it is entered once. */
    public Future<?> enter(RoundParcel parcel) {
        return documents.decide(
                parcel.sscc().value(),
                known -> known == null ? Decision.change(parcel, true) : Decision.unchanged(false));
    }

    /** Takes a waiting parcel into a round; false when it does not wait any more. */
    public Future<Boolean> take(Sscc sscc, RoundId round) {
        return documents.decide(sscc.value(), known -> {
            if (known == null) {
                return Decision.unchanged(false);
            }
            if (known.isIn(round)) {
                return Decision.unchanged(true);
            }
            return known.where() == Where.WAITING
                    ? Decision.change(known.taken(round), true)
                    : Decision.unchanged(false);
        });
    }

    /** Changes a parcel that is in this round; one that is not stays as it is. */
    public Future<?> change(Sscc sscc, RoundId round, UnaryOperator<RoundParcel> change) {
        return documents.decide(
                sscc.value(),
                known -> known == null || !known.isIn(round)
                        ? Decision.unchanged(false)
                        : Decision.change(change.apply(known), true));
    }
}
