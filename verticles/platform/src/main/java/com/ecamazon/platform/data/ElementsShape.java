package com.ecamazon.platform.data;

import java.util.Collection;
import java.util.function.Supplier;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Lists and sets. */
record ElementsShape(Shape element, Supplier<Collection<@Nullable Object>> empty) implements Shape {
    @Override
    public void write(BsonWriter out, Object value) {
        out.writeStartArray();
        for (var one : (Collection<?>) value) {
            if (one == null) {
                out.writeNull();
            } else {
                element.write(out, one);
            }
        }
        out.writeEndArray();
    }

    @Override
    public Object read(BsonReader in) {
        var all = empty.get();
        in.readStartArray();
        for (var type = in.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = in.readBsonType()) {
            if (type == BsonType.NULL) {
                in.readNull();
                all.add(null);
            } else {
                all.add(element.read(in));
            }
        }
        in.readEndArray();
        return all;
    }
}
