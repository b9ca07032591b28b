package com.ecamazon.platform.data;

import java.nio.ByteBuffer;
import org.bson.BsonBinaryReader;
import org.bson.BsonWriter;

/** A record in a document on its way to the database, which is written as its shape says. */
record Typed(Object value, Shape shape) {
    void write(BsonWriter writer) {
        var bytes = new BsonBytes();
        shape.write(bytes, value);
        try (var reader = new BsonBinaryReader(ByteBuffer.wrap(bytes.array(), 0, bytes.size()))) {
            writer.pipe(reader);
        }
    }
}
