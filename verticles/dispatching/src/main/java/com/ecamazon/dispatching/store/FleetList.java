package com.ecamazon.dispatching.store;

import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.Entered;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.dispatching.domain.Fleet.FleetDriver;
import com.ecamazon.dispatching.domain.Fleet.FleetVehicle;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The vans and drivers, and which round has each of them: whoever writes its round into one first has it. */
public final class FleetList {
    private static final int ALL = 5_000;
    private static final String USER = "state.user";
    private static final String VEHICLE = "state.vehicle";
    private static final JsonObject BY_ID = new JsonObject().put("_id", 1);

    private final Documents<FleetVehicle> vehicles;
    private final Documents<FleetDriver> drivers;

    public FleetList(Database database) {
        vehicles = database.documents("vehicles", FleetVehicle.class);
        drivers = database.documents("drivers", FleetDriver.class).index(USER).index(VEHICLE);
    }

    public Future<Entered> enter(PutVehicle put) {
        return vehicles.decide(
                put.id().value(),
                known -> entered(
                        known, FleetVehicle.entered(known, put), put.id().value()));
    }

    public Future<Entered> enter(PutDriver put) {
        return drivers.decide(
                put.id().value(),
                known ->
                        entered(known, FleetDriver.entered(known, put), put.id().value()));
    }

    private static <S> Decision<S, Entered> entered(@Nullable S known, S put, String id) {
        return put.equals(known) ? Decision.unchanged(new Entered(id)) : Decision.change(put, new Entered(id));
    }

    public Future<List<FleetVehicle>> vehicles() {
        return vehicles.find(new JsonObject(), BY_ID, ALL).map(FleetList::states);
    }

    public Future<List<FleetDriver>> drivers() {
        return drivers.find(new JsonObject(), BY_ID, ALL).map(FleetList::states);
    }

    public Future<Optional<FleetVehicle>> vehicle(VehicleId id) {
        return vehicles.find(id.value()).map(found -> found.map(Versioned::state));
    }

    public Future<Optional<FleetDriver>> driver(DriverId id) {
        return drivers.find(id.value()).map(found -> found.map(Versioned::state));
    }

    /** The drivers that sign in with this account. */
    public Future<List<FleetDriver>> drivers(UserId user) {
        return drivers.find(new JsonObject().put(USER, user.value()), BY_ID, ALL)
                .map(FleetList::states);
    }

    /** The drivers of this van. */
    public Future<List<FleetDriver>> drivers(VehicleId vehicle) {
        return drivers.find(new JsonObject().put(VEHICLE, vehicle.value()), BY_ID, ALL)
                .map(FleetList::states);
    }

    private static <S> List<S> states(List<Versioned<S>> found) {
        return found.stream().map(Versioned::state).toList();
    }

    /** Takes the van for a round; false when another round has it. */
    public Future<Boolean> take(VehicleId id, RoundId round) {
        return vehicles.decide(
                id.value(),
                known -> known == null || taken(known.round(), round)
                        ? Decision.unchanged(false)
                        : Decision.change(known.with(round), true));
    }

    /** Takes the driver for a round; false when another round has the driver, or the driver went off duty. */
    public Future<Boolean> take(DriverId id, RoundId round) {
        return drivers.decide(
                id.value(),
                known -> known == null || !known.onDuty() || taken(known.round(), round)
                        ? Decision.unchanged(false)
                        : Decision.change(known.with(round), true));
    }

    private static boolean taken(@Nullable RoundId by, RoundId round) {
        return by != null && !by.equals(round);
    }

    /** Lets van and driver go, if this round has them. */
    public Future<?> letGo(VehicleId vehicle, DriverId driver, RoundId round) {
        return Future.all(
                vehicles.decide(
                        vehicle.value(),
                        known -> known == null || !round.equals(known.round())
                                ? Decision.unchanged(false)
                                : Decision.change(known.with(null), true)),
                drivers.decide(
                        driver.value(),
                        known -> known == null || !round.equals(known.round())
                                ? Decision.unchanged(false)
                                : Decision.change(known.with(null), true)));
    }
}
