package com.ecamazon.platform.data;

import com.ecamazon.contract.TextValue;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The shapes of all types that are stored: the JSON of the bus as BSON, but instants are dates, so that a range of time is a
 * range in the database.
 */
final class Shapes {
    private static final Map<Type, Shape> KNOWN = new ConcurrentHashMap<>();

    private Shapes() {}

    /** The shape of a type; fails when it is of no kind that can be stored. */
    static Shape of(Type type) {
        var known = KNOWN.get(type);
        return known == null ? make(type) : known;
    }

    private static synchronized Shape make(Type type) {
        var shape = type instanceof ParameterizedType of ? container(of) : plain((Class<?>) type);
        KNOWN.put(type, shape);
        return shape;
    }

    private static Shape container(ParameterizedType type) {
        var elements = type.getActualTypeArguments();
        if (type.getRawType() == List.class) {
            return new ElementsShape(of(elements[0]), ArrayList::new);
        }
        if (type.getRawType() == Set.class) {
            return new ElementsShape(of(elements[0]), LinkedHashSet::new);
        }
        if (type.getRawType() == Map.class && of(elements[0]) instanceof TextShape keys) {
            return new EntriesShape(keys, of(elements[1]));
        }
        throw new IllegalArgumentException("cannot be stored: " + type);
    }

    private static Shape plain(Class<?> type) {
        if (type == String.class) {
            return TextShape.PLAIN;
        }
        if (TextValue.class.isAssignableFrom(type)) {
            return TextShape.value(type);
        }
        if (type.isEnum()) {
            return TextShape.constant(type);
        }
        if (type.isSealed()) {
            return new VariantShape(type);
        }
        if (type.isRecord()) {
            return new RecordShape(type);
        }
        if (type == Instant.class) {
            return Scalar.DATE;
        }
        if (type == int.class || type == Integer.class) {
            return Scalar.INT;
        }
        if (type == long.class || type == Long.class) {
            return Scalar.LONG;
        }
        if (type == double.class || type == Double.class) {
            return Scalar.DOUBLE;
        }
        if (type == boolean.class || type == Boolean.class) {
            return Scalar.FLAG;
        }
        throw new IllegalArgumentException("cannot be stored: " + type);
    }
}
