package com.ecamazon.stock;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.AvailabilityChanged;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Bus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;

/** Tells everybody how many units can be promised: what changed since the last news, and every second that it is alive. */
final class Availability {
    static final Duration EVERY = Duration.ofMillis(150);
    private static final Duration HEARTBEAT = Duration.ofSeconds(1);
    private static final int MOST_AT_ONCE = 1_000;

    private final Bus bus;
    private final String instance;
    private final InstantSource clock;
    private final Map<Sku, Integer> changes = new LinkedHashMap<>();
    private long sequence;
    private Instant toldAt = Instant.EPOCH;

    Availability(Bus bus, String instance, InstantSource clock) {
        this.bus = bus;
        this.instance = instance;
        this.clock = clock;
    }

    void changed(Sku sku, int units) {
        changes.put(sku, units);
    }

    void tell() {
        var now = clock.instant();
        if (changes.isEmpty() && toldAt.plus(HEARTBEAT).isAfter(now)) {
            return;
        }
        var told = new ArrayList<Available>();
        var each = changes.entrySet().iterator();
        while (each.hasNext() && told.size() < MOST_AT_ONCE) {
            var change = each.next();
            told.add(new Available(change.getKey(), change.getValue()));
            each.remove();
        }
        sequence++;
        toldAt = now;
        bus.publish(StockContract.AVAILABILITY, new AvailabilityChanged(instance, sequence, told));
    }
}
