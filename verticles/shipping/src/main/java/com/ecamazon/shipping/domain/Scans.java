package com.ecamazon.shipping.domain;

import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.dispatching.Rounds;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.RecordEvent;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What people and rounds report, as events of a parcel. Ids follow from the report, so a repeat is known. */
public final class Scans {
    /** What follows from a label, a departure or a proof is no scan. */
    private static final Set<Code> NOT_BY_HAND =
            Set.of(Code.LABEL_CREATED, Code.OUT_FOR_DELIVERY, Code.DELIVERY_ATTEMPTED, Code.DELIVERED);

    private Scans() {}

    /** True for a code that a person may scan. */
    public static boolean byHand(Code code) {
        return !NOT_BY_HAND.contains(code);
    }

    /** A person's scan; the scanner's id is kept apart from ours. */
    public static TrackingEvent scanned(RecordEvent scan, Instant now) {
        return new TrackingEvent("scan/" + scan.id(), scan.code(), scan.place(), scan.occurredAt(), now);
    }

    /** A van left with the parcel. */
    public static List<TrackingEvent> departed(RoundDeparted round, Instant now) {
        return List.of(
                event(round.round(), Code.DEPARTED_FACILITY, round.depot().value(), round.at(), now),
                event(round.round(), Code.OUT_FOR_DELIVERY, round.depot().value(), round.at(), now));
    }

    /** The parcel was handed over. */
    public static TrackingEvent delivered(StopDelivered stop, Instant now) {
        return event(stop.round(), Code.DELIVERED, "door", stop.at(), now);
    }

    /** Who took it, where and when. */
    public static ProofOfDelivery proof(StopDelivered stop) {
        return new ProofOfDelivery(stop.receivedBy(), stop.position(), stop.at());
    }

    /** Nobody took it; after the last attempt that there is, it goes back. */
    public static List<TrackingEvent> failed(TracedParcel parcel, StopFailed stop, Instant now) {
        var attempt = event(stop.round(), Code.DELIVERY_ATTEMPTED, words(stop.reason()), stop.at(), now);
        var history = parcel.history();
        if (history.knows(attempt.id()) || history.count(Code.DELIVERY_ATTEMPTED) + 1 < Rounds.MAX_ATTEMPTS) {
            return List.of(attempt);
        }
        return List.of(attempt, event(stop.round(), Code.RETURN_TO_SENDER, words(stop.reason()), stop.at(), now));
    }

    static String words(FailReason reason) {
        return reason.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static TrackingEvent event(RoundId round, Code code, String place, Instant at, Instant now) {
        return new TrackingEvent(round + "/" + code, code, place, at, now);
    }
}
