package com.ecamazon.contract.shipping;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.RawBody;
import com.ecamazon.contract.Require;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.PackedLine;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parcels, sent and returned, and all that happens to them. */
public final class Parcels {
    private Parcels() {}

    /** The normalised status of a parcel, in the words of parcel-tracking interfaces. */
    public enum Status {
        UNKNOWN,
        PRE_TRANSIT,
        IN_TRANSIT,
        OUT_FOR_DELIVERY,
        AVAILABLE_FOR_PICKUP,
        DELIVERED,
        RETURN_TO_SENDER,
        FAILURE,
        CANCELLED,
        ERROR
    }

    /** What can happen to a parcel. */
    public enum Code {
        LABEL_CREATED,
        RECEIVED_AT_ORIGIN_FACILITY,
        DEPARTED_FACILITY,
        ARRIVED_AT_FACILITY,
        OUT_FOR_DELIVERY,
        DELIVERY_ATTEMPTED,
        DELIVERED,
        HELD,
        DELAYED,
        MISSORTED,
        DAMAGED,
        LOST,
        REFUSED,
        ADDRESS_CORRECTION,
        RETURN_TO_SENDER
    }

    /** Asks for one parcel. */
    public record ParcelQuery(Sscc sscc) {}

    /** Asks whose parcel it is. */
    public record OwnerQuery(Sscc sscc) {}

    /** Whose parcel it is. */
    public record Owner(OrderNumber order, @Nullable UserId customer) {}

    /** Asks for parcels, newest first. */
    public record ParcelsQuery(
            @Nullable Status status,
            @Nullable OrderNumber order,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public ParcelsQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of parcels. */
    public record ParcelPage(List<Parcel> items, @Nullable String next) {}

    /** A parcel as staff sees it. */
    public record Parcel(
            Sscc sscc,
            OrderNumber order,
            DepotId depot,
            Status status,
            List<PackedLine> lines,
            int weightGrams,
            Recipient recipient,
            List<TrackingEvent> events,
            @Nullable ProofOfDelivery proof,
            Instant createdAt) {}

    /**
     * Something that happened to a parcel.
     *
     * @param occurredAt when it happened
     * @param recordedAt when we heard
     */
    public record TrackingEvent(
            String id, Code code, @Nullable String place, Instant occurredAt, Instant recordedAt) {}

    /** Who took it, where and when. */
    public record ProofOfDelivery(
            String receivedBy, @Nullable Position position, Instant at) {}

    /**
     * A scan of a parcel. A repeat with the same id changes nothing.
     *
     * @param id chosen by the scanner, unique per scan
     */
    public record RecordEvent(
            Sscc sscc, String id, Code code, @Nullable String place, Instant occurredAt) {
        public RecordEvent {
            id = Require.text(id, "id", 64);
            Require.present(code, "code");
            place = Require.optionalText(place, "place", 120);
            Require.present(occurredAt, "occurredAt");
        }
    }

    /** What a scan answers. */
    public sealed interface RecordReply {
        /** Recorded. */
        @Outcome(status = 201)
        record Recorded(Parcel parcel) implements RecordReply {}

        /** This cannot be scanned by hand, or not in this state. */
        @Outcome(status = 409, code = "WRONG_STATE", title = "The parcel is not in a state for this.")
        record WrongState(Status state) implements RecordReply {}
    }

    /** Asks for a parcel's label. */
    public record LabelQuery(Sscc sscc) {}

    /** A label with its GS1-128 barcode. */
    public record Label(@RawBody("image/svg+xml") String svg) {}

    /** Asks for the public view of a parcel, by the number on its label. */
    public record TrackingQuery(Sscc sscc) {}

    /** What everybody who knows the number may see: no name, no street. */
    public record Tracking(
            Sscc sscc,
            Status status,
            String city,
            @Nullable Instant promisedFrom,
            @Nullable Instant promisedUntil,
            List<TrackingEvent> events) {}

    /** Opens a return of delivered units. */
    public record OpenReturn(
            OrderNumber order,
            List<ReturnLine> lines,
            String reason,
            @InHeader("Order-Token") @Nullable String orderToken) {
        public OpenReturn {
            Require.present(order, "order");
            lines = List.copyOf(Require.some(lines, "lines", 100));
            reason = Require.text(reason, "reason", 500);
        }
    }

    /** Units that come back. */
    public record ReturnLine(Sku sku, int quantity) {
        public ReturnLine {
            Require.range(quantity, "quantity", 1, 999);
        }
    }

    /** Where a return stands. */
    public enum ReturnState {
        EXPECTED,
        RECEIVED
    }

    /** How a returned unit looks on inspection: A and B go back to stock, C is scrapped. */
    public enum Grade {
        A,
        B,
        C
    }

    /** A return. */
    public record Return(
            ReturnNumber number,
            OrderNumber order,
            ReturnState state,
            List<ReturnLine> lines,
            List<InspectedLine> inspected,
            String reason,
            Sscc sscc,
            Instant openedAt) {}

    /** What an inspection found. */
    public record InspectedLine(Sku sku, int quantity, Grade grade) {
        public InspectedLine {
            Require.range(quantity, "quantity", 1, 999);
            Require.present(grade, "grade");
        }
    }

    /** What opening a return answers. */
    public sealed interface ReturnReply {
        /** Open: put the label on the parcel and hand it over. */
        @Outcome(status = 201)
        record Opened(Return opened) implements ReturnReply {}

        /** The return as it is now. */
        record Received(Return received) implements ReturnReply {}

        /** These units were not delivered, or are already on their way back. */
        @Outcome(status = 409, code = "NOT_RETURNABLE", title = "These units cannot be returned.")
        record NotReturnable(List<Problem.Fault> errors) implements ReturnReply {}
    }

    /** Asks for a return. */
    public record ReturnQuery(
            ReturnNumber number,
            @InHeader("Order-Token") @Nullable String orderToken) {}

    /** Asks for returns, newest first. */
    public record ReturnsQuery(
            @Nullable ReturnState state,
            @Nullable Integer limit,
            @Nullable String cursor) {
        public ReturnsQuery {
            limit = Require.range(limit, "limit", 1, 100, 50);
        }
    }

    /** A page of returns. */
    public record ReturnPage(List<Return> items, @Nullable String next) {}

    /** Returned units arrived at a depot and were inspected: they are restocked or scrapped once, refunded once. */
    public record ReceiveReturn(ReturnNumber number, DepotId depot, List<InspectedLine> lines) {
        public ReceiveReturn {
            Require.present(depot, "depot");
            lines = List.copyOf(Require.some(lines, "lines", 100));
        }
    }

    /** News of {@link ShippingContract#PARCELS}. */
    public sealed interface TraceNews {
        /** A parcel has a label and waits in a depot for a round. */
        record ParcelLabelled(
                Sscc sscc,
                OrderNumber order,
                DepotId depot,
                Recipient recipient,
                int weightGrams,
                long volumeCubicCentimetres,
                Instant at)
                implements TraceNews {}

        /** A parcel left its depot: its units are gone from stock and its money is due. */
        record ParcelDeparted(
                Sscc sscc,
                OrderNumber order,
                DepotId depot,
                List<PackedLine> lines,
                boolean lastOfOrder,
                Recipient recipient,
                Instant at)
                implements TraceNews {}

        /** A driver has it and drives. */
        record ParcelOutForDelivery(Sscc sscc, OrderNumber order, Recipient recipient, Instant at)
                implements TraceNews {}

        /** It is at the door. */
        record ParcelDelivered(Sscc sscc, OrderNumber order, Recipient recipient, ProofOfDelivery proof, Instant at)
                implements TraceNews {}

        /** Nobody opened, or the like; it goes out again. */
        record ParcelAttemptFailed(
                Sscc sscc, OrderNumber order, Recipient recipient, String reason, int attempts, Instant at)
                implements TraceNews {}
    }

    /** News of {@link ShippingContract#RETURNS}. */
    public sealed interface ReturnNews {
        /** A return was opened. */
        record ReturnOpened(ReturnNumber number, OrderNumber order, List<ReturnLine> lines, Instant at)
                implements ReturnNews {}

        /** Returned units were inspected. */
        record ReturnInspected(
                ReturnNumber number, OrderNumber order, DepotId depot, List<InspectedLine> lines, Instant at)
                implements ReturnNews {}
    }

    /** News of {@link ShippingContract#PARCEL_FEED}, for the pages of its owner and of the public. */
    public record ParcelChanged(Sscc sscc, OrderNumber order, Status status, TrackingEvent event) {}
}
