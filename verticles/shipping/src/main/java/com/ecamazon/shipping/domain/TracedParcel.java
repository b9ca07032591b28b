package com.ecamazon.shipping.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Owner;
import com.ecamazon.contract.shipping.Parcels.Parcel;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.Tracking;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A parcel and all that happened to it.
 *
 * @param status always that of the history; kept beside it to be searched for
 * @param createdAt when it was packed
 */
public record TracedParcel(
        Sscc sscc,
        OrderNumber order,
        DepotId depot,
        List<PackedLine> lines,
        int weightGrams,
        Recipient recipient,
        History history,
        Status status,
        @Nullable ProofOfDelivery proof,
        Instant createdAt) {

    /** A parcel that was just packed; its label is the first thing that happened to it. */
    public static TracedParcel packed(ParcelPacked packed, Instant now) {
        var label =
                new TrackingEvent("label", Code.LABEL_CREATED, packed.depot().value(), packed.packedAt(), now);
        return new TracedParcel(
                packed.sscc(),
                packed.order(),
                packed.depot(),
                packed.lines(),
                packed.weightGrams(),
                packed.recipient(),
                History.NONE.with(label),
                Status.PRE_TRANSIT,
                null,
                packed.packedAt());
    }

    /** The parcel with these events; the same when all of them are known. */
    public TracedParcel after(List<TrackingEvent> happened) {
        var longer = history;
        for (var event : happened) {
            longer = longer.with(event);
        }
        return longer.equals(history) ? this : with(longer, proof);
    }

    /** The parcel handed over; the first proof stays. */
    public TracedParcel delivered(TrackingEvent event, ProofOfDelivery shown) {
        return history.knows(event.id()) ? this : with(history.with(event), proof == null ? shown : proof);
    }

    private TracedParcel with(History longer, @Nullable ProofOfDelivery shown) {
        return new TracedParcel(
                sscc, order, depot, lines, weightGrams, recipient, longer, longer.status(), shown, createdAt);
    }

    /** What staff sees. */
    public Parcel shown() {
        return new Parcel(
                sscc, order, depot, status, lines, weightGrams, recipient, history.events(), proof, createdAt);
    }

    /** Whose it is. */
    public Owner owner() {
        return new Owner(order, recipient.customer());
    }

    /** What everybody who knows the number sees: no name, no street. */
    public Tracking tracking() {
        return new Tracking(
                sscc, status, recipient.address().city(), recipient.from(), recipient.until(), history.events());
    }
}
