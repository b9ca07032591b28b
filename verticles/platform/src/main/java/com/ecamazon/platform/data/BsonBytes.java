package com.ecamazon.platform.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.BsonType;

/**
 * Writes BSON (bsonspec.org, version 1.1). The driver's own writer checks, nests and encodes the name at each of a record's
 * components again, which took most of a write's time.
 */
final class BsonBytes {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final byte[] NONE = {};

    private byte[] bytes = new byte[1024];
    private int size;
    private byte[] name = NONE;

    /** A name as its bytes, with the zero at its end. */
    static byte[] name(String name) {
        var utf8 = name.getBytes(StandardCharsets.UTF_8);
        for (byte b : utf8) {
            if (b == 0) {
                throw new IllegalArgumentException("a name has no zero in it");
            }
        }
        return Arrays.copyOf(utf8, utf8.length + 1);
    }

    /** The array that holds what was written so far at its start. */
    byte[] array() {
        return bytes;
    }

    int size() {
        return size;
    }

    /** Names the value that is written next. */
    void writeName(byte[] next) {
        name = next;
    }

    void writeNull() {
        element(BsonType.NULL, 0);
    }

    void writeBoolean(boolean value) {
        element(BsonType.BOOLEAN, 1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void writeInt(int value) {
        element(BsonType.INT32, Integer.BYTES);
        INT.set(bytes, size, value);
        size += Integer.BYTES;
    }

    void writeLong(long value) {
        eight(BsonType.INT64, value);
    }

    void writeDouble(double value) {
        eight(BsonType.DOUBLE, Double.doubleToRawLongBits(value));
    }

    void writeDate(long epochMillis) {
        eight(BsonType.DATE_TIME, epochMillis);
    }

    private void eight(BsonType type, long value) {
        element(type, Long.BYTES);
        LONG.set(bytes, size, value);
        size += Long.BYTES;
    }

    void writeText(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        element(BsonType.STRING, utf8.length + Integer.BYTES + 1);
        INT.set(bytes, size, utf8.length + 1);
        size += Integer.BYTES;
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
        bytes[size++] = 0;
    }

    /** Begins an object; gives what its end must be told. */
    int startObject() {
        return start(BsonType.DOCUMENT);
    }

    /** Begins an array, whose elements are named by their places; gives what its end must be told. */
    int startArray() {
        return start(BsonType.ARRAY);
    }

    private int start(BsonType type) {
        element(type, Integer.BYTES);
        size += Integer.BYTES;
        return size - Integer.BYTES;
    }

    void end(int start) {
        room(1);
        bytes[size++] = 0;
        INT.set(bytes, start, size - start);
    }

    /** The outermost value has neither type nor name. */
    private void element(BsonType type, int length) {
        room(1 + name.length + length);
        if (name.length > 0) {
            bytes[size++] = (byte) type.getValue();
            System.arraycopy(name, 0, bytes, size, name.length);
            size += name.length;
        }
    }

    private void room(int more) {
        if (bytes.length - size < more) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
        }
    }
}
