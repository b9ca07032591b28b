package com.ecamazon.dispatching;

import com.ecamazon.contract.Event;
import com.ecamazon.dispatching.RoundAftermath.BroughtBack;
import com.ecamazon.dispatching.RoundAftermath.Delivered;
import com.ecamazon.dispatching.RoundAftermath.Over;
import com.ecamazon.dispatching.domain.RoundParcel;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.RoundParcels;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;

/** Does what follows from a round, from the round's outbox: a repeat changes nothing. */
final class Aftermath {
    private final RoundParcels parcels;
    private final FleetList fleet;

    Aftermath(RoundParcels parcels, FleetList fleet) {
        this.parcels = parcels;
        this.fleet = fleet;
    }

    Future<?> follow(List<Event<RoundAftermath>> events) {
        Future<?> done = Future.succeededFuture();
        for (var event : events) {
            done = done.compose(before -> follow(event.data()));
        }
        return done;
    }

    private Future<?> follow(RoundAftermath news) {
        return switch (news) {
            case Delivered at -> parcels.change(at.sscc(), at.round(), RoundParcel::delivered);
            case BroughtBack at -> parcels.change(at.sscc(), at.round(), parcel -> parcel.broughtBack(at.round()));
            case Over over -> letGo(over);
        };
    }

    private Future<?> letGo(Over over) {
        var all = new ArrayList<Future<?>>();
        all.add(fleet.letGo(over.vehicle(), over.driver(), over.round()));
        over.parcels().forEach(sscc -> all.add(parcels.change(sscc, over.round(), RoundParcel::letGo)));
        return Future.join(all);
    }
}
