package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Updates at the edges of the plain shape, for the document {@code a}. */
final class EdgeCases {
    private static final Object NOTHING = RandomBson.Nothing.VALUE;
    private static final long BEYOND_DOUBLE = (1L << 53) + 1;

    private EdgeCases() {}

    static List<Document> documents() {
        return List.of(
                new Document("_id", "a")
                        .append("n", 3)
                        .append("zero", 0.0)
                        .append("big", BEYOND_DOUBLE)
                        .append("decimal", new Decimal128(BigDecimal.valueOf(3)))
                        .append("nothing", NOTHING)
                        .append("s", 5)
                        .append("sub", new Document("c", 1))
                        .append("two", new Document("c", 1).append("d", 2))
                        .append("one", List.of(1))
                        .append("mixed", List.of(1, "x"))
                        .append("a", List.of("x", "y"))
                        .append("u", "own"),
                new Document("_id", "b").append("u", "taken"));
    }

    static List<Document> queries() {
        return List.of(
                id(),
                id().append("n", 3L),
                id().append("n", 3.0),
                id().append("n", "3"),
                id().append("n", NOTHING),
                id().append("decimal", 3),
                id().append("zero", -0.0),
                id().append("big", (double) BEYOND_DOUBLE),
                id().append("none", NOTHING),
                id().append("nothing", NOTHING),
                id().append("mixed", "x"),
                id().append("sub", "x"),
                new Document("_id", "absent"));
    }

    static List<Document> updates() {
        return List.of(
                push("one", List.of(1), -1),
                push("one", List.of(1L), -1),
                push("one", List.of(1.5), 0),
                push("one", List.of(2, 3), 2),
                push("one", List.of(2, 3), -2L),
                push("one", List.of(2, 3), -9),
                push("one", List.of(2, 3), 1L << 32),
                push("one", List.of(), null),
                push("none", List.of(), null),
                push("none", List.of(1, 2), -1),
                push("nothing", List.of("x"), -1),
                push("n", List.of("x"), -1),
                push("mixed", List.of(1.0, "x"), -2),
                push("a", List.of("z"), null),
                new Document("$push", new Document("one", 2)),
                set("n", 3L),
                set("n", 3.0),
                set("n", 4L),
                new Document(
                        "$set",
                        new Document("n", 3L)
                                .append("sub", new Document("c", 1.0))
                                .append("fresh", 1)),
                set("decimal", 3),
                set("decimal", 4),
                set("zero", -0.0),
                set("zero", 0),
                set("big", (double) BEYOND_DOUBLE),
                set("big", BEYOND_DOUBLE),
                set("sub", new Document("c", 1.0)),
                set("sub", new Document("c", 1).append("d", 2)),
                set("sub", new Document()),
                set("two", new Document("c", 1)),
                set("two", new Document("d", 2).append("c", 1)),
                set("mixed", List.of(1L, "x")),
                set("s", new Document("c", 5)),
                set("nothing", NOTHING),
                set("none", NOTHING),
                set("_id", "a"),
                set("_id", "c"),
                set("u", "taken"),
                set("u", "free"),
                set("a", "x"),
                set("sub.c", 2),
                set("$x", 2),
                set("", 2),
                set("n", 1).append("$unset", new Document("n", "")),
                set("n", 1).append("$push", new Document("one", new Document("$each", List.of(5)))),
                new Document("$unset", new Document("n", "").append("none", "")),
                new Document("$unset", new Document("a", "")),
                new Document("$unset", new Document("_id", "")),
                new Document("$set", new Document()),
                new Document("$set", 1),
                new Document("n", 1),
                new Document());
    }

    private static Document id() {
        return new Document("_id", "a");
    }

    private static Document set(String field, Object value) {
        return new Document("$set", new Document(field, value));
    }

    private static Document push(String field, List<Object> each, @Nullable Object slice) {
        Document clauses = new Document("$each", each);
        clauses.putIfNotNull("$slice", slice);
        return new Document("$push", new Document(field, clauses));
    }
}
