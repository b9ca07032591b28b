package com.ecamazon.dataserver;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** Documents, changes and queries at random over few values, so that they meet often. */
final class RandomData {
    private static final List<String> FIELDS = List.of("a", "b", "due", "s.c", "tags", "lines.sku", "n", "_id");
    private static final List<String> COMPARISONS = List.of("$gt", "$gte", "$lt", "$lte");

    private final Random random;
    /** Whether there are arrays, decimals and sub-documents where an index has fields. */
    private final boolean wild;

    RandomData(long seed, boolean wild) {
        this.random = new Random(seed);
        this.wild = wild;
    }

    String id() {
        return "id" + random.nextInt(400);
    }

    JsonObject document(String id) {
        JsonObject document = new JsonObject().put("_id", id);
        maybe(document, "a", value());
        maybe(document, "b", "b" + random.nextInt(6));
        maybe(document, "due", time());
        maybe(document, "n", random.nextInt(8));
        maybe(document, "s", new JsonObject().put("c", value()).put("x", random.nextInt()));
        if (wild) {
            maybe(document, "tags", array());
            maybe(document, "lines", lines());
        } else {
            maybe(document, "tags", value());
        }
        return document;
    }

    JsonObject change() {
        JsonObject set = document("");
        set.remove("_id");
        JsonObject change = new JsonObject().put("$inc", new JsonObject().put("changes", 1));
        return set.isEmpty() ? change : change.put("$set", set);
    }

    private void maybe(JsonObject document, String field, Object value) {
        if (random.nextInt(5) > 0) {
            document.put(field, value);
        } else if (random.nextInt(3) == 0) {
            document.putNull(field);
        }
    }

    private Object value() {
        return switch (random.nextInt(wild ? 12 : 9)) {
            case 0 -> random.nextInt(5);
            case 1 -> random.nextInt(10) / 2.0;
            case 2 -> 5_000_000_000L + random.nextInt(3);
            case 3 -> -random.nextInt(4);
            case 4 -> random.nextBoolean();
            case 5 -> time();
            case 6 ->
                List.of("", "a", "ab", "b", "\u00e9", "\ue000", "\ud83d\ude00", "a\u0000", "a\u0001")
                        .get(random.nextInt(9));
            case 7 -> new JsonObject().put("$oid", "00000000000000000000000" + random.nextInt(4));
            case 8 -> "v" + random.nextInt(4);
            case 9 -> new JsonObject().put("$numberDecimal", random.nextInt(4) + ".5");
            case 10 -> new JsonObject().put("z", random.nextInt(3));
            default -> array();
        };
    }

    private JsonObject time() {
        return new JsonObject()
                .put(
                        "$date",
                        Instant.ofEpochSecond(1_700_000_000L + random.nextInt(8))
                                .toString());
    }

    private JsonArray array() {
        JsonArray array = new JsonArray();
        for (int i = random.nextInt(3); i > 0; i--) {
            array.add(random.nextBoolean() ? (Object) random.nextInt(5) : "v" + random.nextInt(4));
        }
        return array;
    }

    private JsonArray lines() {
        JsonArray lines = new JsonArray();
        for (int i = random.nextInt(3); i > 0; i--) {
            JsonObject line = new JsonObject();
            maybe(line, "sku", "v" + random.nextInt(4));
            maybe(line, "n", random.nextInt(4));
            lines.add(line);
        }
        return lines;
    }

    JsonObject query() {
        JsonObject query = new JsonObject();
        for (int i = random.nextInt(3); i >= 0; i--) {
            String field = field();
            Object condition = condition(field);
            if (random.nextInt(8) == 0) {
                query.put("$and", new JsonArray().add(new JsonObject().put(field, condition)));
            } else {
                query.put(field, condition);
            }
        }
        return query;
    }

    private String field() {
        return FIELDS.get(random.nextInt(FIELDS.size()));
    }

    private Object condition(String field) {
        return switch (random.nextInt(9)) {
            case 0, 1 -> operand(field);
            case 2 ->
                new JsonObject().put("$in", new JsonArray(List.of(operand(field), operand(field), operand(field))));
            case 3, 4 -> new JsonObject().put(comparison(), operand(field));
            case 5, 6 -> new JsonObject().put("$gte", operand(field)).put("$lt", operand(field));
            case 7 -> new JsonObject().put(comparison(), operand(field)).put("$ne", operand(field));
            default -> new JsonObject().put("$in", new JsonArray().addNull().add(operand(field)));
        };
    }

    private String comparison() {
        return COMPARISONS.get(random.nextInt(COMPARISONS.size()));
    }

    private Object operand(String field) {
        return switch (field) {
            case "_id" -> id();
            case "b" -> "b" + random.nextInt(7);
            case "due" -> time();
            case "n" -> random.nextInt(9);
            case "lines.sku" -> "v" + random.nextInt(5);
            default -> {
                Object value = value();
                yield value instanceof JsonArray ? "v1" : value;
            }
        };
    }

    JsonObject sort() {
        JsonObject sort = new JsonObject();
        for (int i = random.nextInt(3); i > 0; i--) {
            sort.put(field(), random.nextBoolean() ? 1 : -1);
        }
        return sort;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }
}
