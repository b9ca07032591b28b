package com.ecamazon.platform.json;

import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.Outcome;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.RawBody;
import com.ecamazon.contract.TextValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How a reply variant looks to a client: its status, its headers, its body. A success whose only component beside headers is
 * a record that is always there is shown as that record; a refusal is a problem document (RFC 9457).
 */
public final class Replies {
    private static final Map<Class<?>, Replies> FORMS = new ConcurrentHashMap<>();

    /** JSON. */
    public static final String JSON = "application/json";

    /** A problem document. */
    public static final String PROBLEM = "application/problem+json";

    private final Constructor<?> constructor;
    private final RecordComponent[] components;
    private final @Nullable Outcome outcome;
    private final int wrapped;
    private final int raw;
    private final boolean headers;

    private Replies(Class<?> variant) {
        components = variant.getRecordComponents();
        outcome = variant.getAnnotation(Outcome.class);
        headers = Arrays.stream(components).anyMatch(c -> c.isAnnotationPresent(InHeader.class));
        raw = indexOf(c -> c.isAnnotationPresent(RawBody.class));
        var inBody = Arrays.stream(components)
                .filter(c -> !c.isAnnotationPresent(InHeader.class))
                .toList();
        wrapped = code().isEmpty() && inBody.size() == 1 && isRecord(inBody.getFirst())
                ? indexOf(c -> c.equals(inBody.getFirst()))
                : -1;
        try {
            constructor = variant.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a reply variant is a record: " + variant, e);
        }
    }

    /** The form of a variant. */
    public static Replies of(Class<?> variant) {
        return FORMS.computeIfAbsent(variant, Replies::new);
    }

    private int indexOf(Predicate<RecordComponent> condition) {
        for (int i = 0; i < components.length; i++) {
            if (condition.test(components[i])) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isRecord(RecordComponent component) {
        return component.getType().isRecord()
                && !TextValue.class.isAssignableFrom(component.getType())
                && !component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** The HTTP status. */
    public int status() {
        return outcome == null ? 200 : outcome.status();
    }

    /** The code of a refusal; empty for a success. */
    public String code() {
        return outcome == null ? "" : outcome.code();
    }

    /** The sentence of a refusal; empty for a success. */
    public String title() {
        return outcome == null ? "" : outcome.title();
    }

    /** The component that is shown as the whole body, if one is. */
    public @Nullable RecordComponent shownAsBody() {
        return wrapped < 0 ? null : components[wrapped];
    }

    /** The body's media type. */
    public String contentType() {
        if (raw >= 0) {
            return components[raw].getAnnotation(RawBody.class).value();
        }
        return code().isEmpty() ? JSON : PROBLEM;
    }

    /** The body of a reply. */
    public byte[] body(Object reply) {
        if (raw >= 0) {
            return String.valueOf(value(reply, raw)).getBytes(StandardCharsets.UTF_8);
        }
        if (wrapped >= 0) {
            return Json.write(Objects.requireNonNull(value(reply, wrapped)));
        }
        if (code().isEmpty() && !headers) {
            return Json.write(reply);
        }
        var body = code().isEmpty() ? Json.object() : problem(status(), code(), title());
        for (int i = 0; i < components.length; i++) {
            if (!components[i].isAnnotationPresent(InHeader.class)) {
                body.set(components[i].getName(), Json.MAPPER.valueToTree(value(reply, i)));
            }
        }
        return Json.write(body);
    }

    /** The headers of a reply; a component that is null has none. */
    public Map<String, String> headers(Object reply) {
        if (!headers) {
            return Map.of();
        }
        var found = new LinkedHashMap<String, String>();
        for (int i = 0; i < components.length; i++) {
            var header = components[i].getAnnotation(InHeader.class);
            var present = header == null ? null : value(reply, i);
            if (header != null && present != null) {
                found.put(header.value(), present.toString());
            }
        }
        return found;
    }

    /** Makes the reply again from its body; what travelled in headers for HTTP clients is not there. */
    public Object read(byte[] body) {
        var values = new Object[components.length];
        if (raw >= 0) {
            values[raw] = new String(body, StandardCharsets.UTF_8);
        } else if (wrapped >= 0) {
            values[wrapped] = Json.read(body, components[wrapped].getType());
        } else if (headers) {
            JsonNode tree = Json.tree(body);
            for (int i = 0; i < components.length; i++) {
                if (!components[i].isAnnotationPresent(InHeader.class) && tree.has(components[i].getName())) {
                    values[i] = Json.MAPPER.convertValue(
                            tree.get(components[i].getName()),
                            Json.MAPPER.constructType(components[i].getGenericType()));
                }
            }
        } else {
            return Json.read(body, constructor.getDeclaringClass());
        }
        try {
            return constructor.newInstance(values);
        } catch (InstantiationException | IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(
                    "cannot make " + constructor.getDeclaringClass().getSimpleName(), e);
        }
    }

    /** The document of a problem that belongs to no operation. */
    public static byte[] problem(Problem problem) {
        ObjectNode body = problem(problem.status(), problem.code(), problem.title());
        if (problem.detail() != null) {
            body.put("detail", problem.detail());
        }
        if (!problem.errors().isEmpty()) {
            body.set("errors", Json.MAPPER.valueToTree(problem.errors()));
        }
        return Json.write(body);
    }

    /** Reads a problem document. */
    public static Problem problem(byte[] body) {
        var tree = Json.tree(body);
        var errors = new ArrayList<Problem.Fault>();
        tree.path("errors").forEach(fault -> errors.add(Json.read(fault, Problem.Fault.class)));
        return new Problem(
                tree.path("status").asInt(),
                tree.path("code").asText(),
                tree.path("title").asText(),
                tree.hasNonNull("detail") ? tree.get("detail").asText() : null,
                errors);
    }

    private static ObjectNode problem(int status, String code, String title) {
        return Json.object()
                .put("type", "/problems/" + code)
                .put("title", title)
                .put("status", status)
                .put("code", code);
    }

    private @Nullable Object value(Object reply, int component) {
        try {
            return components[component].getAccessor().invoke(reply);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + components[component].getName(), e);
        }
    }
}
