package com.ecamazon.dispatching.store;

import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.LastPosition;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where each van was seen some seconds ago. */
public final class LastPositions {
    private static final int ALL = 5_000;

    private final Documents<LastPosition> documents;

    public LastPositions(Database database) {
        documents = database.documents("positions", LastPosition.class);
    }

    public Future<Optional<LastPosition>> find(VehicleId vehicle) {
        return documents.find(vehicle.value()).map(found -> found.map(Versioned::state));
    }

    public Future<Map<VehicleId, LastPosition>> all() {
        return documents
                .find(new JsonObject(), new JsonObject(), ALL)
                .map(found ->
                        found.stream().collect(Collectors.toMap(one -> new VehicleId(one.id()), Versioned::state)));
    }

    /** Keeps the newer of two positions. */
    public Future<?> keep(VehicleId vehicle, LastPosition position) {
        return documents.decide(
                vehicle.value(),
                known -> known == null || known.at().isBefore(position.at())
                        ? Decision.change(position, true)
                        : Decision.unchanged(false));
    }
}
