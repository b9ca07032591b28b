package com.ecamazon.shipping.domain;

import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.TrackingEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened to a parcel, in the order in which it happened, whatever the order in which it was heard. */
public record History(List<TrackingEvent> events) {
    /** Code and id break a tie, so that the order never depends on what was heard first. */
    private static final Comparator<TrackingEvent> AS_IT_HAPPENED = Comparator.comparing(TrackingEvent::occurredAt)
            .thenComparing(TrackingEvent::code)
            .thenComparing(TrackingEvent::id);

    /** Nothing has happened. */
    public static final History NONE = new History(List.of());

    public History {
        events = List.copyOf(events);
    }

    /** With this event in its place; the same history when the event is known. */
    public History with(TrackingEvent event) {
        if (knows(event.id())) {
            return this;
        }
        var all = new ArrayList<>(events);
        all.add(event);
        all.sort(AS_IT_HAPPENED);
        return new History(all);
    }

    /** True when an event with this id is here. */
    public boolean knows(String id) {
        return events.stream().anyMatch(event -> event.id().equals(id));
    }

    /** What the history adds up to. */
    public Status status() {
        return StatusOf.history(events);
    }

    /** How often this happened. */
    public int count(Code code) {
        return (int) events.stream().filter(event -> event.code() == code).count();
    }
}
