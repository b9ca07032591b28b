package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document as it came or will go over the wire, taken apart only when somebody asks for that. */
final class RawDocument {
    private final byte @Nullable [] canonical;
    private @Nullable Document decoded;

    private RawDocument(byte @Nullable [] canonical, @Nullable Document decoded) {
        this.canonical = canonical;
        this.decoded = decoded;
    }

    static RawDocument of(Document document) {
        return new RawDocument(null, document);
    }

    /** The document in these bytes alone, which are never changed. */
    static RawDocument stored(byte[] bytes) {
        return new RawDocument(bytes, null);
    }

    /** The document in a part of a message; fails as the server's own code does when it is none. */
    static RawDocument received(byte[] message, int from, int to) {
        byte[] own = Arrays.copyOfRange(message, from, to);
        return CanonicalBson.holds(own, 0, own.length) ? stored(own) : of(Bson.decode(own));
    }

    /** The bytes, if they are as the server would write them. */
    Optional<byte[]> canonical() {
        return Optional.ofNullable(canonical);
    }

    Document document() {
        if (decoded == null) {
            decoded = Bson.decode(canonical == null ? new byte[0] : canonical);
        }
        return decoded;
    }
}
