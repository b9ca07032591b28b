package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A query that names one document by its {@code _id} and demands simple values of fields at its root. */
final class PlainFilter {
    static final BsonName ID = BsonName.of("_id");

    private final Key key;
    private final List<Condition> conditions;

    private PlainFilter(Key key, List<Condition> conditions) {
        this.key = key;
        this.conditions = conditions;
    }

    private record Condition(BsonName field, @Nullable Object value) {}

    /** The filter that says the same as a query, if it is that plain. */
    static Optional<PlainFilter> of(Document query) {
        Object id = query.get("_id");
        if (!(id instanceof String || id instanceof ObjectId)) {
            return Optional.empty();
        }
        List<Condition> conditions = new ArrayList<>(query.size() - 1);
        for (Map.Entry<String, Object> part : query.entrySet()) {
            String field = part.getKey();
            if (!field.equals("_id")) {
                if (field.isEmpty() || field.startsWith("$") || field.indexOf('.') >= 0 || !simple(part.getValue())) {
                    return Optional.empty();
                }
                conditions.add(new Condition(BsonName.of(field), part.getValue()));
            }
        }
        return Optional.of(new PlainFilter(KeyWriter.id(id), conditions));
    }

    /** Where a stored document has its place, or null when its {@code _id} is not one that filters name here. */
    static @Nullable Key position(byte[] document) {
        BsonCursor fields = new BsonCursor(document, 0);
        boolean plain =
                fields.find(ID) && (fields.type() == BsonCursor.STRING || fields.type() == BsonCursor.OBJECT_ID);
        return plain ? KeyWriter.id(fields.value().decoded()) : null;
    }

    private static boolean simple(@Nullable Object value) {
        return value == null
                || value instanceof String
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double
                || value instanceof Boolean
                || value instanceof Instant
                || value instanceof ObjectId;
    }

    Key key() {
        return key;
    }

    /** Whether the stored document with that {@code _id} meets the conditions too. */
    BsonEquality matches(byte[] stored) {
        BsonEquality all = BsonEquality.SAME;
        for (Condition condition : conditions) {
            BsonCursor fields = new BsonCursor(stored, 0);
            BsonEquality one = fields.find(condition.field())
                    ? equal(fields.value(), condition.value())
                    : condition.value() == null ? BsonEquality.SAME : BsonEquality.DIFFERENT;
            if (one == BsonEquality.UNKNOWN) {
                return one;
            }
            all = one == BsonEquality.SAME ? all : one;
        }
        return all;
    }

    private static BsonEquality equal(BsonValue value, @Nullable Object wanted) {
        if (value.is(BsonCursor.DOCUMENT)) {
            return BsonEquality.DIFFERENT;
        }
        if (value.is(BsonCursor.ARRAY)) {
            // One of its elements may be meant.
            return BsonEquality.UNKNOWN;
        }
        Object found = value.decoded();
        boolean same = (found instanceof Number a && wanted instanceof Number b)
                ? BsonEquality.normal(a).equals(BsonEquality.normal(b))
                : Objects.equals(found, wanted);
        return same ? BsonEquality.SAME : BsonEquality.DIFFERENT;
    }
}
