package com.ecamazon.gateway;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.TextValue;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import org.jspecify.annotations.Nullable;

/** Makes a value of the text of a path variable or a query parameter. */
final class Texts {
    private Texts() {}

    static @Nullable Object value(Form.Part part, @Nullable String text) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        var type = part.type().isCollectionLikeType() ? part.type().getContentType() : part.type();
        try {
            return of(type, text);
        } catch (InvalidRequest e) {
            throw new InvalidRequest("/" + part.name(), part.name() + " " + e.getMessage());
        } catch (NumberFormatException e) {
            throw new InvalidRequest("/" + part.name(), part.name() + " must be a whole number");
        }
    }

    private static Object of(JavaType type, String text) {
        var raw = type.getRawClass();
        if (raw == String.class) {
            return text;
        }
        if (raw == Integer.class || raw == int.class) {
            return Integer.valueOf(text);
        }
        if (raw == Long.class || raw == long.class) {
            return Long.valueOf(text);
        }
        if (raw == Boolean.class || raw == boolean.class) {
            return Boolean.valueOf(text);
        }
        if (raw.isEnum() || TextValue.class.isAssignableFrom(raw)) {
            return Json.text(text, type);
        }
        throw new IllegalStateException("no way to make " + raw + " of a text");
    }
}
