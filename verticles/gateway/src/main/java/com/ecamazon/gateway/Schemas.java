package com.ecamazon.gateway;

import com.ecamazon.contract.Problem;
import com.ecamazon.contract.TextValue;
import com.ecamazon.platform.json.Json;
import com.ecamazon.platform.json.Replies;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** JSON Schemas (2020-12) of the contracts' records, each under its name. */
final class Schemas {
    private final Map<String, ObjectNode> named = new TreeMap<>();

    ObjectNode all() {
        var all = Json.object();
        named.forEach(all::set);
        return all;
    }

    /** The schema of a problem document. */
    ObjectNode problem() {
        if (!named.containsKey("Problem")) {
            var schema = Json.object().put("type", "object");
            named.put("Problem", schema);
            var properties = schema.putObject("properties");
            for (var name : new String[] {"type", "title", "code", "detail"}) {
                properties.putObject(name).put("type", "string");
            }
            properties.putObject("status").put("type", "integer");
            properties.putObject("errors").put("type", "array").set("items", of(Json.type(Problem.Fault.class)));
        }
        return reference("Problem");
    }

    /** The schema of a reply variant's body. */
    ObjectNode reply(Class<?> variant) {
        var form = Replies.of(variant);
        var shown = form.shownAsBody();
        if (shown != null) {
            return of(Json.type(shown));
        }
        return form.contentType().equals(Replies.JSON)
                ? of(Json.type(variant))
                : Json.object().put("type", "string");
    }

    ObjectNode of(JavaType type) {
        var raw = type.getRawClass();
        if (type.isCollectionLikeType() || type.isArrayType()) {
            var array = Json.object().put("type", "array");
            array.set("items", of(type.getContentType()));
            return array;
        }
        if (type.isMapLikeType()) {
            var map = Json.object().put("type", "object");
            map.set("additionalProperties", of(type.getContentType()));
            return map;
        }
        if (raw == Instant.class) {
            return Json.object().put("type", "string").put("format", "date-time");
        }
        if (raw == String.class || TextValue.class.isAssignableFrom(raw)) {
            return Json.object().put("type", "string");
        }
        if (raw == int.class || raw == Integer.class) {
            return Json.object().put("type", "integer").put("format", "int32");
        }
        if (raw == long.class || raw == Long.class) {
            return Json.object().put("type", "integer").put("format", "int64");
        }
        if (raw == double.class || raw == Double.class) {
            return Json.object().put("type", "number");
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return Json.object().put("type", "boolean");
        }
        if (raw.isEnum()) {
            var schema = Json.object().put("type", "string");
            var values = schema.putArray("enum");
            for (var constant : raw.getEnumConstants()) {
                values.add(((Enum<?>) constant).name().toLowerCase(Locale.ROOT));
            }
            return schema;
        }
        if (raw.isRecord()) {
            return record(raw);
        }
        throw new IllegalStateException("no schema for " + type);
    }

    private ObjectNode record(Class<?> raw) {
        var name = nameOf(raw);
        if (!named.containsKey(name)) {
            var schema = Json.object().put("type", "object");
            named.put(name, schema);
            var properties = schema.putObject("properties");
            for (var component : raw.getRecordComponents()) {
                properties.set(component.getName(), component(component));
            }
        }
        return reference(name);
    }

    private ObjectNode component(RecordComponent component) {
        var schema = of(Json.type(component));
        if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            return schema;
        }
        var either = Json.object();
        either.putArray("anyOf").add(schema).addObject().put("type", "null");
        return either;
    }

    /** A record's name, with that of the reply it is a variant of. */
    private static String nameOf(Class<?> raw) {
        var outer = raw.getDeclaringClass();
        return outer != null && outer.isInterface() ? outer.getSimpleName() + raw.getSimpleName() : raw.getSimpleName();
    }

    private static ObjectNode reference(String name) {
        return Json.object().put("$ref", "#/components/schemas/" + name);
    }
}
