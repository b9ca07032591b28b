package com.ecamazon.platform.data;

import com.ecamazon.platform.json.Json;
import java.util.HashMap;
import java.util.Map;

/** A sealed interface: its variant's name as {@code type}, then the variant's components. */
final class VariantShape implements Shape {
    private static final byte[] TYPE = BsonBytes.name("type");

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
    public void write(BsonBytes out, Object value) {
        var shape = byClass.get(value.getClass());
        if (shape == null) {
            throw new IllegalStateException("no variant of " + declared + ": " + value.getClass());
        }
        int start = out.startObject();
        out.writeName(TYPE);
        out.writeText(shape.name());
        shape.writeComponents(out, value);
        out.end(start);
    }

    @Override
    public Object read(BsonCursor in) {
        in.enter();
        var name = in.next() && in.isNamed(TYPE) ? in.text() : "";
        var shape = byName.get(name);
        if (shape == null) {
            throw new IllegalStateException("no variant of " + declared + ": " + name);
        }
        return shape.readComponents(in);
    }
}
