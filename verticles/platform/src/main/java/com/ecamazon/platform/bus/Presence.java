package com.ecamazon.platform.bus;

import com.ecamazon.contract.Domain;
import java.time.Instant;
import java.util.List;

/**
 * What an instance says of itself once a second.
 *
 * @param instance unique, also its own bus address: {@code stock@...}
 * @param node the cluster node it lives in
 */
public record Presence(
        Domain domain,
        String instance,
        String node,
        State state,
        double requestsPerSecond,
        double errorsPerSecond,
        double p99Millis,
        int outboxDepth,
        int parked,
        List<Circuit> circuits,
        Instant startedAt) {
    /** Whether requests should go there. */
    public enum State {
        SERVING,
        /** There, but cannot serve now. */
        UNREADY,
        DRAINING
    }

    /** A circuit that is not closed. */
    public record Circuit(String operation, String state) {}
}
