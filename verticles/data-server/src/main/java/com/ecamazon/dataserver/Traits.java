package com.ecamazon.dataserver;

import java.nio.charset.StandardCharsets;

/** What is known of the keys in a table; kept with the data, and only ever added to, so it may be too careful. */
final class Traits {
    /** Some document has several keys here. */
    static final int MANY = 1;
    /** Some keys are not where a comparison in a query would look for them. */
    static final int IRREGULAR = 2;

    private final Table control;
    private final byte[] key;
    private volatile int bits;

    Traits(Table control, Table described) {
        this.control = control;
        this.key = ("traits:" + described.name()).getBytes(StandardCharsets.UTF_8);
        byte[] kept = control.get(key);
        this.bits = kept == null ? 0 : kept[0];
    }

    boolean many() {
        return (bits & MANY) != 0;
    }

    boolean irregular() {
        return (bits & IRREGULAR) != 0;
    }

    /** Goes with the batch that makes it true, each time, for an earlier batch may have been given up. */
    void add(int trait, Batch batch) {
        int now = bits | trait;
        bits = now;
        batch.put(control, key, new byte[] {(byte) now});
    }

    void forget(Batch batch) {
        bits = 0;
        batch.remove(control, key);
    }
}
