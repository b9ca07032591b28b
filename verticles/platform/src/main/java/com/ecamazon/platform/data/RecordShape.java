package com.ecamazon.platform.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** A record as an object. What a stored one does not have is null or zero; what it has too much is passed over. */
final class RecordShape implements Shape {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    private final Class<?> type;
    private final RecordComponent[] components;
    private final byte[][] names;
    private final Shape[] shapes;
    private final @Nullable Object[] absent;

    // Each handle may make a class of its own in the JVM, so they are made when first needed: a start would feel them
    // all.
    private final @Nullable MethodHandle[] accessors;
    private @Nullable MethodHandle constructor;

    RecordShape(Class<?> type) {
        this.type = type;
        components = type.getRecordComponents();
        names = new byte[components.length][];
        shapes = new Shape[components.length];
        absent = new @Nullable Object[components.length];
        accessors = new @Nullable MethodHandle[components.length];
        for (int i = 0; i < components.length; i++) {
            var component = components[i].getType();
            names[i] = BsonBytes.name(components[i].getName());
            shapes[i] = Shapes.of(components[i].getGenericType());
            absent[i] = component.isPrimitive() ? Array.get(Array.newInstance(component, 1), 0) : null;
        }
    }

    /** The record's simple name. */
    String name() {
        return type.getSimpleName();
    }

    @Override
    public void write(BsonBytes out, Object value) {
        int start = out.startObject();
        writeComponents(out, value);
        out.end(start);
    }

    void writeComponents(BsonBytes out, Object value) {
        for (int i = 0; i < names.length; i++) {
            out.writeName(names[i]);
            var component = component(i, value);
            if (component == null) {
                out.writeNull();
            } else {
                shapes[i].write(out, component);
            }
        }
    }

    @Override
    public Object read(BsonCursor in) {
        in.enter();
        return readComponents(in);
    }

    /** Reads to the end of the object. */
    Object readComponents(BsonCursor in) {
        var values = Arrays.copyOf(absent, absent.length);
        int next = 0;
        while (in.next()) {
            int i = indexOf(in, next);
            if (i < 0 || in.type() == BsonType.NULL) {
                in.skip();
            } else {
                values[i] = shapes[i].read(in);
            }
            next = i + 1;
        }
        return make(values);
    }

    /** Which component has the name; most often the one that is next. */
    private int indexOf(BsonCursor in, int next) {
        if (next < names.length && in.isNamed(names[next])) {
            return next;
        }
        for (int i = 0; i < names.length; i++) {
            if (in.isNamed(names[i])) {
                return i;
            }
        }
        return -1;
    }

    private @Nullable Object component(int index, Object record) {
        try {
            var accessor = accessors[index];
            if (accessor == null) {
                accessor = lookup().unreflect(components[index].getAccessor()).asType(ACCESSOR);
                accessors[index] = accessor;
            }
            return accessor.invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Object make(@Nullable Object[] values) {
        try {
            var known = constructor;
            if (known == null) {
                var types =
                        Arrays.stream(components).map(RecordComponent::getType).toList();
                known = lookup().findConstructor(type, MethodType.methodType(void.class, types))
                        .asSpreader(Object[].class, types.size())
                        .asType(CONSTRUCTOR);
                constructor = known;
            }
            return known.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private MethodHandles.Lookup lookup() throws IllegalAccessException {
        return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
    }
}
