package com.ecamazon.shop.domain;

import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shop.Orders.OrderParcel;
import java.util.Locale;

/** A parcel of an order. Its status only goes forward, also when news come late. */
public record Shipment(Sscc sscc, Status status, int units) {
    Shipment at(Status next) {
        return rank(next) > rank(status) ? new Shipment(sscc, next, units) : this;
    }

    Shipment holding(int packed) {
        return new Shipment(sscc, status, packed);
    }

    boolean arrived() {
        return status == Status.DELIVERED;
    }

    private static int rank(Status status) {
        return switch (status) {
            case PRE_TRANSIT -> 1;
            case IN_TRANSIT -> 2;
            case OUT_FOR_DELIVERY -> 3;
            case DELIVERED -> 4;
            case UNKNOWN, AVAILABLE_FOR_PICKUP, RETURN_TO_SENDER, FAILURE, CANCELLED, ERROR -> 0;
        };
    }

    OrderParcel shown() {
        return new OrderParcel(sscc, status.name().toLowerCase(Locale.ROOT));
    }
}
