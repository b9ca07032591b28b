package com.ecamazon.platform;

import com.ecamazon.platform.bus.Bus;
import com.ecamazon.platform.data.Database;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.time.InstantSource;

/**
 * What one instance of a domain works with; all of it on the verticle's event loop.
 *
 * @param node the JVM it lives in
 * @param instance the instance's name, which is its own bus address too
 */
public record Platform(
        Node node,
        Vertx vertx,
        Bus bus,
        Database database,
        InstantSource clock,
        Settings settings,
        Secrets secrets,
        MeterRegistry metrics,
        String instance) {}
