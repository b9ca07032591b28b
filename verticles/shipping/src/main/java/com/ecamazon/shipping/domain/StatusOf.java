package com.ecamazon.shipping.domain;

import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import java.util.List;

/**
 * The status that a history adds up to. It only goes forward, except by a correction (a failed attempt, a missort, a wrong
 * address), and what was handed over stays handed over.
 */
final class StatusOf {
    private StatusOf() {}

    /** The status after these events, which are in the order in which they happened. */
    static Status history(List<TrackingEvent> events) {
        var status = Status.UNKNOWN;
        for (var event : events) {
            status = after(status, event.code());
        }
        return status;
    }

    private static Status after(Status status, Code code) {
        return switch (code) {
            case LABEL_CREATED -> forward(status, Status.PRE_TRANSIT);
            case RECEIVED_AT_ORIGIN_FACILITY, DEPARTED_FACILITY, ARRIVED_AT_FACILITY ->
                forward(status, Status.IN_TRANSIT);
            case OUT_FOR_DELIVERY -> forward(status, Status.OUT_FOR_DELIVERY);
            case DELIVERED -> Status.DELIVERED;
            case REFUSED, RETURN_TO_SENDER -> forward(status, Status.RETURN_TO_SENDER);
            case DAMAGED, LOST -> forward(status, Status.FAILURE);
            case DELIVERY_ATTEMPTED, MISSORTED, ADDRESS_CORRECTION -> corrected(status);
            case HELD, DELAYED -> status;
        };
    }

    private static Status forward(Status status, Status next) {
        return progress(next) > progress(status) ? next : status;
    }

    private static Status corrected(Status status) {
        boolean back = status != Status.DELIVERED && progress(status) > progress(Status.IN_TRANSIT);
        return back ? Status.IN_TRANSIT : status;
    }

    private static int progress(Status status) {
        return switch (status) {
            case UNKNOWN, ERROR -> 0;
            case PRE_TRANSIT -> 1;
            case IN_TRANSIT -> 2;
            case OUT_FOR_DELIVERY, AVAILABLE_FOR_PICKUP -> 3;
            case RETURN_TO_SENDER -> 4;
            case FAILURE, CANCELLED -> 5;
            case DELIVERED -> 6;
        };
    }
}
