package com.ecamazon.contract.auditor;

import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.contract.shipping.Parcels.Status;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What Shipping and Dispatching know of parcels, as it is stored. */
public final class ParcelFacts {
    private ParcelFacts() {}

    /** A page of parcels, by order. */
    public record ParcelPage(
            List<ParcelFact> items, @Nullable String next) {}

    /**
     * A parcel and what happened to it, in the order in which it happened.
     *
     * @param document the key that it is stored under
     * @param late from then on it is late
     */
    public record ParcelFact(
            String document,
            String sscc,
            String order,
            String depot,
            List<Units> lines,
            Status status,
            List<Happened> events,
            @Nullable Proof proof,
            @Nullable Instant late) {
        public ParcelFact {
            lines = List.copyOf(lines);
            events = List.copyOf(events);
        }
    }

    /** Units of a SKU. */
    public record Units(String sku, int quantity) {}

    /** Something that happened to a parcel. */
    public record Happened(String id, Code code, Instant occurredAt) {}

    /**
     * That a parcel was handed over.
     *
     * @param named whether somebody was named who took it
     */
    public record Proof(boolean named, Instant at) {}

    /** A page of shipments, by order. */
    public record ShipmentPage(
            List<ShipmentFact> items, @Nullable String next) {}

    /** All parcels of an order, which is what other domains are told of. */
    public record ShipmentFact(String order, List<ConsignedFact> parcels, List<String> returns) {
        public ShipmentFact {
            parcels = List.copyOf(parcels);
            returns = List.copyOf(returns);
        }
    }

    /** A parcel of a shipment. */
    public record ConsignedFact(String sscc, List<Units> lines, boolean left, boolean delivered) {
        public ConsignedFact {
            lines = List.copyOf(lines);
        }
    }

    /** A page of returns, by order. */
    public record ReturnPage(
            List<ReturnFact> items, @Nullable String next) {}

    /** Units on their way back, or back. */
    public record ReturnFact(String number, String order, ReturnState state, String sscc, List<Inspected> inspected) {
        public ReturnFact {
            inspected = List.copyOf(inspected);
        }
    }

    /** What an inspection found. */
    public record Inspected(String sku, int quantity, Grade grade) {}

    /** A page of parcels on their way to the door, by order. */
    public record DeliveryPage(
            List<DeliveryFact> items, @Nullable String next) {}

    /**
     * A parcel as Dispatching knows it.
     *
     * @param where waiting, in_round, delivered or given_up
     * @param roundState of the round that it is in, or was in last
     */
    public record DeliveryFact(
            String sscc,
            String order,
            String where,
            @Nullable String round,
            @Nullable RoundState roundState) {}

    /** A page of the rounds that are not over, by id. */
    public record RoundPage(List<RoundFact> items, @Nullable String next) {}

    /**
     * A round that is not over.
     *
     * @param capacity of its van; absent when there is no such van
     */
    public record RoundFact(
            String id,
            RoundState state,
            String vehicle,
            String driver,
            List<Load> loads,
            @Nullable Capacity capacity) {
        public RoundFact {
            loads = List.copyOf(loads);
        }
    }

    /**
     * A parcel of a round.
     *
     * @param round that the parcel itself says it is in
     */
    public record Load(
            String sscc,
            boolean open,
            int grams,
            long cubicCentimetres,
            @Nullable String round) {}

    /** What a van can carry. */
    public record Capacity(int grams, long cubicCentimetres, int parcels) {}
}
