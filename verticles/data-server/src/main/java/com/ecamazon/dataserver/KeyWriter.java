package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values so that comparing the bytes compares the values, in the order of BSON types of MongoDB.
 *
 * <p>A value is a tag and a body that shows its own end, so values can follow one another. Numbers that are equal have
 * the same bytes whatever their type. Bytes of a descending field are inverted. Values that are not {@link #regular} are
 * equal when their bytes are, but a comparison in a query may see them in another order.
 */
final class KeyWriter {
    private static final byte MIN = 0x08;
    private static final byte NULL = 0x10;
    private static final byte NUMBER = 0x18;
    private static final byte STRING = 0x20;
    private static final byte DOCUMENT = 0x28;
    private static final byte LIST = 0x30;
    private static final byte BINARY = 0x38;
    private static final byte LEGACY_UUID = 0x40;
    private static final byte UUID_TAG = 0x48;
    private static final byte OBJECT_ID = 0x50;
    private static final byte BOOLEAN = 0x58;
    private static final byte INSTANT = 0x60;
    private static final byte TIMESTAMP = 0x68;
    private static final byte OTHER = 0x70;
    private static final byte MAX = 0x78;
    private static final double EXACT = 1L << 31;

    private byte[] bytes = new byte[48];
    private int length;

    static Key id(@Nullable Object id) {
        return new Key(new KeyWriter().append(id, true).bytes());
    }

    /** Whether the matcher's comparisons agree with those of the bytes. */
    static boolean regular(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            return true;
        }
        return switch (value) {
            // The server's own order is not one where fractions meet integers beyond 32 bits.
            case Double number ->
                Math.abs(number) < EXACT || (number == Math.rint(number) && Math.abs(number) < Long.MAX_VALUE);
            case Integer _, Long _, String _, UUID _, ObjectId _, Boolean _, Instant _, BsonTimestamp _ -> true;
            default -> false;
        };
    }

    KeyWriter append(@Nullable Object value, boolean ascending) {
        int start = length;
        write(value);
        if (!ascending) {
            for (int i = start; i < length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
        }
        return this;
    }

    KeyWriter append(byte[] written) {
        grow(written.length);
        System.arraycopy(written, 0, bytes, length, written.length);
        length += written.length;
        return this;
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void write(@Nullable Object value) {
        if (value == null || value instanceof Missing) {
            put(NULL);
            return;
        }
        switch (value) {
            case String text -> text(text);
            case Long number -> number(number.doubleValue(), (int) (number - (long) number.doubleValue()));
            case Number number -> number(number.doubleValue(), 0);
            case Instant time -> fixed(INSTANT, time.toEpochMilli() ^ Long.MIN_VALUE);
            case ObjectId id -> put(OBJECT_ID).append(id.toByteArray());
            case Boolean truth -> put(BOOLEAN).put((byte) (truth ? 1 : 0));
            case UUID id -> fixed(UUID_TAG, id.getMostSignificantBits()).eight(id.getLeastSignificantBits());
            case BsonTimestamp time -> fixed(TIMESTAMP, time.getValue());
            case MinKey _ -> put(MIN);
            case MaxKey _ -> put(MAX);
            case Document document -> other(DOCUMENT, document);
            case Collection<?> list -> other(LIST, list);
            case BinData data -> other(BINARY, data);
            case LegacyUUID id -> other(LEGACY_UUID, id);
            default -> other(OTHER, value);
        }
    }

    private void number(double value, int rest) {
        // Adding 0.0 makes -0.0 equal to 0.0.
        long bits = Double.doubleToLongBits(value + 0.0);
        fixed(NUMBER, bits < 0 ? ~bits : bits ^ Long.MIN_VALUE);
        int offset = rest + 0x8000;
        put((byte) (offset >> 8)).put((byte) offset);
    }

    /** UTF-16 units as one to three bytes, the order of strings in Java and so of the server; 0 is the end. */
    private void text(String text) {
        put(STRING);
        grow(3 * text.length() + 1);
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit < 2) {
                put((byte) 1).put((byte) (unit + 1));
            } else if (unit < 0x80) {
                bytes[length++] = (byte) unit;
            } else if (unit < 0x800) {
                put((byte) (0xC0 | (unit >> 6))).put((byte) (0x80 | (unit & 0x3F)));
            } else {
                put((byte) (0xE0 | (unit >> 12)))
                        .put((byte) (0x80 | ((unit >> 6) & 0x3F)))
                        .put((byte) (0x80 | (unit & 0x3F)));
            }
        }
        put((byte) 0);
    }

    private void other(byte tag, Object value) {
        put(tag);
        Object normal = new KeyValue(value).normalized().get(0);
        for (byte raw : Bson.encode(new Document("", normal))) {
            if (raw == 0 || raw == 1) {
                put((byte) 1).put((byte) (raw + 1));
            } else {
                put(raw);
            }
        }
        put((byte) 0);
    }

    private KeyWriter fixed(byte tag, long value) {
        return put(tag).eight(value);
    }

    private KeyWriter eight(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            put((byte) (value >> shift));
        }
        return this;
    }

    private KeyWriter put(byte one) {
        grow(1);
        bytes[length++] = one;
        return this;
    }

    private void grow(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }

    /** Where the value that starts at {@code from} ends. */
    static int end(byte[] key, int from, boolean ascending) {
        int flip = ascending ? 0 : 0xFF;
        int body = switch ((byte) (key[from] ^ flip)) {
            case MIN, NULL, MAX -> 0;
            case NUMBER -> 10;
            case UUID_TAG -> 16;
            case OBJECT_ID -> 12;
            case BOOLEAN -> 1;
            case INSTANT, TIMESTAMP -> 8;
            default -> -1;
        };
        if (body >= 0) {
            return from + 1 + body;
        }
        int end = from + 1;
        while ((byte) (key[end] ^ flip) != 0) {
            end++;
        }
        return end + 1;
    }
}
