package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.VehicleId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Plans the rounds of one depot. A van never holds more than it may, a parcel is in at most one round, and a window is kept
 * for each parcel planned whose window can still be kept; a parcel that is late already goes out as soon as it can. Takes
 * seconds of one core for some hundred parcels: not for an event loop.
 */
public final class RoundPlanner {
    /** As many parcels as one plan takes; the rest waits for the next. */
    public static final int MOST_PARCELS = 500;

    private static final int MOST_EFFORT = 12_000;
    private static final int EFFORT_PER_PARCEL = 100;
    private static final long SEED = 20_260_722;

    /** Times at the doors are kept in milliseconds; what that adds up to must not miss a window. */
    private static final double ROUNDING_SECONDS = 1;

    private final Travel travel;

    public RoundPlanner(Travel travel) {
        this.travel = travel;
    }

    /** A van with its driver, both free. */
    public record Van(VehicleId vehicle, DriverId driver, int grams, long cubicCentimetres, int parcels) {}

    /** A parcel to bring. */
    public record Drop(Sscc sscc, Position position, int grams, long cubicCentimetres, Instant from, Instant until) {}

    /** A van's drops in order, with the time at each door and the length of the whole way, back to the depot included. */
    public record PlannedRound(Van van, List<PlannedDrop> drops, long metres) {}

    /** When a drop is planned. */
    public record PlannedDrop(Sscc sscc, Instant at) {}

    /** A drop in no round, and why. */
    public record LeftOut(Sscc sscc, String reason) {}

    /** The rounds, and what is in none. */
    public record Planned(List<PlannedRound> rounds, List<LeftOut> leftOut) {}

    /** Plans these drops from a depot, with vans that leave at that time. */
    public Planned plan(Position depot, Instant departure, List<Van> vans, List<Drop> drops) {
        var urgentFirst = drops.stream()
                .sorted(Comparator.comparing(Drop::until)
                        .thenComparing(drop -> drop.sscc().value()))
                .toList();
        var taken = urgentFirst.subList(0, Math.min(MOST_PARCELS, urgentFirst.size()));
        var beyond = urgentFirst.subList(taken.size(), urgentFirst.size()).stream()
                .map(drop -> new LeftOut(drop.sscc(), "More parcels wait than one plan takes; plan again."));
        if (vans.isEmpty()) {
            var stay = taken.stream()
                    .map(drop -> new LeftOut(drop.sscc(), "No van of the depot is free with a driver on duty."));
            return new Planned(List.of(), Stream.concat(stay, beyond).toList());
        }
        var problem = problem(depot, departure, vans, taken);
        int effort = taken.size() < 2 ? 0 : Math.min(MOST_EFFORT, EFFORT_PER_PARCEL * taken.size());
        var tours = new RuinAndRecreate(problem, SEED).solve(effort);
        var leftOut = tours.absent().stream()
                .map(visit -> new LeftOut(taken.get(visit - 1).sscc(), reason(problem, tours, visit)));
        return new Planned(
                rounds(depot, departure, vans, taken, tours),
                Stream.concat(leftOut, beyond).toList());
    }

    private RoutingProblem problem(Position depot, Instant departure, List<Van> vans, List<Drop> drops) {
        var places = Stream.concat(Stream.of(depot), drops.stream().map(Drop::position))
                .toList();
        int nodes = places.size();
        var metres = new double[nodes][nodes];
        var seconds = new double[nodes][nodes];
        for (int i = 0; i < nodes; i++) {
            for (int j = 0; j < nodes; j++) {
                metres[i][j] = travel.metres(places.get(i), places.get(j));
                seconds[i][j] = travel.seconds(places.get(i), places.get(j));
            }
        }
        var service = new double[nodes];
        var from = new double[nodes];
        var until = new double[nodes];
        var late = new boolean[nodes];
        var load = new long[nodes][3];
        until[0] = Double.POSITIVE_INFINITY;
        for (int i = 1; i < nodes; i++) {
            var drop = drops.get(i - 1);
            service[i] = travel.serviceSeconds();
            from[i] = travel.waitsForWindows() ? Math.max(0, after(departure, drop.from())) : 0;
            until[i] = after(departure, drop.until()) - ROUNDING_SECONDS;
            late[i] = Math.max(from[i], seconds[0][i]) > until[i];
            until[i] = late[i] ? Double.POSITIVE_INFINITY : until[i];
            load[i] = new long[] {drop.grams(), drop.cubicCentimetres(), 1};
        }
        var capacity = vans.stream()
                .map(van -> new long[] {van.grams(), van.cubicCentimetres(), van.parcels()})
                .toArray(long[][]::new);
        return new RoutingProblem(metres, seconds, service, from, until, late, load, capacity);
    }

    private static double after(Instant departure, Instant time) {
        return Duration.between(departure, time).toMillis() / 1_000.0;
    }

    private static String reason(RoutingProblem problem, Tours tours, int visit) {
        var fitting = IntStream.range(0, problem.vehicles())
                .filter(vehicle -> problem.fits(visit, vehicle))
                .toArray();
        if (fitting.length == 0) {
            return "It is heavier or larger than any free van may carry.";
        }
        boolean room =
                IntStream.of(fitting).anyMatch(vehicle -> tours.tour(vehicle).hasRoomFor(visit));
        return room ? "No free van can bring it within its window." : "All free vans are full.";
    }

    private List<PlannedRound> rounds(
            Position depot, Instant departure, List<Van> vans, List<Drop> drops, Tours tours) {
        var rounds = new ArrayList<PlannedRound>();
        for (int vehicle = 0; vehicle < vans.size(); vehicle++) {
            var tour = tours.tour(vehicle);
            if (tour.size() > 0) {
                var order = IntStream.of(tour.toArray())
                        .mapToObj(visit -> drops.get(visit - 1))
                        .toList();
                rounds.add(
                        new PlannedRound(vans.get(vehicle), timed(depot, departure, order), Math.round(tour.metres())));
            }
        }
        return rounds;
    }

    private List<PlannedDrop> timed(Position depot, Instant departure, List<Drop> order) {
        var timed = new ArrayList<PlannedDrop>();
        var here = depot;
        var free = departure;
        for (var drop : order) {
            var at = travel.arrival(here, free, drop.position(), drop.from());
            timed.add(new PlannedDrop(drop.sscc(), at));
            here = drop.position();
            free = travel.free(at);
        }
        return timed;
    }
}
