package com.ecamazon.platform.data;

import org.bson.BsonBinaryReader;
import org.bson.RawBsonDocument;

/** A record in a document that came from the database, as its bytes until somebody knows its shape. */
record Untyped(RawBsonDocument bytes) {
    Object as(Shape shape) {
        try (var reader = new BsonBinaryReader(bytes.getByteBuffer().asNIO())) {
            return shape.read(reader);
        }
    }
}
