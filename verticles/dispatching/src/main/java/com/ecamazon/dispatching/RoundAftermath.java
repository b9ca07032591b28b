package com.ecamazon.dispatching;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.VehicleId;
import java.util.List;

/** What follows from a round for its parcels, van and driver; only within Dispatching. */
sealed interface RoundAftermath {
    Topic<RoundAftermath> TOPIC = Topic.of(Domain.DISPATCHING, "dispatching.aftermath", RoundAftermath.class);

    /** The parcel is at its door. */
    record Delivered(RoundId round, Sscc sscc) implements RoundAftermath {}

    /** The parcel comes back. */
    record BroughtBack(RoundId round, Sscc sscc) implements RoundAftermath {}

    /** The round is over, or came to nothing: van, driver and the parcels that it still holds are free. */
    record Over(RoundId round, VehicleId vehicle, DriverId driver, List<Sscc> parcels) implements RoundAftermath {}
}
