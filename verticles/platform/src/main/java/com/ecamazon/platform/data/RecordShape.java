package com.ecamazon.platform.data;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Array;
import java.util.Arrays;
import org.bson.BsonType;
import org.jspecify.annotations.Nullable;

/** A record as an object. What a stored one does not have is null or zero; what it has too much is passed over. */
final class RecordShape implements Shape {
    private static final MethodType ACCESSOR = MethodType.methodType(Object.class, Object.class);
    private static final MethodType CONSTRUCTOR = MethodType.methodType(Object.class, Object[].class);

    private final String name;
    private final byte[][] names;
    private final MethodHandle[] accessors;
    private final Shape[] shapes;
    private final @Nullable Object[] absent;
    private final MethodHandle constructor;

    RecordShape(Class<?> type) {
        name = type.getSimpleName();
        var components = type.getRecordComponents();
        names = new byte[components.length][];
        accessors = new MethodHandle[components.length];
        shapes = new Shape[components.length];
        absent = new @Nullable Object[components.length];
        var types = new Class<?>[components.length];
        try {
            var lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
            for (int i = 0; i < components.length; i++) {
                names[i] = BsonBytes.name(components[i].getName());
                types[i] = components[i].getType();
                accessors[i] = lookup.unreflect(components[i].getAccessor()).asType(ACCESSOR);
                shapes[i] = Shapes.of(components[i].getGenericType());
                absent[i] = types[i].isPrimitive() ? Array.get(Array.newInstance(types[i], 1), 0) : null;
            }
            constructor = lookup.findConstructor(type, MethodType.methodType(void.class, types))
                    .asSpreader(Object[].class, types.length)
                    .asType(CONSTRUCTOR);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot be stored: " + type, e);
        }
    }

    String name() {
        return name;
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
            return accessors[index].invokeExact(record);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    private Object make(@Nullable Object[] values) {
        try {
            return constructor.invokeExact(values);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
