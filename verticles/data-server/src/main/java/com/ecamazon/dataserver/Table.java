package com.ecamazon.dataserver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/** One ordered map of the file, from byte keys to byte values; neither is changed after it was put. */
final class Table {
    private final String name;
    private final int number;
    private final MVMap<byte[], byte[]> map;
    private final WriteCount writes = new WriteCount();

    Table(String name, int number, MVMap<byte[], byte[]> map) {
        this.name = name;
        this.number = number;
        this.map = map;
    }

    String name() {
        return name;
    }

    /** How the journal names this table. */
    int number() {
        return number;
    }

    MVMap<byte[], byte[]> map() {
        return map;
    }

    WriteCount writes() {
        return writes;
    }

    void put(byte[] key, byte[] value) {
        writes.put(map.put(key, value) == null);
    }

    void remove(byte[] key) {
        if (map.remove(key) != null) {
            writes.remove();
        }
    }

    byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    long size() {
        return map.sizeAsLong();
    }

    /** At most {@code limit} rows of the range as they are at one moment, in ascending or descending order. */
    List<Row> rows(KeyRange range, boolean descending, int limit) {
        List<Row> rows = new ArrayList<>(Math.min(limit, 64));
        if (range.empty()) {
            return rows;
        }
        byte[] to = range.to();
        byte[] first = descending ? to : range.from();
        byte[] last = descending ? range.from() : to;
        MVStore store = map.getStore();
        MVStore.TxCounter version = store.registerVersionUsage();
        try {
            Cursor<byte[], byte[]> cursor = map.cursor(first, last, descending);
            while (rows.size() < limit && cursor.hasNext()) {
                byte[] key = cursor.next();
                if (to == null || !Arrays.equals(key, to)) {
                    rows.add(new Row(key, cursor.getValue()));
                }
            }
        } finally {
            store.deregisterVersionUsage(version);
        }
        return rows;
    }

    /** A key and its value. */
    static final class Row {
        private final byte[] key;
        private final byte[] value;

        Row(byte[] key, byte[] value) {
            this.key = key;
            this.value = value;
        }

        byte[] key() {
            return key;
        }

        byte[] value() {
            return value;
        }
    }
}
