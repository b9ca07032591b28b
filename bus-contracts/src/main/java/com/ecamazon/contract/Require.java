package com.ecamazon.contract;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Conditions that the constructors of requests check; each fails with {@link InvalidRequest} (400). */
public final class Require {
    private Require() {}

    /** Fails with "field rule" unless the condition holds. */
    public static void that(boolean condition, String field, String rule) {
        if (!condition) {
            throw broken(field, rule);
        }
    }

    /** Rules are put into words only when they are broken: every message that is read comes by here. */
    private static InvalidRequest broken(String field, String rule) {
        return new InvalidRequest("/" + field, field + " " + rule);
    }

    /** The value, when it is there. */
    public static <T> T present(@Nullable T value, String field) {
        if (value == null) {
            throw broken(field, "is required");
        }
        return value;
    }

    /** The number, when it lies between the bounds, both included. */
    public static int range(int value, String field, int min, int max) {
        if (value < min || value > max) {
            throw broken(field, "must be from " + min + " to " + max);
        }
        return value;
    }

    /** The number or its default, when it lies between the bounds, both included. */
    public static int range(@Nullable Integer value, String field, int min, int max, int absent) {
        return value == null ? absent : range(value, field, min, max);
    }

    /** The text without outer spaces, when it is there, not blank and not longer than {@code max} characters. */
    public static String text(@Nullable String value, String field, int max) {
        var text = present(value, field).strip();
        that(!text.isEmpty(), field, "must not be blank");
        if (text.length() > max) {
            throw broken(field, "must have at most " + max + " characters");
        }
        that(!hasControls(text), field, "must not hold control characters");
        return text;
    }

    private static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' && c != '\n') {
                return true;
            }
        }
        return false;
    }

    /** The text without outer spaces or null, when it is absent or blank. */
    public static @Nullable String optionalText(@Nullable String value, String field, int max) {
        return value == null || value.isBlank() ? null : text(value, field, max);
    }

    /** The collection, when it has between one and {@code max} elements. */
    public static <C extends Collection<?>> C some(@Nullable C values, String field, int max) {
        var present = present(values, field);
        if (present.isEmpty() || present.size() > max) {
            throw broken(field, "must have 1 to " + max + " elements");
        }
        return present;
    }

    /** The texts by name in the order given, none when they are absent; each name and value is a text in itself. */
    public static Map<String, String> texts(@Nullable Map<String, String> values, String field, int max, int longest) {
        var texts = new LinkedHashMap<String, String>();
        if (values != null) {
            if (values.size() > max) {
                throw broken(field, "must have at most " + max + " elements");
            }
            values.forEach((name, value) -> texts.put(text(name, field, 120), text(value, field, longest)));
        }
        return Collections.unmodifiableMap(texts);
    }
}
