package com.ecamazon.dataserver;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Walks the fields of a document in its stored form, without making objects of them.
 *
 * <p>Made for what the server's own encoder wrote and what {@link CanonicalBson} looked at; other bytes may end it in any
 * exception.
 */
final class BsonCursor {
    static final byte DOUBLE = 0x01;
    static final byte STRING = 0x02;
    static final byte DOCUMENT = 0x03;
    static final byte ARRAY = 0x04;
    static final byte BINARY = 0x05;
    static final byte OBJECT_ID = 0x07;
    static final byte BOOLEAN = 0x08;
    static final byte DATE = 0x09;
    static final byte NULL = 0x0A;
    static final byte INT32 = 0x10;
    static final byte TIMESTAMP = 0x11;
    static final byte INT64 = 0x12;
    private static final byte UNDEFINED = 0x06;
    private static final byte REGEX = 0x0B;
    private static final byte JAVASCRIPT = 0x0D;
    private static final byte DECIMAL128 = 0x13;
    private static final byte MIN_KEY = (byte) 0xFF;
    private static final byte MAX_KEY = 0x7F;

    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final int end;
    private int next;
    private int start;
    private int nameEnd;

    /** Stands before the first field of the document that starts there. */
    BsonCursor(byte[] bytes, int at) {
        this.bytes = bytes;
        this.end = at + integer(bytes, at) - 1;
        this.next = at + 4;
    }

    static int integer(byte[] bytes, int at) {
        return (int) INT.get(bytes, at);
    }

    static long eight(byte[] bytes, int at) {
        return (long) LONG.get(bytes, at);
    }

    /** Goes to the next field, if there is one. */
    boolean next() {
        if (next >= end) {
            return false;
        }
        start = next;
        nameEnd = zeroAfter(start + 1);
        next = end(bytes[start], nameEnd + 1);
        return true;
    }

    /** Goes on to the field of this name, if one follows. */
    boolean find(BsonName name) {
        while (next()) {
            if (named(name)) {
                return true;
            }
        }
        return false;
    }

    private int zeroAfter(int from) {
        int at = from;
        while (bytes[at] != 0) {
            at++;
        }
        return at;
    }

    private int end(byte type, int value) {
        return switch (type) {
            case NULL, UNDEFINED, MIN_KEY, MAX_KEY -> value;
            case BOOLEAN -> value + 1;
            case INT32 -> value + 4;
            case DOUBLE, DATE, INT64, TIMESTAMP -> value + 8;
            case OBJECT_ID -> value + 12;
            case DECIMAL128 -> value + 16;
            case STRING, JAVASCRIPT -> value + 4 + integer(bytes, value);
            case DOCUMENT, ARRAY -> value + integer(bytes, value);
            case BINARY -> value + 5 + integer(bytes, value);
            case REGEX -> zeroAfter(zeroAfter(value) + 1) + 1;
            default -> throw new IllegalStateException("unknown type " + type);
        };
    }

    boolean named(BsonName name) {
        return name.lies(bytes, start + 1, nameEnd);
    }

    boolean namedAs(BsonCursor other) {
        return Arrays.equals(bytes, start + 1, nameEnd, other.bytes, other.start + 1, other.nameEnd);
    }

    BsonName name() {
        return BsonName.at(bytes, start + 1, nameEnd);
    }

    /** Whether an update names just this field by its name: not empty, without dots, not that of an operator. */
    boolean plainlyNamed() {
        if (start + 1 == nameEnd || bytes[start + 1] == '$') {
            return false;
        }
        for (int i = start + 1; i < nameEnd; i++) {
            if (bytes[i] == '.') {
                return false;
            }
        }
        return true;
    }

    byte type() {
        return bytes[start];
    }

    /** Where the whole field starts, its type and name before its value. */
    int start() {
        return start;
    }

    /** Where its value ends, and the next field starts. */
    int end() {
        return next;
    }

    BsonValue value() {
        return new BsonValue(bytes, bytes[start], nameEnd + 1, next);
    }
}
