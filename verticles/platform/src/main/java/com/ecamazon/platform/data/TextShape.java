package com.ecamazon.platform.data;

import com.ecamazon.contract.TextValue;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;

/** Values that are a text, also as the key of a map: plain texts, ids and their like, enums in lower case. */
record TextShape(Function<Object, String> text, Function<String, Object> value) implements Shape {
    static final TextShape PLAIN = new TextShape(text -> (String) text, text -> text);

    /** A public record of one text. */
    static TextShape value(Class<?> type) {
        try {
            var constructor = MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class, String.class))
                    .asType(MethodType.methodType(Object.class, String.class));
            return new TextShape(value -> ((TextValue) value).value(), text -> {
                try {
                    return constructor.invokeExact(text);
                } catch (RuntimeException | Error e) {
                    throw e;
                } catch (Throwable e) {
                    throw new IllegalStateException(e);
                }
            });
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("a TextValue is a public record of one text: " + type, e);
        }
    }

    static TextShape constant(Class<?> type) {
        var names = new HashMap<Object, String>();
        var values = new HashMap<String, Object>();
        for (var constant : type.getEnumConstants()) {
            var name = ((Enum<?>) constant).name().toLowerCase(Locale.ROOT);
            names.put(constant, name);
            values.put(name, constant);
        }
        return new TextShape(value -> Objects.requireNonNull(names.get(value)), name -> {
            var constant = values.get(name);
            if (constant == null) {
                throw new IllegalStateException("no " + type.getSimpleName() + ": " + name);
            }
            return constant;
        });
    }

    @Override
    public void write(BsonBytes out, Object value) {
        out.writeText(text.apply(value));
    }

    @Override
    public Object read(BsonCursor in) {
        return value.apply(in.text());
    }
}
