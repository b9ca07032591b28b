package com.ecamazon.stock.store;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.stock.Levels.Depot;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The depots. There are few and none ever goes, so the known ones are remembered. */
public final class DepotDirectory {
    private static final int MOST = 1_000;

    private final Documents<Depot> documents;
    private final Set<DepotId> known = new HashSet<>();

    public DepotDirectory(Database database) {
        documents = database.documents("depots", Depot.class);
    }

    public Future<Depot> put(Depot depot) {
        return documents.decide(
                depot.id().value(),
                before -> depot.equals(before)
                        ? Decision.unchanged(depot)
                        : Decision.<Depot, Depot>change(depot, depot).journaled());
    }

    /** All depots, by id. */
    public Future<List<Depot>> all() {
        return documents
                .find(new JsonObject(), new JsonObject().put("_id", 1), MOST)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** Fails with {@link com.ecamazon.contract.InvalidRequest} when one of them is not there. */
    public Future<Void> require(Collection<DepotId> depots) {
        if (known.containsAll(depots)) {
            return Future.succeededFuture();
        }
        return all().map(all -> {
            all.forEach(depot -> known.add(depot.id()));
            Require.that(known.containsAll(depots), "depot", "is not a depot");
            return null;
        });
    }
}
