package com.ecamazon.platform.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;
import org.jspecify.annotations.Nullable;

/** Maps, as objects whose names are the keys. */
record EntriesShape(TextShape key, Shape value) implements Shape {
    @Override
    public void write(BsonWriter out, Object map) {
        out.writeStartDocument();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            out.writeName(key.text().apply(entry.getKey()));
            if (entry.getValue() == null) {
                out.writeNull();
            } else {
                value.write(out, entry.getValue());
            }
        }
        out.writeEndDocument();
    }

    @Override
    public Object read(BsonReader in) {
        var map = new LinkedHashMap<Object, @Nullable Object>();
        in.readStartDocument();
        for (var type = in.readBsonType(); type != BsonType.END_OF_DOCUMENT; type = in.readBsonType()) {
            var name = key.value().apply(in.readName());
            if (type == BsonType.NULL) {
                in.readNull();
                map.put(name, null);
            } else {
                map.put(name, value.read(in));
            }
        }
        in.readEndDocument();
        return map;
    }
}
