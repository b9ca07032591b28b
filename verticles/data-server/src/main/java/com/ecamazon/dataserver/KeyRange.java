package com.ecamazon.dataserver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The keys from {@code from} (included, null: the first) up to {@code to} (excluded, null: the last). */
final class KeyRange {
    static final KeyRange ALL = new KeyRange(null, null);

    private final byte @Nullable [] from;
    private final byte @Nullable [] to;

    KeyRange(byte @Nullable [] from, byte @Nullable [] to) {
        this.from = from;
        this.to = to;
    }

    static KeyRange startingWith(byte[] prefix) {
        return prefix.length == 0 ? ALL : new KeyRange(prefix, behind(prefix));
    }

    byte @Nullable [] from() {
        return from;
    }

    byte @Nullable [] to() {
        return to;
    }

    boolean empty() {
        return from != null && to != null && Arrays.compareUnsigned(from, to) >= 0;
    }

    KeyRange after(byte[] key) {
        return new KeyRange(Arrays.copyOf(key, key.length + 1), to);
    }

    KeyRange before(byte[] key) {
        return new KeyRange(from, key);
    }

    /** The least key greater than all that start with this prefix; null when there is none. */
    static byte @Nullable [] behind(byte[] prefix) {
        for (int i = prefix.length - 1; i >= 0; i--) {
            if (prefix[i] != (byte) 0xFF) {
                byte[] next = Arrays.copyOf(prefix, i + 1);
                next[i]++;
                return next;
            }
        }
        return null;
    }
}
