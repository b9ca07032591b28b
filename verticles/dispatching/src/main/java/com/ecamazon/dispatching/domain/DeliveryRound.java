package com.ecamazon.dispatching.domain;

import static com.ecamazon.contract.dispatching.Rounds.RoundState.ABORTED;
import static com.ecamazon.contract.dispatching.Rounds.RoundState.COMPLETED;
import static com.ecamazon.contract.dispatching.Rounds.RoundState.DISPATCHED;
import static com.ecamazon.contract.dispatching.Rounds.RoundState.DRAFT;
import static com.ecamazon.contract.dispatching.Rounds.RoundState.IN_PROGRESS;
import static com.ecamazon.contract.dispatching.Rounds.RoundState.PLANNED;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.StopState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A delivery round. It is a draft until its van, driver and parcels are all its own, then planned; it departs, and is
 * completed when no stop is open.
 *
 * @param revision grows with each change
 * @param start where the van starts
 * @param metres the whole way, back to the depot included
 */
public record DeliveryRound(
        RoundId id,
        long revision,
        RoundState state,
        DepotId depot,
        Position start,
        VehicleId vehicle,
        DriverId driver,
        List<DeliveryStop> stops,
        long metres,
        Instant plannedAt) {
    /** The states of a round that still holds its van and driver. */
    public static final Set<RoundState> UNDER_WAY = Set.of(DISPATCHED, IN_PROGRESS);

    private static final Set<RoundState> LEFT = Set.of(DISPATCHED, IN_PROGRESS, COMPLETED);

    public DeliveryRound {
        stops = List.copyOf(stops);
    }

    /** True while it drives. */
    public boolean underWay() {
        return UNDER_WAY.contains(state);
    }

    /** True once it left, so that leaving again changes nothing. */
    public boolean hasLeft() {
        return LEFT.contains(state);
    }

    /** True for a round that its driver sees. */
    public boolean isOnToday() {
        return state == PLANNED || underWay();
    }

    /** The draft with these parcels for good; aborted when there are none. */
    public DeliveryRound confirmed(Set<Sscc> claimed, Travel travel) {
        var kept = stops.stream().filter(stop -> claimed.contains(stop.sscc())).toList();
        if (kept.isEmpty()) {
            return aborted();
        }
        if (kept.size() == stops.size()) {
            return with(PLANNED, kept, metres);
        }
        var timed = expected(kept, start, plannedAt, travel).stream()
                .map(stop -> new DeliveryStop(
                        stop.id(),
                        stop.sscc(),
                        stop.order(),
                        stop.state(),
                        stop.door(),
                        stop.from(),
                        stop.until(),
                        stop.estimated(),
                        stop.estimated(),
                        null,
                        null))
                .toList();
        return with(PLANNED, timed, length(timed, travel));
    }

    /** The draft came to nothing. */
    public DeliveryRound aborted() {
        var nameless = stops.stream()
                .map(stop -> stop.isOpen() ? stop.done(StopState.OPEN, plannedAt, null) : stop)
                .toList();
        return with(ABORTED, nameless, metres);
    }

    /** The van leaves now. */
    public DeliveryRound departed(Instant now, Travel travel) {
        return with(DISPATCHED, expected(stops, start, now, travel), metres);
    }

    /** The stop is done; the others are expected from there. */
    public DeliveryRound done(StopId id, StopState end, Instant now, @Nullable String reason, Travel travel) {
        var after = new ArrayList<DeliveryStop>();
        var here = start;
        for (var stop : stops) {
            boolean thisOne = stop.id().equals(id);
            here = thisOne ? stop.door().position() : here;
            after.add(thisOne ? stop.done(end, now, reason) : stop);
        }
        boolean open = after.stream().anyMatch(DeliveryStop::isOpen);
        return with(open ? IN_PROGRESS : COMPLETED, expected(after, here, now, travel), metres);
    }

    /** The stop with this id. */
    public Optional<DeliveryStop> stop(StopId id) {
        return stops.stream().filter(stop -> stop.id().equals(id)).findFirst();
    }

    /** The stops not done yet, each with the time at which a van that is here now comes there. */
    public List<DeliveryStop> ahead(Position here, Instant now, Travel travel) {
        return expected(stops, here, now, travel).stream()
                .filter(DeliveryStop::isOpen)
                .toList();
    }

    /** The parcels of all stops. */
    public List<Sscc> parcels() {
        return stops.stream().map(DeliveryStop::sscc).toList();
    }

    private static List<DeliveryStop> expected(List<DeliveryStop> stops, Position from, Instant now, Travel travel) {
        var expected = new ArrayList<DeliveryStop>();
        var here = from;
        var free = now;
        for (var stop : stops) {
            if (!stop.isOpen()) {
                expected.add(stop);
                continue;
            }
            var at = travel.arrival(here, free, stop.door().position(), stop.from());
            expected.add(stop.expected(at));
            here = stop.door().position();
            free = travel.free(at);
        }
        return expected;
    }

    private long length(List<DeliveryStop> order, Travel travel) {
        double way = 0;
        var here = start;
        for (var stop : order) {
            way += travel.metres(here, stop.door().position());
            here = stop.door().position();
        }
        return Math.round(way + travel.metres(here, start));
    }

    private DeliveryRound with(RoundState next, List<DeliveryStop> changed, long way) {
        return new DeliveryRound(id, revision + 1, next, depot, start, vehicle, driver, changed, way, plannedAt);
    }

    /** A round for these parcels, not certain yet. */
    public static DeliveryRound draft(
            RoundId id,
            DepotId depot,
            Position start,
            RoundPlanner.PlannedRound plan,
            List<RoundParcel> inOrder,
            Instant now) {
        var stops = new ArrayList<DeliveryStop>();
        for (int i = 0; i < inOrder.size(); i++) {
            stops.add(DeliveryStop.planned(inOrder.get(i), plan.drops().get(i).at()));
        }
        return new DeliveryRound(
                id, 1, DRAFT, depot, start, plan.van().vehicle(), plan.van().driver(), stops, plan.metres(), now);
    }

    /** What staff sees. */
    public Round shown() {
        return new Round(
                id,
                revision,
                state,
                depot,
                start,
                vehicle,
                driver,
                stops.stream().map(DeliveryStop::shown).toList(),
                metres,
                plannedAt);
    }
}
