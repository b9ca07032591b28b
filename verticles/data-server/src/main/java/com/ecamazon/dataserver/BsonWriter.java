package com.ecamazon.dataserver;

import java.util.Arrays;

/** Writes the stored form of a document from parts of others. */
final class BsonWriter {
    private byte[] bytes;
    private int length = 4;

    BsonWriter(int size) {
        this.bytes = new byte[size];
    }

    void copy(byte[] from, int start, int end) {
        grow(end - start);
        System.arraycopy(from, start, bytes, length, end - start);
        length += end - start;
    }

    void field(BsonName name, BsonValue value) {
        start(value.type(), name);
        copy(value.bytes(), value.from(), value.to());
    }

    /** Starts an array; gives the place that {@link #closeArray} wants. */
    int openArray(BsonName name) {
        start(BsonCursor.ARRAY, name);
        int start = length;
        grow(4);
        length += 4;
        return start;
    }

    void element(int index, BsonValue value) {
        put(value.type());
        String digits = Integer.toString(index);
        for (int i = 0; i < digits.length(); i++) {
            put((byte) digits.charAt(i));
        }
        put((byte) 0);
        copy(value.bytes(), value.from(), value.to());
    }

    /** Ends an array and shows it as it lies here, until something else is written. */
    BsonValue closeArray(int start) {
        put((byte) 0);
        integer(length - start, start);
        return new BsonValue(bytes, BsonCursor.ARRAY, start, length);
    }

    /** Ends the document. */
    byte[] document() {
        put((byte) 0);
        integer(length, 0);
        return Arrays.copyOf(bytes, length);
    }

    private void start(byte type, BsonName name) {
        put(type);
        copy(name.bytes(), 0, name.bytes().length);
        put((byte) 0);
    }

    private void integer(int value, int at) {
        for (int i = 0; i < 4; i++) {
            bytes[at + i] = (byte) (value >> (8 * i));
        }
    }

    private void put(byte one) {
        grow(1);
        bytes[length++] = one;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
