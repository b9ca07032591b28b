package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.dispatching.Rounds.Stop;
import com.ecamazon.contract.dispatching.Rounds.StopState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A door of a round.
 *
 * @param planned when the plan says
 * @param estimated when it is expected now
 */
public record DeliveryStop(
        StopId id,
        Sscc sscc,
        OrderNumber order,
        StopState state,
        Door door,
        Instant from,
        Instant until,
        Instant planned,
        Instant estimated,
        @Nullable Instant actual,
        @Nullable String reason) {

    static DeliveryStop planned(RoundParcel parcel, Instant at) {
        return new DeliveryStop(
                new StopId(parcel.sscc().value()),
                parcel.sscc(),
                parcel.order(),
                StopState.OPEN,
                parcel.door(),
                parcel.from(),
                parcel.until(),
                at,
                at,
                null,
                null);
    }

    boolean isOpen() {
        return state == StopState.OPEN;
    }

    DeliveryStop expected(Instant at) {
        return new DeliveryStop(id, sscc, order, state, door, from, until, planned, at, actual, reason);
    }

    /** Done, one way or the other: who lives there is no longer the driver's business. */
    DeliveryStop done(StopState end, Instant at, @Nullable String why) {
        return new DeliveryStop(id, sscc, order, end, door.anonymous(), from, until, planned, estimated, at, why);
    }

    Stop shown() {
        return new Stop(
                id,
                sscc,
                order,
                state,
                door.name(),
                door.street(),
                door.city(),
                door.position(),
                from,
                until,
                planned,
                estimated,
                actual,
                reason);
    }
}
