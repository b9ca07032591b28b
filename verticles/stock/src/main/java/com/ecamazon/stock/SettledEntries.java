package com.ecamazon.stock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The entries that this instance knows to be in the ledger, and since when. A SKU's document may forget one when every look
 * at the ledger that still missed it is outdated: {@link #SETTLED_AFTER} is longer than {@link StockKeeping#LOOK_VALID}.
 */
final class SettledEntries {
    static final Duration SETTLED_AFTER = Duration.ofSeconds(1);
    private static final int MOST = 20_000;

    private final InstantSource clock;
    private final Map<String, Instant> known = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Instant> eldest) {
            return size() > MOST;
        }
    };

    SettledEntries(InstantSource clock) {
        this.clock = clock;
    }

    void inLedger(Collection<String> ids) {
        var now = clock.instant();
        ids.forEach(id -> known.putIfAbsent(id, now));
    }

    /** Whether an entry is in the ledger for long enough at this time. */
    Predicate<String> at(Instant now) {
        var latest = now.minus(SETTLED_AFTER);
        return id -> {
            var since = known.get(id);
            return since != null && !since.isAfter(latest);
        };
    }

    boolean knows(String id) {
        return known.containsKey(id);
    }
}
