package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a query demands of single fields, all at once.
 *
 * <p>Only demands that an index can serve are read; the others are left to the matcher, which sees every candidate again.
 * So bounds may be too wide, and are never too narrow.
 */
final class Conditions {
    private final Map<String, List<@Nullable Object>> fields = new HashMap<>();

    Conditions(Document query) {
        read(query);
    }

    private void read(Document query) {
        for (Map.Entry<String, Object> part : query.entrySet()) {
            if (part.getKey().equals("$and") && part.getValue() instanceof Collection<?> all) {
                for (Object one : all) {
                    if (one instanceof Document document) {
                        read(document);
                    }
                }
            } else if (!part.getKey().startsWith("$")) {
                fields.computeIfAbsent(part.getKey(), _ -> new ArrayList<>(1)).add(part.getValue());
            }
        }
    }

    /** The bounds of a field; one bound of a range only where a document may have several values there. */
    Bounds of(String field, boolean many) {
        Bounds bounds = new Bounds(many);
        for (Object condition : fields.getOrDefault(field, List.of())) {
            if (condition instanceof Document document) {
                if (document.keySet().stream().allMatch(key -> key.startsWith("$"))) {
                    document.forEach((operator, value) -> demand(operator, value, bounds));
                }
            } else {
                demand("$eq", condition, bounds);
            }
        }
        return bounds;
    }

    /** The values of {@code _id} that a document may have, or null when the query doesn't name them. */
    @Nullable
    List<Object> ids() {
        for (Object condition : fields.getOrDefault("_id", List.of())) {
            if (condition instanceof Document document
                    && document.keySet().stream().anyMatch(key -> key.startsWith("$"))) {
                if (document.get("$in") instanceof Collection<?> all
                        && all.stream().allMatch(Conditions::identity)) {
                    return new ArrayList<>(all);
                }
                if (document.containsKey("$eq") && identity(document.get("$eq"))) {
                    return List.of(document.get("$eq"));
                }
            } else if (identity(condition)) {
                return List.of(condition);
            }
        }
        return null;
    }

    private static boolean identity(@Nullable Object value) {
        return value != null && (scalar(value) || value instanceof Document);
    }

    private static void demand(String operator, @Nullable Object value, Bounds bounds) {
        switch (operator) {
            case "$eq" -> {
                if (value == null || scalar(value)) {
                    bounds.points(List.of(new KeyWriter().append(value, true).bytes()));
                }
            }
            case "$in" -> {
                if (value instanceof Collection<?> all && all.stream().allMatch(one -> one == null || scalar(one))) {
                    bounds.points(all.stream()
                            .map(one -> new KeyWriter().append(one, true).bytes())
                            .toList());
                }
            }
            case "$gt", "$gte", "$lt", "$lte" -> {
                if (value != null && scalar(value) && KeyWriter.regular(value)) {
                    byte[] written = new KeyWriter().append(value, true).bytes();
                    if (operator.startsWith("$g")) {
                        bounds.low(written, operator.equals("$gte"));
                    } else {
                        bounds.high(written, operator.equals("$lte"));
                    }
                }
            }
            default -> {
                // Left to the matcher.
            }
        }
    }

    private static boolean scalar(Object value) {
        return value instanceof String
                || value instanceof Number
                || value instanceof Instant
                || value instanceof ObjectId
                || value instanceof Boolean
                || value instanceof UUID
                || value instanceof BsonTimestamp;
    }
}
