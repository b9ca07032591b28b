package com.ecamazon.shop.domain;

import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.Status;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Where the units of an order are.
 *
 * @param missing units that were found nowhere and will not come
 * @param returned units that came back and were inspected
 */
public record Journey(List<Shipment> parcels, int missing, int returned) {
    static final Journey NONE = new Journey(List.of(), 0, 0);

    public Journey {
        parcels = List.copyOf(parcels);
    }

    Journey parcel(Sscc sscc, UnaryOperator<Shipment> change) {
        var known = parcels.stream().anyMatch(parcel -> parcel.sscc().equals(sscc));
        var all = known
                ? parcels
                : Stream.concat(parcels.stream(), Stream.of(new Shipment(sscc, Status.PRE_TRANSIT, 0)))
                        .toList();
        return new Journey(
                all.stream()
                        .map(parcel -> parcel.sscc().equals(sscc) ? change.apply(parcel) : parcel)
                        .toList(),
                missing,
                returned);
    }

    Journey missing(int units) {
        return new Journey(parcels, missing + units, returned);
    }

    Journey returned(int units) {
        return new Journey(parcels, missing, returned + units);
    }

    /** Whether something left a depot. */
    boolean underway() {
        return parcels.stream().anyMatch(parcel -> parcel.status() != Status.PRE_TRANSIT);
    }

    /** Whether all that will come is at the door. */
    boolean complete(int ordered) {
        return !parcels.isEmpty() && parcels.stream().allMatch(Shipment::arrived) && packed() + missing >= ordered;
    }

    /** Whether all that was delivered came back. */
    boolean undone() {
        return packed() > 0 && returned >= packed();
    }

    private int packed() {
        return parcels.stream().mapToInt(Shipment::units).sum();
    }

    Optional<Shipment> parcel(Sscc sscc) {
        return parcels.stream().filter(parcel -> parcel.sscc().equals(sscc)).findFirst();
    }
}
