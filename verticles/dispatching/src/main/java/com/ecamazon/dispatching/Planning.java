package com.ecamazon.dispatching;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.Rounds.Plan;
import com.ecamazon.contract.dispatching.Rounds.PlanRounds;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.Unassigned;
import com.ecamazon.dispatching.domain.DeliveryRound;
import com.ecamazon.dispatching.domain.Fleet;
import com.ecamazon.dispatching.domain.Fleet.FleetDriver;
import com.ecamazon.dispatching.domain.Fleet.FleetVehicle;
import com.ecamazon.dispatching.domain.Fleet.RoundDepot;
import com.ecamazon.dispatching.domain.RoundParcel;
import com.ecamazon.dispatching.domain.RoundPlanner;
import com.ecamazon.dispatching.domain.RoundPlanner.Planned;
import com.ecamazon.dispatching.domain.RoundPlanner.PlannedDrop;
import com.ecamazon.dispatching.domain.RoundPlanner.PlannedRound;
import com.ecamazon.dispatching.domain.Travel;
import com.ecamazon.dispatching.store.Depots;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.RoundBook;
import com.ecamazon.dispatching.store.RoundParcels;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import io.vertx.core.Future;
import io.vertx.core.WorkerExecutor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Plans rounds. A plan is made on what is free now; a round then becomes real step by step: its draft is written, it takes
 * van, driver and parcels, and only what it got is planned. Where two plans want the same, the first to take it has it. A
 * draft whose planner died is aborted later, and what it took is free again.
 */
final class Planning {
    private static final int MOST_WAITING = 2_000;
    private static final Duration DRAFT_LASTS = Duration.ofSeconds(60);

    private final Depots depots;
    private final FleetList fleet;
    private final RoundParcels parcels;
    private final RoundBook rounds;
    private final Travel travel;
    private final WorkerExecutor worker;
    private final InstantSource clock;
    private Future<?> last = Future.succeededFuture();

    Planning(
            Depots depots,
            FleetList fleet,
            RoundParcels parcels,
            RoundBook rounds,
            Travel travel,
            WorkerExecutor worker,
            InstantSource clock) {
        this.depots = depots;
        this.fleet = fleet;
        this.parcels = parcels;
        this.rounds = rounds;
        this.travel = travel;
        this.worker = worker;
        this.clock = clock;
    }

    /** What there is to plan with. */
    private record Free(
            List<RoundDepot> depots,
            List<FleetVehicle> vehicles,
            List<FleetDriver> drivers,
            List<RoundParcel> waiting) {}

    /** What one depot's plan came to. */
    private record Outcome(List<Round> rounds, List<Unassigned> unassigned) {}

    /** Plans of one instance queue, so that they do not take from each other what a moment later is gone. */
    Future<Plan> plan(Request<PlanRounds> request) {
        var plan = last.transform(done -> clock.instant().isBefore(request.deadline())
                ? planNow(request.body().depot())
                : Future.<Plan>failedFuture(new ProblemException(Problem.unavailable(Domain.DISPATCHING))));
        last = plan;
        return plan;
    }

    private Future<Plan> planNow(@Nullable DepotId depot) {
        return abortLeftDrafts()
                .compose(done -> free(depot))
                .compose(this::planAll)
                .map(outcomes -> new Plan(
                        outcomes.stream()
                                .flatMap(outcome -> outcome.rounds().stream())
                                .toList(),
                        outcomes.stream()
                                .flatMap(outcome -> outcome.unassigned().stream())
                                .toList()));
    }

    private Future<Free> free(@Nullable DepotId depot) {
        var places = depots.depots();
        var vehicles = fleet.vehicles();
        var drivers = fleet.drivers();
        var waiting = parcels.waiting(depot, MOST_WAITING);
        return Future.all(places, vehicles, drivers, waiting)
                .map(done -> new Free(places.result(), vehicles.result(), drivers.result(), waiting.result()));
    }

    private Future<List<Outcome>> planAll(Free free) {
        Map<DepotId, List<RoundParcel>> byDepot = free.waiting().stream()
                .collect(Collectors.groupingBy(RoundParcel::depot, LinkedHashMap::new, Collectors.toList()));
        Future<List<Outcome>> all = Future.succeededFuture(List.of());
        for (var depot : byDepot.entrySet()) {
            all = all.compose(
                    before -> planDepot(free, depot.getKey(), depot.getValue()).map(outcome -> {
                        var after = new ArrayList<>(before);
                        after.add(outcome);
                        return after;
                    }));
        }
        return all;
    }

    private Future<Outcome> planDepot(Free free, DepotId id, List<RoundParcel> waiting) {
        Optional<RoundDepot> known =
                free.depots().stream().filter(depot -> depot.id().equals(id)).findFirst();
        if (known.isEmpty()) {
            var reason = "The depot " + id + " is not known to Dispatching.";
            return Future.succeededFuture(new Outcome(
                    List.of(),
                    waiting.stream()
                            .map(parcel -> new Unassigned(parcel.sscc(), reason))
                            .toList()));
        }
        var depot = known.get();
        var departure = clock.instant();
        var vans = Fleet.free(id, free.vehicles(), free.drivers());
        var drops = waiting.stream().map(RoundParcel::drop).toList();
        return worker.executeBlocking(
                        () -> new RoundPlanner(travel).plan(depot.position(), departure, vans, drops), false)
                .compose(planned -> realise(depot, Objects.requireNonNull(planned), waiting, departure));
    }

    private Future<Outcome> realise(RoundDepot depot, Planned planned, List<RoundParcel> waiting, Instant now) {
        Map<Sscc, RoundParcel> bySscc =
                waiting.stream().collect(Collectors.toMap(RoundParcel::sscc, Function.identity()));
        var drafts = planned.rounds().stream()
                .map(plan -> draft(depot, plan, bySscc, now))
                .map(this::realise)
                .toList();
        return Future.all(drafts).map(done -> {
            var made = drafts.stream().flatMap(draft -> draft.result().stream()).toList();
            return new Outcome(made, unassigned(planned, made));
        });
    }

    private static DeliveryRound draft(
            RoundDepot depot, PlannedRound plan, Map<Sscc, RoundParcel> bySscc, Instant now) {
        var inOrder = plan.drops().stream()
                .map(PlannedDrop::sscc)
                .flatMap(sscc -> Optional.ofNullable(bySscc.get(sscc)).stream())
                .toList();
        return DeliveryRound.draft(new RoundId(Ids.timeOrdered()), depot.id(), depot.position(), plan, inOrder, now);
    }

    private static List<Unassigned> unassigned(Planned planned, List<Round> made) {
        var inRounds = made.stream()
                .flatMap(round -> round.stops().stream())
                .map(stop -> stop.sscc())
                .collect(Collectors.toCollection(HashSet::new));
        var unassigned = new ArrayList<Unassigned>();
        planned.leftOut().forEach(left -> unassigned.add(new Unassigned(left.sscc(), left.reason())));
        for (var round : planned.rounds()) {
            for (var drop : round.drops()) {
                if (!inRounds.contains(drop.sscc())) {
                    unassigned.add(new Unassigned(drop.sscc(), "Another plan was made at the same time; plan again."));
                }
            }
        }
        return unassigned;
    }

    /** The round as planned, or nothing when it got no van, no driver or no parcel. */
    private Future<Optional<Round>> realise(DeliveryRound draft) {
        return rounds.insert(draft)
                .compose(done -> fleet.take(draft.vehicle(), draft.id()))
                .compose(got -> got ? fleet.take(draft.driver(), draft.id()) : Future.succeededFuture(false))
                .compose(got -> got ? takeParcels(draft) : Future.succeededFuture(Set.<Sscc>of()))
                .compose(taken -> rounds.decide(draft.id(), round -> confirm(round, taken)));
    }

    private Future<Set<Sscc>> takeParcels(DeliveryRound draft) {
        var claims = new LinkedHashMap<Sscc, Future<Boolean>>();
        draft.parcels().forEach(sscc -> claims.put(sscc, parcels.take(sscc, draft.id())));
        return Future.all(List.copyOf(claims.values()))
                .map(done -> claims.entrySet().stream()
                        .filter(claim -> claim.getValue().result())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    private Decision<DeliveryRound, Optional<Round>> confirm(@Nullable DeliveryRound round, Set<Sscc> taken) {
        if (round == null || round.state() != RoundState.DRAFT) {
            return Decision.unchanged(Optional.empty());
        }
        var next = round.confirmed(taken, travel);
        return next.state() == RoundState.PLANNED
                ? Decision.<DeliveryRound, Optional<Round>>change(next, Optional.of(next.shown()))
                        .journaled()
                : aborted(next);
    }

    private static Decision<DeliveryRound, Optional<Round>> aborted(DeliveryRound round) {
        return Decision.<DeliveryRound, Optional<Round>>change(round, Optional.empty())
                .news(
                        RoundAftermath.TOPIC,
                        new RoundAftermath.Over(round.id(), round.vehicle(), round.driver(), round.parcels()));
    }

    private Future<?> abortLeftDrafts() {
        return rounds.draftsBefore(clock.instant().minus(DRAFT_LASTS))
                .compose(left -> Future.join(left.stream()
                        .map(draft -> rounds.decide(draft.id(), Planning::abort))
                        .toList()));
    }

    private static Decision<DeliveryRound, Optional<Round>> abort(@Nullable DeliveryRound round) {
        return round == null || round.state() != RoundState.DRAFT
                ? Decision.unchanged(Optional.empty())
                : aborted(round.aborted());
    }
}
