package com.ecamazon.platform.json;

import com.ecamazon.contract.Email;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.TextValue;
import com.fasterxml.jackson.databind.JavaType;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A value of any contract type, always the same, that its constructor accepts. */
public final class Samples {
    /** Texts that must have a form of their own, by the component's name. */
    private static final Map<String, String> TEXTS = Map.of(
            "number", "4242424242424242",
            "cvc", "123",
            "country", "NL",
            "currency", "EUR",
            "postalCode", "1012AB",
            "password", "a long password",
            "variant", "Variant",
            "code", "CODE");

    /** Numbers that must lie in a range of their own, by the component's name. */
    private static final Map<String, Integer> NUMBERS = Map.of(
            "expYear", 2030, "status", 400, "minPrice", 100, "maxPrice", 200, "lat", 52, "lon", 4, "percent", 10);

    private Samples() {}

    /** A value of the record. */
    public static Object of(Class<?> record) {
        var components = record.getRecordComponents();
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = of(Json.type(components[i]), components[i].getName());
        }
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("no sample of " + record.getName() + ": " + e.getCause(), e);
        }
    }

    private static Object of(JavaType type, String name) {
        var raw = type.getRawClass();
        if (type.isCollectionLikeType()) {
            var element = of(type.getContentType(), name);
            return raw == Set.class ? Set.of(element) : List.of(element);
        }
        if (type.isMapLikeType()) {
            return Map.of("name", of(type.getContentType(), name));
        }
        if (raw.isSealed() && raw.isInterface()) {
            return of(Json.variants(raw).getFirst());
        }
        if (raw == Money.class) {
            return Money.eur(1999);
        }
        if (raw == Sscc.class) {
            return Sscc.of("09521234000000000");
        }
        if (raw == Email.class) {
            return new Email("ann@example.com");
        }
        if (raw == Instant.class) {
            return Instant.parse(name.equals("until") ? "2026-01-02T05:04:05.678Z" : "2026-01-02T03:04:05.678Z");
        }
        if (TextValue.class.isAssignableFrom(raw)) {
            return Json.text("id-1", type);
        }
        if (raw == String.class) {
            return TEXTS.getOrDefault(name, "some " + name);
        }
        if (raw.isEnum()) {
            return raw.getEnumConstants()[0];
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return true;
        }
        int number = NUMBERS.getOrDefault(name, 2);
        if (raw == int.class || raw == Integer.class) {
            return number;
        }
        if (raw == long.class || raw == Long.class) {
            return (long) number;
        }
        if (raw == double.class || raw == Double.class) {
            return (double) number;
        }
        if (raw == Object.class) {
            return "anything";
        }
        return of(raw);
    }
}
