package com.ecamazon.platform.data;

import org.bson.BsonBinaryWriter;
import org.bson.BsonReader;
import org.bson.io.BasicOutputBuffer;

/** A record in a document that came from the database, as its bytes until somebody knows its shape. */
final class Untyped {
    private final byte[] bytes;

    private Untyped(byte[] bytes) {
        this.bytes = bytes;
    }

    static Untyped read(BsonReader reader) {
        var copy = new BasicOutputBuffer();
        try (var writer = new BsonBinaryWriter(copy)) {
            writer.pipe(reader);
        }
        return new Untyped(copy.getInternalBuffer());
    }

    Object as(Shape shape) {
        return shape.read(new BsonCursor(bytes));
    }
}
