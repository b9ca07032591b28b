package com.ecamazon.stock;

import com.ecamazon.contract.stock.Levels;
import com.ecamazon.contract.stock.Levels.Depot;
import com.ecamazon.contract.stock.Levels.DepotsQuery;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.stock.store.DepotDirectory;
import io.vertx.core.Future;

/** The depots: entered and listed. */
final class Depots {
    private final DepotDirectory directory;

    Depots(DepotDirectory directory) {
        this.directory = directory;
    }

    Future<Depot> put(Request<PutDepot> request) {
        var put = request.body();
        return directory.put(new Depot(put.id(), put.name(), put.city(), put.position()));
    }

    Future<Levels.Depots> all(Request<DepotsQuery> request) {
        return directory.all().map(Levels.Depots::new);
    }
}
