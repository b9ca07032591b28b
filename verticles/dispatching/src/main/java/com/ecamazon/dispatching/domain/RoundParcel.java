package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.Rounds;
import com.ecamazon.contract.dispatching.Rounds.WaitingParcel;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A parcel between its label and its door. It is in at most one round, because {@code round} names one.
 *
 * @param round that it is in, or was in last
 * @param failedRounds those that brought it back
 */
public record RoundParcel(
        Sscc sscc,
        OrderNumber order,
        DepotId depot,
        Door door,
        int grams,
        long cubicCentimetres,
        Instant from,
        Instant until,
        Where where,
        @Nullable RoundId round,
        List<RoundId> failedRounds) {

    /** Where a parcel is on its way. */
    public enum Where {
        WAITING,
        IN_ROUND,
        DELIVERED,
        /** It went out as often as it may: it goes back to its sender. */
        GIVEN_UP
    }

    public RoundParcel {
        failedRounds = List.copyOf(failedRounds);
    }

    /** A parcel that has its label waits for a round. */
    public static RoundParcel labelled(ParcelLabelled parcel) {
        var recipient = parcel.recipient();
        return new RoundParcel(
                parcel.sscc(),
                parcel.order(),
                parcel.depot(),
                Door.of(recipient),
                parcel.weightGrams(),
                parcel.volumeCubicCentimetres(),
                recipient.from(),
                recipient.until(),
                Where.WAITING,
                null,
                List.of());
    }

    /** True when this round holds the parcel. */
    public boolean isIn(RoundId id) {
        return where == Where.IN_ROUND && id.equals(round);
    }

    /** The parcel in this round; only a waiting parcel can be taken. */
    public RoundParcel taken(RoundId id) {
        return with(door, Where.IN_ROUND, id, failedRounds);
    }

    /** The round came to nothing: it waits again. */
    public RoundParcel letGo() {
        return with(door, Where.WAITING, null, failedRounds);
    }

    /** It is at the door. */
    public RoundParcel delivered() {
        return with(door.anonymous(), Where.DELIVERED, round, failedRounds);
    }

    /** The round brought it back: it waits again, unless that was the last attempt. */
    public RoundParcel broughtBack(RoundId id) {
        var failed = Stream.concat(failedRounds.stream(), Stream.of(id)).toList();
        return failed.size() < Rounds.MAX_ATTEMPTS
                ? with(door, Where.WAITING, null, failed)
                : with(door.anonymous(), Where.GIVEN_UP, id, failed);
    }

    private RoundParcel with(Door at, Where place, @Nullable RoundId in, List<RoundId> failed) {
        return new RoundParcel(sscc, order, depot, at, grams, cubicCentimetres, from, until, place, in, failed);
    }

    /** What the planner sees. */
    public RoundPlanner.Drop drop() {
        return new RoundPlanner.Drop(sscc, door.position(), grams, cubicCentimetres, from, until);
    }

    /** What a dispatcher sees while it waits. */
    public WaitingParcel shown() {
        return new WaitingParcel(sscc, order, depot, door.position(), from, until, failedRounds.size());
    }
}
