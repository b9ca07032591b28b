package com.ecamazon.dataserver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of a field as it is stored. */
final class BsonName {
    private final byte[] bytes;

    private BsonName(byte[] bytes) {
        this.bytes = bytes;
    }

    static BsonName of(String name) {
        return new BsonName(name.getBytes(StandardCharsets.UTF_8));
    }

    static BsonName at(byte[] document, int from, int to) {
        return new BsonName(Arrays.copyOfRange(document, from, to));
    }

    /** The bytes themselves, not a copy; nobody changes them. */
    byte[] bytes() {
        return bytes;
    }

    boolean lies(byte[] document, int from, int to) {
        return Arrays.equals(document, from, to, bytes, 0, bytes.length);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BsonName name && Arrays.equals(bytes, name.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }
}
