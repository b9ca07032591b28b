package com.ecamazon.platform.data;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** Maps, as objects whose names are the keys. */
record EntriesShape(TextShape key, Shape value) implements Shape {
    @Override
    public void write(BsonBytes out, Object map) {
        int start = out.startObject();
        for (var entry : ((Map<?, ?>) map).entrySet()) {
            out.writeName(BsonBytes.name(key.text().apply(entry.getKey())));
            if (entry.getValue() == null) {
                out.writeNull();
            } else {
                value.write(out, entry.getValue());
            }
        }
        out.end(start);
    }

    @Override
    public Object read(BsonCursor in) {
        var map = new LinkedHashMap<Object, @Nullable Object>();
        in.enter();
        while (in.next()) {
            map.put(key.value().apply(in.name()), in.type() == BsonType.NULL ? null : value.read(in));
        }
        return map;
    }
}
