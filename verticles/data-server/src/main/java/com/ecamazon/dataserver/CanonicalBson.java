package com.ecamazon.dataserver;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whether bytes from outside are a document that the server's own code would read and write again as these very bytes,
 * so that they may be stored and compared as they are.
 *
 * <p>Types that clients use every day are known; a document with others is not canonical here and takes the long way.
 */
final class CanonicalBson {
    private static final int LARGEST = 16 << 20;
    private static final int DEEPEST = 60;
    private static final int MOST_FIELDS = 256;
    private static final int SMALLEST = 5;

    private final byte[] bytes;
    /** Hashes of the names in the documents that are open, so that no name comes twice in one. */
    private int[] names = new int[32];

    private int known;

    private CanonicalBson(byte[] bytes) {
        this.bytes = bytes;
    }

    static boolean holds(byte[] bytes, int from, int to) {
        try {
            return new CanonicalBson(bytes).document(from, to, false, 0) == to;
        } catch (IndexOutOfBoundsException _) {
            return false;
        }
    }

    /** Where the document ends, or -1. */
    private int document(int from, int limit, boolean array, int depth) {
        int length = limit - from < SMALLEST ? 0 : BsonCursor.integer(bytes, from);
        if (length < SMALLEST || length > LARGEST || length > limit - from || depth > DEEPEST) {
            return -1;
        }
        int end = from + length - 1;
        int own = known;
        int at = from + 4;
        for (int field = 0; at >= 0 && at < end; field++) {
            byte type = bytes[at];
            int name = at + 1;
            int value = array ? index(name, field) : name(name, own);
            at = value < 0 ? -1 : value(type, value, end, depth);
        }
        known = own;
        return at == end && bytes[end] == 0 ? end + 1 : -1;
    }

    /** Where the value after a name starts that is new in its document, or -1. */
    private int name(int from, int own) {
        int hash = 0x811C9DC5;
        int at = from;
        int signs = 0;
        for (byte one = bytes[at]; one != 0; one = bytes[++at]) {
            hash = (hash ^ one) * 0x01000193;
            signs |= one;
        }
        if ((signs < 0 && !text(from, at)) || known - own == MOST_FIELDS) {
            return -1;
        }
        for (int i = own; i < known; i++) {
            if (names[i] == hash) {
                return -1;
            }
        }
        if (known == names.length) {
            names = Arrays.copyOf(names, 2 * known);
        }
        names[known++] = hash;
        return at + 1;
    }

    /** Where the value after the name of this element starts, or -1. */
    private int index(int from, int expected) {
        int number = 0;
        int at = from;
        while (bytes[at] >= '0' && bytes[at] <= '9' && at - from < 9) {
            number = 10 * number + bytes[at++] - '0';
        }
        boolean plain = at > from && (bytes[from] != '0' || at == from + 1);
        return plain && number == expected && bytes[at] == 0 ? at + 1 : -1;
    }

    private int value(byte type, int at, int end, int depth) {
        int after = switch (type) {
            case BsonCursor.NULL -> at;
            case BsonCursor.BOOLEAN -> bytes[at] == 0 || bytes[at] == 1 ? at + 1 : -1;
            case BsonCursor.INT32 -> at + 4;
            case BsonCursor.DOUBLE, BsonCursor.DATE, BsonCursor.INT64 -> at + 8;
            case BsonCursor.OBJECT_ID -> at + 12;
            case BsonCursor.STRING -> string(at, end);
            case BsonCursor.DOCUMENT -> document(at, end, false, depth + 1);
            case BsonCursor.ARRAY -> document(at, end, true, depth + 1);
            default -> -1;
        };
        return after > end ? -1 : after;
    }

    private int string(int at, int end) {
        int length = BsonCursor.integer(bytes, at);
        if (length < 1 || length > end - at - 4) {
            return -1;
        }
        int zero = at + 4 + length - 1;
        return bytes[zero] == 0 && text(at + 4, zero) ? zero + 1 : -1;
    }

    /** Whether these bytes are UTF-8 that comes out the same when it is written again. */
    private boolean text(int from, int to) {
        int at = from;
        while (to - at >= 8 && (BsonCursor.eight(bytes, at) & 0x8080808080808080L) == 0) {
            at += 8;
        }
        while (at < to && bytes[at] >= 0) {
            at++;
        }
        if (at == to) {
            return true;
        }
        byte[] again = new String(bytes, from, to - from, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_8);
        return Arrays.equals(again, 0, again.length, bytes, from, to);
    }
}
