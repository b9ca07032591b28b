package com.ecamazon.gateway;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.TextValue;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Makes a value of the text of a path variable or a query parameter. */
final class Texts {
    private Texts() {}

    /** Makes a value of a text that is not empty. */
    interface Maker {
        Object of(String text);
    }

    static @Nullable Object value(Form.Part part, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return part.maker().of(text);
        } catch (InvalidRequest e) {
            throw new InvalidRequest("/" + part.name(), part.name() + " " + e.getMessage());
        } catch (NumberFormatException e) {
            throw new InvalidRequest("/" + part.name(), part.name() + " must be a whole number");
        }
    }

    /** How a value of the type, or one of a list's values, is made; found once, for looking costs more than making. */
    static Maker maker(JavaType declared) {
        var type = declared.isCollectionLikeType() ? declared.getContentType() : declared;
        var raw = type.getRawClass();
        if (raw == String.class) {
            return text -> text;
        }
        if (raw == Integer.class || raw == int.class) {
            return Integer::valueOf;
        }
        if (raw == Long.class || raw == long.class) {
            return Long::valueOf;
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return Boolean::valueOf;
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return constructor(raw);
        }
        if (raw.isEnum()) {
            return text -> Json.text(text, type);
        }
        return text -> {
            throw new IllegalStateException("no way to make " + raw + " of a text");
        };
    }

    private static Maker constructor(Class<?> raw) {
        try {
            var constructor = raw.getConstructor(String.class);
            return text -> {
                try {
                    return constructor.newInstance(text);
                } catch (InvocationTargetException e) {
                    throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
                } catch (InstantiationException | IllegalAccessException e) {
                    throw new IllegalStateException(e);
                }
            };
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a TextValue is a public record of one text: " + raw, e);
        }
    }
}
