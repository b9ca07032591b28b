package com.ecamazon.dispatching;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.LastPosition;
import com.ecamazon.contract.dispatching.Rounds.PositionHeard;
import com.ecamazon.contract.dispatching.Rounds.ReportPosition;
import com.ecamazon.contract.dispatching.Rounds.Van;
import com.ecamazon.contract.dispatching.Rounds.VanMoved;
import com.ecamazon.contract.dispatching.Rounds.VanMoved.Ahead;
import com.ecamazon.contract.dispatching.Rounds.VanQuery;
import com.ecamazon.contract.dispatching.Rounds.Vehicles;
import com.ecamazon.contract.dispatching.Rounds.VehiclesQuery;
import com.ecamazon.dispatching.domain.DeliveryRound;
import com.ecamazon.dispatching.domain.Fleet.FleetDriver;
import com.ecamazon.dispatching.domain.Fleet.FleetVehicle;
import com.ecamazon.dispatching.domain.Tracked;
import com.ecamazon.dispatching.domain.Travel;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.LastPositions;
import com.ecamazon.dispatching.store.RoundBook;
import com.ecamazon.dispatching.store.RoundParcels;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the vans are. Positions live in memory and are stored every few seconds, since the next one is never far; each
 * instance hears on the feed what the others were told.
 */
final class Vans {
    private static final Logger LOG = LoggerFactory.getLogger(Vans.class);
    private static final Duration STORE_EVERY = Duration.ofSeconds(5);
    private static final Duration CREW_KNOWN_FOR = Duration.ofSeconds(2);
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final FleetList fleet;
    private final RoundBook rounds;
    private final RoundParcels parcels;
    private final LastPositions positions;
    private final Travel travel;
    private final Bus bus;
    private final InstantSource clock;
    private final Map<VehicleId, LastPosition> seen = new HashMap<>();
    private final Map<VehicleId, Instant> storedAt = new HashMap<>();
    private final Map<VehicleId, Manned> manned = new HashMap<>();

    /** Who drives a van and with which round, as read a moment ago. */
    private record Manned(List<FleetDriver> drivers, Optional<DeliveryRound> round, Instant readAt) {}

    Vans(
            FleetList fleet,
            RoundBook rounds,
            RoundParcels parcels,
            LastPositions positions,
            Travel travel,
            Bus bus,
            InstantSource clock) {
        this.fleet = fleet;
        this.rounds = rounds;
        this.parcels = parcels;
        this.positions = positions;
        this.travel = travel;
        this.bus = bus;
        this.clock = clock;
    }

    /** Remembers where the vans were before a restart. */
    Future<?> load() {
        return positions.all().onSuccess(seen::putAll);
    }

    Future<PositionHeard> report(Request<ReportPosition> request) {
        var report = request.body();
        if (report.at().isAfter(clock.instant().plus(CLOCKS_DIFFER_BY))) {
            throw new InvalidRequest("/at", "at lies in the future");
        }
        return manned(report.vehicle()).map(crew -> {
            if (!isOfCrew(request.caller(), crew)) {
                throw new ProblemException(Problem.notFound());
            }
            return new PositionHeard(move(report, crew));
        });
    }

    private static boolean isOfCrew(Caller caller, Manned crew) {
        return Crew.isOffice(caller)
                || crew.drivers().stream().anyMatch(driver -> driver.user() != null && caller.is(driver.user()));
    }

    private boolean move(ReportPosition report, Manned crew) {
        var next = Tracked.after(seen.get(report.vehicle()), report);
        next.ifPresent(position -> {
            seen.put(report.vehicle(), position);
            store(report.vehicle(), position);
            bus.publish(DispatchingContract.VAN_FEED, moved(report.vehicle(), position, crew));
        });
        return next.isPresent();
    }

    private void store(VehicleId vehicle, LastPosition position) {
        var now = clock.instant();
        if (Tracked.isDue(storedAt.get(vehicle), now, STORE_EVERY)) {
            storedAt.put(vehicle, now);
            positions
                    .keep(vehicle, position)
                    .onFailure(failure -> LOG.warn("the position of {} is not stored", vehicle, failure));
        }
    }

    private VanMoved moved(VehicleId vehicle, LastPosition position, Manned crew) {
        var ahead = new ArrayList<Ahead>();
        crew.round()
                .filter(DeliveryRound::underWay)
                .ifPresent(round -> round.ahead(position.position(), clock.instant(), travel)
                        .forEach(stop -> ahead.add(new Ahead(stop.sscc(), ahead.size(), stop.estimated()))));
        return new VanMoved(
                vehicle,
                position.position(),
                position.speedMetresPerSecond(),
                position.at(),
                position.sequence(),
                ahead);
    }

    /** Another instance was told of a position. */
    void heard(VanMoved van) {
        var known = seen.get(van.vehicle());
        if (known == null || known.at().isBefore(van.at())) {
            seen.put(
                    van.vehicle(),
                    new LastPosition(van.position(), van.speedMetresPerSecond(), van.at(), van.sequence()));
        }
    }

    private Future<Manned> manned(VehicleId vehicle) {
        var known = manned.get(vehicle);
        var now = clock.instant();
        if (known != null && now.isBefore(known.readAt().plus(CREW_KNOWN_FOR))) {
            return Future.succeededFuture(known);
        }
        var drivers = fleet.drivers(vehicle);
        var round = fleet.vehicle(vehicle)
                .compose(found -> round(found.map(FleetVehicle::round).orElse(null)));
        return Future.all(drivers, round)
                .map(done -> new Manned(drivers.result(), round.result(), now))
                .onSuccess(read -> manned.put(vehicle, read));
    }

    private Future<Optional<DeliveryRound>> round(@Nullable RoundId id) {
        return id == null ? Future.succeededFuture(Optional.empty()) : rounds.find(id);
    }

    /** The van that brings a parcel, once it has left; nothing of other stops but how many come before. */
    Future<Van> show(Request<VanQuery> request) {
        var sscc = request.body().sscc();
        return parcels.find(sscc)
                .compose(found -> round(found.orElseThrow(() -> new ProblemException(Problem.notFound()))
                        .round()))
                .map(round -> round.filter(DeliveryRound::underWay)
                        .flatMap(driving -> van(driving, request.body()))
                        .orElse(new Van(sscc, null, null, null, null, null)));
    }

    private Optional<Van> van(DeliveryRound round, VanQuery query) {
        var last = seen.get(round.vehicle());
        var ahead = last == null
                ? round.stops().stream().filter(stop -> stop.actual() == null).toList()
                : round.ahead(last.position(), clock.instant(), travel);
        for (int before = 0; before < ahead.size(); before++) {
            var stop = ahead.get(before);
            if (stop.sscc().equals(query.sscc())) {
                return Optional.of(new Van(
                        query.sscc(),
                        last == null ? null : last.position(),
                        stop.estimated(),
                        before,
                        round.start(),
                        stop.door().position()));
            }
        }
        return Optional.empty();
    }

    Future<Vehicles> vehicles(Request<VehiclesQuery> request) {
        return fleet.vehicles()
                .map(found -> new Vehicles(found.stream()
                        .map(vehicle -> vehicle.shown(seen.get(vehicle.id())))
                        .toList()));
    }
}
