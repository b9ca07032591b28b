package com.ecamazon.platform.data;

import com.ecamazon.platform.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.bson.BsonReader;
import org.bson.BsonType;
import org.bson.BsonWriter;

/** A sealed interface: its variant's name as {@code type}, then the variant's components. */
final class VariantShape implements Shape {
    private static final String TYPE = "type";

    private final Class<?> declared;
    private final Map<Class<?>, RecordShape> byClass = new HashMap<>();
    private final Map<String, RecordShape> byName = new HashMap<>();

    VariantShape(Class<?> declared) {
        this.declared = declared;
        for (var variant : Json.variants(declared)) {
            if (!(Shapes.of(variant) instanceof RecordShape shape)) {
                throw new IllegalArgumentException("a variant is a record: " + variant);
            }
            byClass.put(variant, shape);
            byName.put(variant.getSimpleName(), shape);
        }
    }

    @Override
    public void write(BsonWriter out, Object value) {
        var shape = byClass.get(value.getClass());
        if (shape == null) {
            throw new IllegalStateException("no variant of " + declared + ": " + value.getClass());
        }
        out.writeStartDocument();
        out.writeString(TYPE, shape.name());
        shape.writeComponents(out, value);
        out.writeEndDocument();
    }

    @Override
    public Object read(BsonReader in) {
        in.readStartDocument();
        var name = in.readBsonType() == BsonType.STRING && in.readName().equals(TYPE) ? in.readString() : "";
        var shape = byName.get(name);
        if (shape == null) {
            throw new IllegalStateException("no variant of " + declared + ": " + name);
        }
        return shape.readComponents(in);
    }
}
