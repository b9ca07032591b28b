package com.ecamazon.dataserver;

import java.util.Arrays;
import java.util.HexFormat;

/** A document's place in its collection: its {@code _id} in the order-keeping form of {@link KeyWriter}. */
final class Key implements Comparable<Key> {
    private final byte[] bytes;

    Key(byte[] bytes) {
        this.bytes = bytes;
    }

    /** The bytes themselves, not a copy; nobody changes them. */
    byte[] bytes() {
        return bytes;
    }

    @Override
    public int compareTo(Key other) {
        return Arrays.compareUnsigned(bytes, other.bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Key key && Arrays.equals(bytes, key.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes);
    }
}
