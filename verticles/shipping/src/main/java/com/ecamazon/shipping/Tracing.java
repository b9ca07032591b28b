package com.ecamazon.shipping;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.dispatching.Rounds.RoundNews;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.shipping.Parcels.ParcelChanged;
import com.ecamazon.contract.shipping.Parcels.RecordEvent;
import com.ecamazon.contract.shipping.Parcels.RecordReply;
import com.ecamazon.contract.shipping.Parcels.RecordReply.Recorded;
import com.ecamazon.contract.shipping.Parcels.RecordReply.WrongState;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import com.ecamazon.contract.stock.Picks.ParcelNews.UnitsMissing;
import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.shipping.domain.Scans;
import com.ecamazon.shipping.domain.Shipment;
import com.ecamazon.shipping.domain.Shipment.Told;
import com.ecamazon.shipping.domain.TracedParcel;
import com.ecamazon.shipping.store.Shipments;
import com.ecamazon.shipping.store.TracedParcels;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes down what happens to parcels. News goes to the parcel first and to its shipment second; both know what they have
 * heard, so news that comes again after a crash between the two is made good by the repeat.
 */
final class Tracing {
    private static final Duration CLOCKS_DIFFER_BY = Duration.ofMinutes(5);

    private final TracedParcels parcels;
    private final Shipments shipments;
    private final Bus bus;
    private final InstantSource clock;

    Tracing(TracedParcels parcels, Shipments shipments, Bus bus, InstantSource clock) {
        this.parcels = parcels;
        this.shipments = shipments;
        this.bus = bus;
        this.clock = clock;
    }

    /** What a parcel has become, and which of the events it had not heard of. */
    private record Traced(TracedParcel parcel, List<TrackingEvent> fresh) {}

    Future<?> heard(Event<ParcelNews> event) {
        return switch (event.data()) {
            case ParcelPacked packed -> packed(packed);
            case UnitsMissing missing -> Future.succeededFuture();
        };
    }

    private Future<?> packed(ParcelPacked packed) {
        var now = clock.instant();
        return parcels.decide(packed.sscc(), known -> change(known, TracedParcel.packed(packed, now), known == null))
                .onSuccess(this::publish)
                .compose(done -> tell(packed.order(), known -> Shipment.packed(known, packed)));
    }

    Future<?> happened(Event<RoundNews> event) {
        return happened(event.data()).recover(Tracing::tooEarly);
    }

    /** News of a parcel may overtake that of its packing: it is told again until that has come, and is no poison. */
    private static <T> Future<T> tooEarly(Throwable failure) {
        return Future.failedFuture(
                failure instanceof ProblemException known && known.problem().status() == 404
                        ? new ProblemException(Problem.unavailable(Domain.SHIPPING))
                        : failure);
    }

    private Future<?> happened(RoundNews news) {
        return switch (news) {
            case RoundDeparted round ->
                Future.join(round.parcels().stream()
                        .map(sscc -> departed(sscc, round))
                        .toList());
            case StopDelivered stop -> delivered(stop);
            case StopFailed stop -> failed(stop);
        };
    }

    private Future<?> departed(Sscc sscc, RoundDeparted round) {
        var events = Scans.departed(round, clock.instant());
        return trace(sscc, parcel -> parcel.after(events))
                .compose(traced -> tell(
                        traced.parcel().order(),
                        known -> known(known, sscc).departed(sscc, round.round(), round.at())));
    }

    private Future<?> delivered(StopDelivered stop) {
        var event = Scans.delivered(stop, clock.instant());
        var proof = Scans.proof(stop);
        return trace(stop.sscc(), parcel -> parcel.delivered(event, proof))
                .compose(traced -> tell(
                        traced.parcel().order(),
                        known -> known(known, stop.sscc()).delivered(stop.sscc(), proof)));
    }

    private Future<?> failed(StopFailed stop) {
        var now = clock.instant();
        return trace(stop.sscc(), parcel -> parcel.after(Scans.failed(parcel, stop, now)))
                .compose(traced -> tell(
                        traced.parcel().order(),
                        known -> known(known, stop.sscc())
                                .attemptFailed(stop.sscc(), stop.round(), stop.reason(), stop.at())));
    }

    /** A person scans a parcel; late, repeated and reordered scans all find their place. */
    Future<RecordReply> record(Request<RecordEvent> request) {
        var scan = request.body();
        var now = clock.instant();
        if (scan.occurredAt().isAfter(now.plus(CLOCKS_DIFFER_BY))) {
            throw new InvalidRequest("/occurredAt", "occurredAt lies in the future");
        }
        var event = Scans.scanned(scan, now);
        return trace(scan.sscc(), parcel -> Scans.byHand(scan.code()) ? parcel.after(List.of(event)) : parcel)
                .map(traced -> Scans.byHand(scan.code())
                        ? new Recorded(traced.parcel().shown())
                        : new WrongState(traced.parcel().status()));
    }

    private Future<Traced> trace(Sscc sscc, Function<TracedParcel, TracedParcel> evolution) {
        return parcels.<Traced>decide(sscc, known -> {
                    if (known == null) {
                        throw new ProblemException(Problem.notFound());
                    }
                    var next = evolution.apply(known);
                    return change(known, next, !next.equals(known));
                })
                .onSuccess(this::publish);
    }

    private static Decision<TracedParcel, Traced> change(
            @Nullable TracedParcel before, TracedParcel next, boolean changed) {
        if (!changed) {
            return Decision.unchanged(new Traced(before == null ? next : before, List.of()));
        }
        var fresh = next.history().events().stream()
                .filter(event -> before == null || !before.history().knows(event.id()))
                .toList();
        return Decision.<TracedParcel, Traced>change(next, new Traced(next, fresh))
                .journaled();
    }

    private Future<?> tell(OrderNumber order, Function<@Nullable Shipment, Told> evolution) {
        return shipments.decide(order, known -> {
            var told = evolution.apply(known);
            if (told.news().isEmpty()) {
                return Decision.unchanged(told);
            }
            var decision = Decision.<Shipment, Told>change(told.shipment(), told);
            for (var news : told.news()) {
                decision = decision.news(ShippingContract.PARCELS, news);
            }
            return decision;
        });
    }

    /** Fails, so that it is told again, when this instance has not seen yet that another packed the parcel. */
    private static Shipment known(@Nullable Shipment shipment, Sscc sscc) {
        if (shipment == null || !shipment.has(sscc)) {
            throw new ProblemException(Problem.notFound());
        }
        return shipment;
    }

    private void publish(Traced traced) {
        var parcel = traced.parcel();
        for (var event : traced.fresh()) {
            bus.publish(
                    ShippingContract.PARCEL_FEED,
                    new ParcelChanged(parcel.sscc(), parcel.order(), parcel.status(), event));
        }
    }
}
