package com.ecamazon.gateway;

import com.ecamazon.contract.InHeader;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.RawBody;
import com.ecamazon.contract.Route;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpServerRequest;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How an operation's request is made of an HTTP request: each component comes from the path, a header, the query or the
 * body.
 */
final class Form<Q, R> {
    /** Where a component comes from. */
    enum Source {
        PATH,
        HEADER,
        QUERY,
        BODY,
        RAW_BODY
    }

    /** A component of the request. */
    record Part(String name, Source source, String key, int position, JavaType type, Texts.Maker maker) {
        Part(String name, Source source, String key, int position, JavaType type) {
            this(name, source, key, position, type, Texts.maker(type));
        }
    }

    private final Operation<Q, R> operation;
    private final List<Part> parts = new ArrayList<>();
    private final Constructor<Q> constructor;
    private final boolean readsBody;
    private final boolean readsJson;
    private final boolean readsQuery;

    Form(Operation<Q, R> operation) {
        this.operation = operation;
        var route = operation.route().orElseThrow();
        var components = operation.request().getRecordComponents();
        for (var component : components) {
            parts.add(part(component, route));
        }
        if (!parts.stream().map(Part::name).toList().containsAll(route.variables())) {
            throw new IllegalStateException(operation + ": a path variable is no component of the request");
        }
        readsJson = reads(Source.BODY);
        readsBody = readsJson || reads(Source.RAW_BODY);
        readsQuery = reads(Source.QUERY);
        try {
            var types = new Class<?>[components.length];
            for (int i = 0; i < types.length; i++) {
                types[i] = components[i].getType();
            }
            constructor = operation.request().getDeclaredConstructor(types);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("a request is a record: " + operation, e);
        }
    }

    private static Part part(RecordComponent component, Route route) {
        var type = Json.type(component);
        var header = component.getAnnotation(InHeader.class);
        int variable = route.variables().indexOf(component.getName());
        if (header != null) {
            return new Part(component.getName(), Source.HEADER, header.value(), -1, type);
        }
        if (component.isAnnotationPresent(RawBody.class)) {
            return new Part(component.getName(), Source.RAW_BODY, component.getName(), -1, type);
        }
        if (variable >= 0) {
            return new Part(component.getName(), Source.PATH, component.getName(), variable, type);
        }
        return new Part(
                component.getName(),
                route.method().hasBody() ? Source.BODY : Source.QUERY,
                component.getName(),
                -1,
                type);
    }

    Operation<Q, R> operation() {
        return operation;
    }

    List<Part> parts() {
        return parts;
    }

    boolean readsBody() {
        return readsBody;
    }

    private boolean reads(Source source) {
        return parts.stream().anyMatch(part -> part.source == source);
    }

    /** The request; fails with {@link InvalidRequest} that says where it is wrong. */
    Q read(HttpServerRequest http, List<String> path, byte[] body) {
        return readsJson ? fromJson(http, path, body) : fromTexts(http, path, body);
    }

    /** Without a JSON body, each component is made of one text. */
    private Q fromTexts(HttpServerRequest http, List<String> path, byte[] body) {
        var query = readsQuery ? http.params() : null;
        @Nullable Object[] values = new @Nullable Object[parts.size()];
        for (int i = 0; i < values.length; i++) {
            var part = parts.get(i);
            values[i] = switch (part.source) {
                case PATH -> Texts.value(part, decoded(path.get(part.position)));
                case HEADER -> http.getHeader(part.key);
                case RAW_BODY -> new String(body, StandardCharsets.UTF_8);
                case QUERY -> query == null ? null : fromQuery(part, query);
                case BODY -> throw new IllegalStateException("read from JSON");
            };
        }
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InstantiationException | IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Object fromQuery(Part part, MultiMap query) {
        return part.type.isCollectionLikeType()
                ? query.getAll(part.key).stream()
                        .map(text -> Texts.value(part, text))
                        .toList()
                : Texts.value(part, query.get(part.key));
    }

    private Q fromJson(HttpServerRequest http, List<String> path, byte[] body) {
        if (parts.stream().allMatch(part -> part.source == Source.BODY)) {
            return Json.read(body, operation.request());
        }
        if (!(Json.tree(body) instanceof ObjectNode tree)) {
            throw new InvalidRequest("", "the body must be a JSON object");
        }
        for (var part : parts) {
            switch (part.source) {
                case PATH -> tree.put(part.name, decoded(path.get(part.position)));
                case HEADER -> tree.put(part.name, http.getHeader(part.key));
                default -> {}
            }
        }
        return Json.read(tree, operation.request());
    }

    private static String decoded(String text) {
        try {
            return text.indexOf('%') < 0 ? text : URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new InvalidRequest("", "the path is not well encoded");
        }
    }
}
