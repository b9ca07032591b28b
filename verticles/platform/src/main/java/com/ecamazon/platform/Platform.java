package com.ecamazon.platform;

import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Outbox;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * What one instance of a domain works with; all of it on the verticle's event loop.
 *
 * @param host where it lives
 * @param outbox what the outboxes of its database have in common
 * @param instance the instance's name, which is its own bus address too
 */
public record Platform(
        Host host,
        Vertx vertx,
        Bus bus,
        Database database,
        Outbox outbox,
        InstantSource clock,
        Chance chance,
        Settings settings,
        Secrets secrets,
        MeterRegistry metrics,
        String instance) {
    /** The JVM it lives in, for those that need more of it than any host gives. */
    public Node node() {
        if (host instanceof Node node) {
            return node;
        }
        throw new IllegalStateException(host.id() + " is no node");
    }
}
