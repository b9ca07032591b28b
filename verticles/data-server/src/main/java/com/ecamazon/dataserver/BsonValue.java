package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import io.netty.buffer.Unpooled;
import java.util.Arrays;

/** A value where it lies among the bytes of a document. */
final class BsonValue {
    private final byte[] bytes;
    private final byte type;
    private final int from;
    private final int to;

    BsonValue(byte[] bytes, byte type, int from, int to) {
        this.bytes = bytes;
        this.type = type;
        this.from = from;
        this.to = to;
    }

    byte[] bytes() {
        return bytes;
    }

    byte type() {
        return type;
    }

    int from() {
        return from;
    }

    int to() {
        return to;
    }

    boolean is(byte wanted) {
        return type == wanted;
    }

    /** The fields of a document, or the elements of an array. */
    BsonCursor fields() {
        return new BsonCursor(bytes, from);
    }

    /** Byte for byte the same, so the same in every meaning. */
    boolean same(BsonValue other) {
        return type == other.type && Arrays.equals(bytes, from, to, other.bytes, other.from, other.to);
    }

    /** The value as the server's own code has it. */
    @SuppressWarnings("NullAway") // null is null's value, and the server's own code passes it on as any other
    Object decoded() {
        return BsonDecoder.decodeValue(type, Unpooled.wrappedBuffer(bytes, from, to - from));
    }
}
