package com.ecamazon.dispatching;

import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.auditor.ParcelFacts.Capacity;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryFact;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryPage;
import com.ecamazon.contract.auditor.ParcelFacts.Load;
import com.ecamazon.contract.auditor.ParcelFacts.RoundFact;
import com.ecamazon.contract.auditor.ParcelFacts.RoundPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.StopState;
import com.ecamazon.dispatching.domain.DeliveryRound;
import com.ecamazon.dispatching.domain.Fleet.FleetVehicle;
import com.ecamazon.dispatching.domain.RoundParcel;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.RoundBook;
import com.ecamazon.dispatching.store.RoundParcels;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows the auditor what is stored. */
final class AuditFacts {
    private static final Set<RoundState> NOT_OVER =
            Set.of(RoundState.PLANNED, RoundState.LOADING, RoundState.DISPATCHED, RoundState.IN_PROGRESS);

    private final RoundParcels parcels;
    private final RoundBook rounds;
    private final FleetList fleet;

    AuditFacts(RoundParcels parcels, RoundBook rounds, FleetList fleet) {
        this.parcels = parcels;
        this.rounds = rounds;
        this.fleet = fleet;
    }

    Future<DeliveryPage> deliveries(Request<Window> request) {
        return parcels.slice(request.body()).compose(slice -> {
            var named = slice.items().stream()
                    .map(Versioned::state)
                    .map(RoundParcel::round)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
            return rounds.all(named)
                    .map(found -> found.stream().collect(Collectors.toMap(DeliveryRound::id, DeliveryRound::state)))
                    .map(states ->
                            new DeliveryPage(slice.shown(parcel -> delivery(parcel.state(), states)), slice.next()));
        });
    }

    private static DeliveryFact delivery(RoundParcel parcel, Map<RoundId, RoundState> states) {
        var round = Optional.ofNullable(parcel.round());
        return new DeliveryFact(
                parcel.sscc().value(),
                parcel.order().value(),
                parcel.where().name().toLowerCase(Locale.ROOT),
                round.map(RoundId::value).orElse(null),
                round.map(states::get).orElse(null));
    }

    /** Rounds that are not over, with their parcels and vans. */
    Future<RoundPage> rounds(Request<Window> request) {
        int limit = request.body().most();
        return rounds.in(NOT_OVER, request.body().cursor(), limit).compose(found -> {
            var loaded =
                    found.stream().flatMap(round -> round.parcels().stream()).collect(Collectors.toSet());
            return Future.all(parcels.all(loaded), fleet.vehicles())
                    .map(both -> page(found, both.resultAt(0), both.resultAt(1), limit));
        });
    }

    private static RoundPage page(
            List<DeliveryRound> found, List<RoundParcel> loaded, List<FleetVehicle> vehicles, int limit) {
        var bySscc = loaded.stream().collect(Collectors.toMap(RoundParcel::sscc, Function.identity()));
        var byId = vehicles.stream().collect(Collectors.toMap(FleetVehicle::id, Function.identity()));
        return new RoundPage(
                found.stream().map(round -> round(round, bySscc, byId)).toList(),
                found.size() < limit ? null : found.getLast().id().value());
    }

    private static RoundFact round(
            DeliveryRound round, Map<Sscc, RoundParcel> parcels, Map<VehicleId, FleetVehicle> vehicles) {
        return new RoundFact(
                round.id().value(),
                round.state(),
                round.vehicle().value(),
                round.driver().value(),
                round.stops().stream()
                        .map(stop -> load(
                                stop.sscc(),
                                stop.state() == StopState.OPEN,
                                Optional.ofNullable(parcels.get(stop.sscc()))))
                        .toList(),
                Optional.ofNullable(vehicles.get(round.vehicle()))
                        .map(van -> new Capacity(van.grams(), van.cubicCentimetres(), van.parcels()))
                        .orElse(null));
    }

    private static Load load(Sscc sscc, boolean open, Optional<RoundParcel> parcel) {
        return new Load(
                sscc.value(),
                open,
                parcel.map(RoundParcel::grams).orElse(0),
                parcel.map(RoundParcel::cubicCentimetres).orElse(0L),
                parcel.map(RoundParcel::round).map(RoundId::value).orElse(null));
    }
}
