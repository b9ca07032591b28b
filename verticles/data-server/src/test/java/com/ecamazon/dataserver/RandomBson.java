package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.BsonTimestamp;
import de.bwaldvogel.mongo.bson.Decimal128;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.LegacyUUID;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Documents and update statements at random: mostly of the plain shape, often just beside it. */
final class RandomBson {
    private static final List<String> FIELDS = List.of("a", "n", "s", "tags", "outbox", "at", "u", "\u00e9");
    private static final List<String> ODD_FIELDS =
            List.of("s.c", "tags.0", "_id", "", "$x", "a.b", "s", "outbox.", "_id.x", "tags.$");

    private final Random random;

    RandomBson(long seed) {
        this.random = new Random(seed);
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    private boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    @Nullable
    Object id() {
        return once(25) ? one(List.of(1, 1L, 1.0, new ObjectId(new byte[12]), List.of("x"), true)) : "id" + below(12);
    }

    Document document() {
        Document document = new Document();
        if (once(20)) {
            document.put("a", value(2));
        }
        document.put("_id", id());
        for (String field : FIELDS) {
            if (!once(3)) {
                document.put(field, field.equals("outbox") && !once(4) ? array(1) : value(2));
            }
        }
        if (once(40)) {
            document.put(one(List.of("x.y", "$x")), 1);
        }
        return document;
    }

    /** The same few values in many types, so that equal ones meet. */
    Object value(int depth) {
        return switch (below(depth > 0 ? 15 : 11)) {
            case 0 -> below(3);
            case 1 -> (long) below(3);
            case 2 -> below(5) / 2.0;
            case 3 -> one(List.of(-0.0, Double.NaN, (1L << 53) + 1, (double) (1L << 53), 1L << 53, Long.MAX_VALUE));
            case 4 -> once(2);
            case 5 -> Instant.ofEpochMilli(below(3));
            case 6, 7 -> one(List.of("", "a", "b", "\u00e4\ud83d\ude00", "a\u0000b", "0123456789\u00df"));
            case 8 -> new ObjectId(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) below(2)});
            case 9 -> once(4) ? rare() : "c";
            case 10 -> Nothing.VALUE;
            case 11, 12 -> array(depth - 1);
            default -> subdocument(depth - 1);
        };
    }

    private Object rare() {
        return switch (below(7)) {
            case 0 -> new Decimal128(BigDecimal.valueOf(below(3)));
            case 1 -> new BsonRegularExpression("a", "");
            case 2 -> new BinData(new byte[] {1, (byte) below(2)});
            case 3 -> new UUID(1, below(2));
            case 4 -> new LegacyUUID(new UUID(1, 1));
            case 5 -> new BsonTimestamp(below(2));
            default -> MaxKey.getInstance();
        };
    }

    private List<Object> array(int depth) {
        List<Object> array = new ArrayList<>();
        for (int i = below(4); i > 0; i--) {
            array.add(once(8) ? Nothing.VALUE : value(depth));
        }
        return array;
    }

    private Document subdocument(int depth) {
        Document document = new Document();
        for (String field : once(2) ? List.of("c", "d") : List.of("d", "c")) {
            if (!once(4)) {
                document.put(field, value(depth));
            }
        }
        return document;
    }

    private String field() {
        return once(15) ? one(ODD_FIELDS) : one(FIELDS);
    }

    Document query() {
        Document query = new Document("_id", once(20) ? new Document("$in", List.of("id1", "id2")) : id());
        while (once(2)) {
            String field = once(20) ? one(List.of("s.c", "$comment", "tags.0")) : one(FIELDS);
            query.put(field, once(15) ? new Document("$gt", 0) : value(1));
        }
        return query;
    }

    Document statement() {
        Document statement = new Document("q", query()).append("u", update());
        if (once(3)) {
            statement.put("upsert", !once(3));
        }
        if (once(5)) {
            statement.put("multi", once(2));
        }
        if (once(30)) {
            statement.put("hint", new Document("_id", 1));
        }
        return statement;
    }

    private Document update() {
        Document update = new Document();
        for (int i = 1 + below(3); i > 0; i--) {
            switch (below(12)) {
                case 0, 1, 2, 3 -> update.put("$set", fields(false));
                case 4, 5, 6 -> update.put("$unset", fields(false));
                case 7, 8, 9, 10 -> update.put("$push", fields(true));
                default ->
                    update.put(
                            one(List.of("$inc", "$setOnInsert", "$min", "$oops", "plain")), new Document(field(), 1));
            }
        }
        return update;
    }

    private Document fields(boolean pushed) {
        Document fields = new Document();
        for (int i = once(20) ? 0 : 1 + below(2); i > 0; i--) {
            fields.put(pushed && once(2) ? "outbox" : field(), pushed ? push() : value(2));
        }
        return fields;
    }

    private Object push() {
        if (once(10)) {
            return value(1);
        }
        Document push = new Document();
        if (once(8)) {
            push.put("$slice", -1);
        }
        push.put("$each", once(30) ? "a" : array(1));
        if (!once(3)) {
            push.put("$slice", once(20) ? one(List.of(1.5, "x")) : once(2) ? (Object) (below(9) - 5) : below(9) - 5L);
        }
        if (once(20)) {
            push.put(one(List.of("$position", "$sort", "$oops")), 1);
        }
        return push;
    }

    /** Where a value is null. */
    enum Nothing {
        VALUE
    }

    /** The same with nulls. */
    static @Nullable Object nulled(@Nullable Object value) {
        return switch (value) {
            case Nothing _ -> null;
            case null -> null;
            case Document document -> {
                Document copy = new Document();
                document.forEach((field, one) -> copy.put(field, nulled(one)));
                yield copy;
            }
            case List<?> list -> {
                List<@Nullable Object> copy = new ArrayList<>();
                list.forEach(one -> copy.add(nulled(one)));
                yield copy;
            }
            default -> value;
        };
    }
}
