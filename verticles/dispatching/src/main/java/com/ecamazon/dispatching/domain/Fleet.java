package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.Driver;
import com.ecamazon.contract.dispatching.Rounds.LastPosition;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.contract.dispatching.Rounds.Vehicle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Depots, vans and drivers as they are kept, and which of them are free. */
public final class Fleet {
    private Fleet() {}

    /** Where rounds start. */
    public record RoundDepot(DepotId id, String name, Position position) {}

    /**
     * A van.
     *
     * @param round that has it; a van has one at most
     */
    public record FleetVehicle(
            VehicleId id,
            String plate,
            DepotId depot,
            int grams,
            long cubicCentimetres,
            int parcels,
            @Nullable RoundId round) {
        /** As entered; a round that has the van keeps it. */
        public static FleetVehicle entered(@Nullable FleetVehicle before, PutVehicle put) {
            return new FleetVehicle(
                    put.id(),
                    put.plate(),
                    put.depot(),
                    put.capacityGrams(),
                    put.capacityCubicCentimetres(),
                    put.capacityParcels(),
                    before == null ? null : before.round);
        }

        /** With this round, or free. */
        public FleetVehicle with(@Nullable RoundId next) {
            return new FleetVehicle(id, plate, depot, grams, cubicCentimetres, parcels, next);
        }

        /** What staff sees. */
        public Vehicle shown(@Nullable LastPosition last) {
            return new Vehicle(id, plate, depot, grams, cubicCentimetres, parcels, last);
        }
    }

    /**
     * A driver.
     *
     * @param round that has the driver; a driver has one at most
     */
    public record FleetDriver(
            DriverId id,
            String name,
            @Nullable UserId user,
            VehicleId vehicle,
            boolean onDuty,
            @Nullable RoundId round) {
        /** As entered; a round that has the driver keeps it. */
        public static FleetDriver entered(@Nullable FleetDriver before, PutDriver put) {
            return new FleetDriver(
                    put.id(),
                    put.name(),
                    put.user(),
                    put.vehicle(),
                    put.onDuty(),
                    before == null ? null : before.round);
        }

        /** With this round, or free. */
        public FleetDriver with(@Nullable RoundId next) {
            return new FleetDriver(id, name, user, vehicle, onDuty, next);
        }

        /** What staff sees. */
        public Driver shown() {
            return new Driver(id, name, user, vehicle, onDuty);
        }
    }

    /** The vans of a depot that are free and have a free driver on duty, in order of their ids. */
    public static List<RoundPlanner.Van> free(DepotId depot, List<FleetVehicle> vehicles, List<FleetDriver> drivers) {
        var vans = new ArrayList<RoundPlanner.Van>();
        vehicles.stream()
                .filter(vehicle -> vehicle.depot().equals(depot) && vehicle.round() == null)
                .sorted(Comparator.comparing(vehicle -> vehicle.id().value()))
                .forEach(vehicle -> drivers.stream()
                        .filter(driver -> driver.vehicle().equals(vehicle.id()))
                        .filter(driver -> driver.onDuty() && driver.round() == null)
                        .min(Comparator.comparing(driver -> driver.id().value()))
                        .ifPresent(driver -> vans.add(new RoundPlanner.Van(
                                vehicle.id(),
                                driver.id(),
                                vehicle.grams(),
                                vehicle.cubicCentimetres(),
                                vehicle.parcels()))));
        return vans;
    }
}
