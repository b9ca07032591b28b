package com.ecamazon.contract.dispatching;

import com.ecamazon.contract.CentreId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drivers, vehicles, centres, delivery rounds, positions. */
public final class Rounds {
    /** How often a parcel goes out before it goes back to its sender. */
    public static final int MAX_ATTEMPTS = 3;

    private Rounds() {}

    /** Asks for the drivers. */
    public record DriversQuery() {}

    /** The drivers. */
    public record Drivers(List<Driver> items) {}

    /**
     * A driver.
     *
     * @param user the account the driver signs in with
     */
    public record Driver(DriverId id, String name, @Nullable UserId user, VehicleId vehicle, boolean onDuty) {}

    /** Enters or changes a driver. */
    public record PutDriver(
            DriverId id, String name, @Nullable UserId user, VehicleId vehicle, boolean onDuty) {
        public PutDriver {
            name = Require.text(name, "name", 120);
            Require.present(vehicle, "vehicle");
        }
    }

    /** Asks for the vehicles. */
    public record VehiclesQuery() {}

    /** The vehicles. */
    public record Vehicles(List<Vehicle> items) {}

    /** A van and where it was last seen. */
    public record Vehicle(
            VehicleId id,
            String plate,
            DepotId depot,
            int capacityGrams,
            long capacityCubicCentimetres,
            int capacityParcels,
            @Nullable LastPosition last) {}

    /** Where a van was last seen. */
    public record LastPosition(Position position, double speedMetresPerSecond, Instant at, long sequence) {}

    /** Enters or changes a vehicle. */
    public record PutVehicle(
            VehicleId id,
            String plate,
            DepotId depot,
            int capacityGrams,
            long capacityCubicCentimetres,
            int capacityParcels) {
        public PutVehicle {
            plate = Require.text(plate, "plate", 20);
            Require.present(depot, "depot");
            Require.range(capacityGrams, "capacityGrams", 1, 40_000_000);
            Require.that(capacityCubicCentimetres > 0, "capacityCubicCentimetres", "must be above 0");
            Require.range(capacityParcels, "capacityParcels", 1, 1_000);
        }
    }

    /** Asks for the sorting centres. */
    public record CentresQuery() {}

    /** The sorting centres. */
    public record Centres(List<Centre> items) {}

    /** A sorting centre. */
    public record Centre(CentreId id, String name, Position position, int docks) {}

    /** Enters or changes a sorting centre. */
    public record PutCentre(CentreId id, String name, Position position, int docks) {
        public PutCentre {
            name = Require.text(name, "name", 120);
            Require.present(position, "position");
            Require.range(docks, "docks", 1, 500);
        }
    }

    /** Enters or changes a depot that rounds start from. */
    public record PutDepot(DepotId id, String name, Position position) {
        public PutDepot {
            name = Require.text(name, "name", 120);
            Require.present(position, "position");
        }
    }

    /** Done: what was entered is kept. */
    public record Entered(String id) {}

    /** Asks for waiting parcels that are in no round. */
    public record WaitingQuery(@Nullable DepotId depot) {}

    /** Parcels that are in no round. */
    public record Waiting(List<WaitingParcel> items) {}

    /** A parcel that waits for a round. */
    public record WaitingParcel(
            Sscc sscc,
            OrderNumber order,
            DepotId depot,
            Position position,
            Instant from,
            Instant until,
            int attempts) {}

    /** Plans rounds for the waiting parcels of a depot, or of all. */
    public record PlanRounds(@Nullable DepotId depot) {}

    /** The plan: new rounds, and why a parcel is in none. */
    public record Plan(List<Round> rounds, List<Unassigned> unassigned) {}

    /** A parcel that is in no round, and why. */
    public record Unassigned(Sscc sscc, String reason) {}

    /** Where a round stands. */
    public enum RoundState {
        DRAFT,
        PLANNED,
        LOADING,
        DISPATCHED,
        IN_PROGRESS,
        COMPLETED,
        ABORTED
    }

    /** Where a stop stands. */
    public enum StopState {
        OPEN,
        DELIVERED,
        FAILED
    }

    /** Asks for rounds, newest first. */
    public record RoundsQuery(
            @Nullable RoundState state,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public RoundsQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of rounds. */
    public record RoundPage(List<Round> items, @Nullable String next) {}

    /** Asks for one round. */
    public record RoundQuery(RoundId id) {}

    /** Asks for the signed-in driver's round that is not over. */
    public record MyRoundQuery() {}

    /** The driver's round, if there is one. */
    public record MyRound(@Nullable Round round) {}

    /** A delivery round. */
    public record Round(
            RoundId id,
            long version,
            RoundState state,
            DepotId depot,
            Position start,
            VehicleId vehicle,
            DriverId driver,
            List<Stop> stops,
            long metres,
            Instant plannedAt) {}

    /**
     * A stop of a round.
     *
     * @param recipient the name on the door; gone once the stop is done
     * @param planned when the plan says
     * @param estimated when it is expected now
     */
    public record Stop(
            StopId id,
            Sscc sscc,
            OrderNumber order,
            StopState state,
            @Nullable String recipient,
            @Nullable String street,
            String city,
            Position position,
            Instant from,
            Instant until,
            Instant planned,
            Instant estimated,
            @Nullable Instant actual,
            @Nullable String reason) {}

    /** The van is loaded and leaves. */
    public record Depart(RoundId id) {}

    /** The parcel was handed over. */
    public record Deliver(
            RoundId id,
            StopId stop,
            String receivedBy,
            @Nullable Position position) {
        public Deliver {
            receivedBy = Require.text(receivedBy, "receivedBy", 120);
        }
    }

    /** Why a delivery failed. */
    public enum FailReason {
        NOT_AT_HOME,
        REFUSED,
        ADDRESS_NOT_FOUND,
        NO_ACCESS,
        DAMAGED
    }

    /** The parcel could not be handed over. */
    public record Fail(
            RoundId id,
            StopId stop,
            FailReason reason,
            @Nullable Position position) {
        public Fail {
            Require.present(reason, "reason");
        }
    }

    /** What a step of a round answers. */
    public sealed interface RoundReply {
        /** The round as it is now. */
        record Done(Round round) implements RoundReply {}

        /** The round or the stop is in another state. */
        @Outcome(status = 409, code = "WRONG_STATE", title = "The round is not in a state for this.")
        record WrongState(RoundState state) implements RoundReply {}
    }

    /**
     * Where a van is.
     *
     * @param sequence grows with each position of the vehicle; an older one is ignored
     */
    public record ReportPosition(
            VehicleId vehicle,
            long sequence,
            double lat,
            double lon,
            @Nullable Double speedMetresPerSecond,
            @Nullable Double accuracyMetres,
            Instant at) {
        public ReportPosition {
            Require.present(vehicle, "vehicle");
            Require.present(at, "at");
            Require.that(sequence >= 0, "sequence", "must not be negative");
            var _ = new Position(lat, lon);
        }
    }

    /** Heard. */
    public record PositionHeard(boolean used) {}

    /** Asks for the van that brings a parcel. */
    public record VanQuery(Sscc sscc) {}

    /**
     * The van that brings a parcel, once it is on its way.
     *
     * @param depot where it left
     * @param door where the parcel goes
     */
    public record Van(
            Sscc sscc,
            @Nullable Position position,
            @Nullable Instant estimated,
            @Nullable Integer stopsBefore,
            @Nullable Position depot,
            @Nullable Position door) {}

    /** News of {@link DispatchingContract#ROUNDS}. */
    public sealed interface RoundNews {
        /** A van left its depot with these parcels. */
        record RoundDeparted(
                RoundId round, VehicleId vehicle, DriverId driver, DepotId depot, List<Sscc> parcels, Instant at)
                implements RoundNews {}

        /** A parcel was handed over. */
        record StopDelivered(
                RoundId round,
                Sscc sscc,
                String receivedBy,
                @Nullable Position position,
                Instant at) implements RoundNews {}

        /** A parcel could not be handed over. */
        record StopFailed(
                RoundId round,
                Sscc sscc,
                FailReason reason,
                @Nullable Position position,
                Instant at) implements RoundNews {}
    }

    /** News of {@link DispatchingContract#VAN_FEED}: a van moved. */
    public record VanMoved(
            VehicleId vehicle,
            Position position,
            double speedMetresPerSecond,
            Instant at,
            long sequence,
            List<VanMoved.Ahead> ahead) {
        /** A parcel that is still in the van. */
        public record Ahead(Sscc sscc, int stopsBefore, Instant estimated) {}
    }
}
