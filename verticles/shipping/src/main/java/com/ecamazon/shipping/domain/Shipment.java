package com.ecamazon.shipping.domain;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelAttemptFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All parcels of one order. It alone tells the other domains, so that they hear of an order's parcels in order and know
 * when the last has left. Each fact is told once, however often it is reported.
 *
 * @param parcelsOfOrder how many there will be, as the parcel packed last says
 * @param countedAt when that parcel was packed
 * @param returns the units on their way back, or back
 */
public record Shipment(
        OrderNumber order,
        Recipient recipient,
        int parcelsOfOrder,
        Instant countedAt,
        List<Consigned> parcels,
        List<ReturnClaim> returns) {

    /** The shipment as it is now and what there is to tell; nothing when the fact was known. */
    public record Told(Shipment shipment, List<TraceNews> news) {}

    public Shipment {
        parcels = List.copyOf(parcels);
        returns = List.copyOf(returns);
    }

    /** A parcel of the order was packed and labelled. */
    public static Told packed(@Nullable Shipment before, ParcelPacked packed) {
        var known = before == null
                ? new Shipment(
                        packed.order(),
                        packed.recipient(),
                        packed.parcelsOfOrder(),
                        packed.packedAt(),
                        List.of(),
                        List.of())
                : before;
        if (known.parcel(packed.sscc()) != null) {
            return known.nothing();
        }
        boolean newer = !packed.packedAt().isBefore(known.countedAt);
        var parcels = new ArrayList<>(known.parcels);
        parcels.add(new Consigned(packed.sscc(), packed.depot(), packed.lines(), List.of(), List.of(), false));
        var after = new Shipment(
                known.order,
                known.recipient,
                newer ? packed.parcelsOfOrder() : known.parcelsOfOrder,
                newer ? packed.packedAt() : known.countedAt,
                parcels,
                known.returns);
        return new Told(
                after,
                List.of(new ParcelLabelled(
                        packed.sscc(),
                        packed.order(),
                        packed.depot(),
                        packed.recipient(),
                        packed.weightGrams(),
                        cubicCentimetres(packed),
                        packed.packedAt())));
    }

    private static long cubicCentimetres(ParcelPacked packed) {
        long cubicMillimetres =
                (long) packed.lengthMillimetres() * packed.widthMillimetres() * packed.heightMillimetres();
        return Math.ceilDiv(cubicMillimetres, 1_000L);
    }

    /** Whether this parcel was packed for it. */
    public boolean has(Sscc sscc) {
        return parcel(sscc) != null;
    }

    /** A van left with this parcel: the first time it also leaves the depot for good. */
    public Told departed(Sscc sscc, RoundId round, Instant at) {
        var parcel = parcel(sscc);
        if (parcel == null || parcel.rounds().contains(round)) {
            return nothing();
        }
        var after = with(sscc, known -> known.departed(round));
        var out = new ParcelOutForDelivery(sscc, order, recipient, at);
        if (parcel.left()) {
            return new Told(after, List.of(out));
        }
        long left = after.parcels.stream().filter(Consigned::left).count();
        var departed = new ParcelDeparted(
                sscc, order, parcel.depot(), parcel.lines(), left >= after.parcelsOfOrder, recipient, at);
        return new Told(after, List.of(departed, out));
    }

    /** This parcel is at the door. */
    public Told delivered(Sscc sscc, ProofOfDelivery proof) {
        var parcel = parcel(sscc);
        if (parcel == null || parcel.delivered()) {
            return nothing();
        }
        return new Told(
                with(sscc, Consigned::handedOver),
                List.of(new ParcelDelivered(sscc, order, recipient, proof, proof.at())));
    }

    /** Nobody took this parcel. */
    public Told attemptFailed(Sscc sscc, RoundId round, FailReason reason, Instant at) {
        var parcel = parcel(sscc);
        if (parcel == null || parcel.delivered() || parcel.failedRounds().contains(round)) {
            return nothing();
        }
        int attempts = parcel.failedRounds().size() + 1;
        return new Told(
                with(sscc, known -> known.failed(round)),
                List.of(new ParcelAttemptFailed(sscc, order, recipient, Scans.words(reason), attempts, at)));
    }

    /** With these returns. */
    Shipment with(List<ReturnClaim> changed) {
        return new Shipment(order, recipient, parcelsOfOrder, countedAt, parcels, changed);
    }

    private Shipment with(Sscc sscc, UnaryOperator<Consigned> change) {
        var changed = parcels.stream()
                .map(parcel -> parcel.sscc().equals(sscc) ? change.apply(parcel) : parcel)
                .toList();
        return new Shipment(order, recipient, parcelsOfOrder, countedAt, changed, returns);
    }

    private @Nullable Consigned parcel(Sscc sscc) {
        for (var parcel : parcels) {
            if (parcel.sscc().equals(sscc)) {
                return parcel;
            }
        }
        return null;
    }

    private Told nothing() {
        return new Told(this, List.of());
    }
}
