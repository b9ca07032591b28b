package com.ecamazon.dispatching.domain;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.dispatching.domain.RoundPlanner.Drop;
import com.ecamazon.dispatching.domain.RoundPlanner.PlannedDrop;
import com.ecamazon.dispatching.domain.RoundPlanner.PlannedRound;
import com.ecamazon.dispatching.domain.RoundPlanner.Van;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/** A depot in Berlin and parcels around it. */
public final class Examples {
    public static final Instant NINE = Instant.parse("2026-11-22T09:00:00Z");
    public static final DepotId DEPOT = new DepotId("north");
    public static final Position BERLIN = new Position(52.52, 13.40);
    public static final Travel TRAVEL = new Travel(1);

    private Examples() {}

    /** A number on a parcel. */
    public static Sscc sscc(int serial) {
        return Sscc.of("04012345%09d".formatted(serial));
    }

    static Van van(int number, int grams, int parcels) {
        return new Van(new VehicleId("van-" + number), new DriverId("driver-" + number), grams, 10_000_000, parcels);
    }

    static Drop drop(int serial, Position door, Instant from, Duration open) {
        return new Drop(sscc(serial), door, 1_000, 5_000, from, from.plus(open));
    }

    /** A parcel of a kilogram with its label, to a door this far north of the depot. */
    public static ParcelLabelled labelled(int serial, double degreesNorth, Instant from, Instant until) {
        var address = new Address("Anna Beispiel", "Lindenallee 7", "3rd floor", "10115", "Berlin", "DE");
        var door = new Position(BERLIN.lat() + degreesNorth, BERLIN.lon());
        var recipient = new Recipient(null, new Email("anna@example.org"), address, door, from, until);
        return new ParcelLabelled(sscc(serial), new OrderNumber("EC" + serial), DEPOT, recipient, 1_000, 5_000, from);
    }

    /** A draft of a round with so many parcels, one kilometre or so apart. */
    static DeliveryRound draft(int parcels) {
        var inOrder = IntStream.rangeClosed(1, parcels)
                .mapToObj(i -> RoundParcel.labelled(labelled(i, i / 100.0, NINE, NINE.plusSeconds(36_000))))
                .toList();
        List<PlannedDrop> drops = IntStream.rangeClosed(1, parcels)
                .mapToObj(i -> new PlannedDrop(sscc(i), NINE.plusSeconds(600L * i)))
                .toList();
        var plan = new PlannedRound(van(1, 100_000, 50), drops, 9_999);
        return DeliveryRound.draft(new RoundId("round-1"), DEPOT, BERLIN, plan, inOrder, NINE);
    }
}
