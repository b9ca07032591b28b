package com.ecamazon.payment.store;

import java.time.Instant;
import java.util.HexFormat;

/** A text that sorts by time and, within one millisecond, by id. */
final class SortKey {
    private SortKey() {}

    static String of(Instant at, String id) {
        return prefix(at) + " " + id;
    }

    /** Sorts before all keys of that time. */
    static String prefix(Instant at) {
        return HexFormat.of().toHexDigits(at.toEpochMilli(), 12);
    }
}
