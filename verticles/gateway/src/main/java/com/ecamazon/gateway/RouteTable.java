package com.ecamazon.gateway;

import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Route;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the operation of a method and path: a tree of path segments, so finding costs the same however many routes there are. */
final class RouteTable {
    private static final String HEAD = "HEAD";

    private final Segment root = new Segment();

    private static final class Segment {
        final Map<String, Segment> fixed = new HashMap<>();
        final Map<String, Form<?, ?>> forms = new LinkedHashMap<>();

        @Nullable
        Segment variable;
    }

    /**
     * What was found.
     *
     * @param form null where the path exists but not with this method
     * @param allowed the methods of the path
     * @param values of the path's variables, still percent-encoded
     */
    record Found(@Nullable Form<?, ?> form, Set<String> allowed, List<String> values) {}

    static RouteTable of(List<Operation<?, ?>> operations) {
        var table = new RouteTable();
        operations.forEach(table::add);
        return table;
    }

    private void add(Operation<?, ?> operation) {
        operation.route().ifPresent(route -> {
            var segment = root;
            for (var part : route.path().substring(1).split("/", -1)) {
                if (part.startsWith("{")) {
                    if (segment.variable == null) {
                        segment.variable = new Segment();
                    }
                    segment = segment.variable;
                } else {
                    segment = segment.fixed.computeIfAbsent(part, p -> new Segment());
                }
            }
            var form = new Form<>(operation);
            if (segment.forms.put(route.method().name(), form) != null) {
                throw new IllegalStateException("two operations at " + route);
            }
            if (route.method() == Route.Method.GET) {
                // What can be had can be asked about (RFC 9110, 9.3.2).
                segment.forms.put(HEAD, form);
            }
        });
    }

    /** The route of a path; null where there is none. A fixed segment goes before a variable. */
    @Nullable
    Found find(String method, String path) {
        var values = new ArrayList<String>(2);
        var segment = walk(root, path, 1, values);
        if (segment == null || segment.forms.isEmpty()) {
            return null;
        }
        return new Found(segment.forms.get(method), segment.forms.keySet(), values);
    }

    private static @Nullable Segment walk(Segment segment, String path, int from, List<String> values) {
        if (from > path.length()) {
            return segment;
        }
        int slash = path.indexOf('/', from);
        int end = slash < 0 ? path.length() : slash;
        var part = path.substring(from, end);
        var fixed = segment.fixed.get(part);
        if (fixed != null) {
            var found = walk(fixed, path, end + 1, values);
            if (found != null && !found.forms.isEmpty()) {
                return found;
            }
        }
        if (segment.variable == null || part.isEmpty()) {
            return null;
        }
        values.add(part);
        var found = walk(segment.variable, path, end + 1, values);
        if (found == null) {
            values.removeLast();
        }
        return found;
    }
}
