package com.ecamazon.contract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The HTTP binding of an operation.
 *
 * @param path with variables in braces, such as {@code /api/carts/{id}/lines}; each variable is a component of the request
 */
public record Route(Method method, String path) {
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

    /** The HTTP methods in use. */
    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE;

        /** True where the request has a body. */
        public boolean hasBody() {
            return this == POST || this == PUT || this == PATCH;
        }
    }

    public Route {
        Require.that(path.startsWith("/api/"), "path", "starts with /api/");
    }

    /** The names of the variables in the path, in order. */
    public List<String> variables() {
        return VARIABLE.matcher(path).results().map(match -> match.group(1)).toList();
    }
}
