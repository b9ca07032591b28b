package com.ecamazon.contract.operations;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Require;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Events that a subscriber group keeps refusing, and those that wait behind them. */
public final class ParkedEvents {
    private ParkedEvents() {}

    /** Asks what of a domain's news is parked. */
    public record ParkedQuery() {}

    /**
     * What is parked.
     *
     * @param events how many there are
     * @param lanes the first hundred of them, the longest parked first
     */
    public record Parking(long events, List<ParkedLane> lanes) {
        public Parking {
            lanes = List.copyOf(lanes);
        }
    }

    /**
     * The news of one aggregate for one subscriber group, from the event on that the group refused.
     *
     * @param group the domain that refuses it
     * @param subject the aggregate, such as an order number
     * @param event the id of the event that was refused
     * @param reason what the group said last
     * @param following how many events wait behind it
     */
    public record ParkedLane(
            Domain group, String subject, String event, String topic, String reason, Instant since, long following) {}

    /**
     * Asks to deliver again what is parked, in order.
     *
     * @param group for this group only
     * @param subject of this aggregate only
     */
    public record Redrive(@Nullable Domain group, @Nullable String subject) {
        public Redrive {
            subject = Require.optionalText(subject, "subject", 200);
        }
    }

    /**
     * How that went.
     *
     * @param delivered how many events the groups took now
     * @param left how many of those that were asked for are parked now
     * @param running whether it goes on after this answer
     */
    public record Redriven(long delivered, long left, boolean running) {}
}
