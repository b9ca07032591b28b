package com.ecamazon.dispatching.store;

import com.ecamazon.contract.dispatching.Rounds.Centre;
import com.ecamazon.contract.dispatching.Rounds.Centres;
import com.ecamazon.contract.dispatching.Rounds.Entered;
import com.ecamazon.contract.dispatching.Rounds.PutCentre;
import com.ecamazon.contract.dispatching.Rounds.PutDepot;
import com.ecamazon.dispatching.domain.Fleet.RoundDepot;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;

/** The places that stand still: depots that rounds start from, and sorting centres. */
public final class Depots {
    private static final int ALL = 1_000;
    private static final JsonObject BY_ID = new JsonObject().put("_id", 1);

    private final Documents<RoundDepot> depots;
    private final Documents<Centre> centres;

    public Depots(Database database) {
        depots = database.documents("depots", RoundDepot.class);
        centres = database.documents("centres", Centre.class);
    }

    public Future<Entered> enter(PutDepot put) {
        var depot = new RoundDepot(put.id(), put.name(), put.position());
        var id = put.id().value();
        return depots.decide(
                id, known -> depot.equals(known) ? Decision.unchanged(new Entered(id)) : entered(depot, id));
    }

    public Future<Entered> enter(PutCentre put) {
        var centre = new Centre(put.id(), put.name(), put.position(), put.docks());
        var id = put.id().value();
        return centres.decide(
                id, known -> centre.equals(known) ? Decision.unchanged(new Entered(id)) : entered(centre, id));
    }

    private static <S> Decision<S, Entered> entered(S state, String id) {
        return Decision.change(state, new Entered(id));
    }

    public Future<List<RoundDepot>> depots() {
        return depots.find(new JsonObject(), BY_ID, ALL)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    public Future<Centres> centres() {
        return centres.find(new JsonObject(), BY_ID, ALL)
                .map(found -> new Centres(found.stream().map(Versioned::state).toList()));
    }
}
