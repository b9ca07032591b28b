package com.ecamazon.platform.data;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.bson.BsonType;

/** Reads BSON from its first to its last value; names are compared as bytes and made a text only when that is asked for. */
final class BsonCursor {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private int at;
    private int nameAt;
    private BsonType type = BsonType.DOCUMENT;

    /** Stands on the object that the bytes begin with. */
    BsonCursor(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Enters the object or array that it stands on. */
    void enter() {
        expect(type == BsonType.DOCUMENT || type == BsonType.ARRAY);
        at += Integer.BYTES;
    }

    /** Goes to the next value; false, and out, at the end of the object or array. */
    boolean next() {
        type = BsonType.findByValue(bytes[at++] & 0xff);
        if (type == BsonType.END_OF_DOCUMENT) {
            return false;
        }
        nameAt = at;
        while (bytes[at] != 0) {
            at++;
        }
        at++;
        return true;
    }

    BsonType type() {
        return type;
    }

    /** Whether the value has this name, which has a zero at its end. */
    boolean isNamed(byte[] name) {
        return Arrays.equals(bytes, nameAt, at, name, 0, name.length);
    }

    String name() {
        return new String(bytes, nameAt, at - 1 - nameAt, StandardCharsets.UTF_8);
    }

    String text() {
        expect(type == BsonType.STRING);
        int length = (int) INT.get(bytes, at);
        var text = new String(bytes, at + Integer.BYTES, length - 1, StandardCharsets.UTF_8);
        at += Integer.BYTES + length;
        return text;
    }

    boolean flag() {
        expect(type == BsonType.BOOLEAN);
        return bytes[at++] != 0;
    }

    long epochMillis() {
        expect(type == BsonType.DATE_TIME);
        return eight();
    }

    /** The number, whole or cut to it, for a component may have been of another type before. */
    long whole() {
        return switch (type) {
            case INT32 -> four();
            case INT64 -> eight();
            case DOUBLE -> (long) Double.longBitsToDouble(eight());
            default -> throw unexpected();
        };
    }

    double broken() {
        return type == BsonType.DOUBLE ? Double.longBitsToDouble(eight()) : whole();
    }

    private int four() {
        at += Integer.BYTES;
        return (int) INT.get(bytes, at - Integer.BYTES);
    }

    private long eight() {
        at += Long.BYTES;
        return (long) LONG.get(bytes, at - Long.BYTES);
    }

    /** Passes over the value. */
    void skip() {
        at += switch (type) {
            case NULL, UNDEFINED, MIN_KEY, MAX_KEY -> 0;
            case BOOLEAN -> 1;
            case INT32 -> Integer.BYTES;
            case INT64, DATE_TIME, DOUBLE, TIMESTAMP -> Long.BYTES;
            case OBJECT_ID -> 12;
            case DECIMAL128 -> 16;
            case STRING, SYMBOL, JAVASCRIPT -> Integer.BYTES + (int) INT.get(bytes, at);
            case BINARY -> Integer.BYTES + 1 + (int) INT.get(bytes, at);
            case DOCUMENT, ARRAY, JAVASCRIPT_WITH_SCOPE -> (int) INT.get(bytes, at);
            default -> throw unexpected();
        };
    }

    private void expect(boolean holds) {
        if (!holds) {
            throw unexpected();
        }
    }

    private IllegalStateException unexpected() {
        return new IllegalStateException("a stored value has another type than its component: " + type);
    }
}
