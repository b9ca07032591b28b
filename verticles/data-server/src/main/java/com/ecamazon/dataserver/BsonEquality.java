package com.ecamazon.dataserver;

/**
 * Whether two values mean the same: numbers of different types may, and documents only with their fields in one order.
 *
 * <p>It is how the server's own update language sees whether a field changes; where its answer would need the types that
 * are rare, the answer here is {@link #UNKNOWN}.
 */
enum BsonEquality {
    SAME,
    DIFFERENT,
    UNKNOWN;

    static BsonEquality of(BsonValue a, BsonValue b) {
        if (a.same(b)) {
            return SAME;
        }
        if (rare(a.type()) || rare(b.type())) {
            return UNKNOWN;
        }
        if (number(a.type()) && number(b.type())) {
            return numeric(a).equals(numeric(b)) ? SAME : DIFFERENT;
        }
        boolean inside = a.is(BsonCursor.DOCUMENT) || a.is(BsonCursor.ARRAY);
        return a.type() == b.type() && inside ? ofFields(a.fields(), b.fields()) : DIFFERENT;
    }

    private static BsonEquality ofFields(BsonCursor a, BsonCursor b) {
        while (a.next()) {
            if (!b.next() || !b.namedAs(a)) {
                return DIFFERENT;
            }
            BsonEquality values = of(a.value(), b.value());
            if (values != SAME) {
                return values;
            }
        }
        return b.next() ? DIFFERENT : SAME;
    }

    private static boolean number(byte type) {
        return type == BsonCursor.INT32 || type == BsonCursor.INT64 || type == BsonCursor.DOUBLE;
    }

    private static boolean rare(byte type) {
        return switch (type) {
            case BsonCursor.STRING,
                    BsonCursor.DOCUMENT,
                    BsonCursor.ARRAY,
                    BsonCursor.OBJECT_ID,
                    BsonCursor.BOOLEAN,
                    BsonCursor.DATE,
                    BsonCursor.NULL -> false;
            default -> !number(type);
        };
    }

    private static Number numeric(BsonValue value) {
        return value.decoded() instanceof Number number ? normal(number) : Double.NaN;
    }

    /** A double where that loses nothing, with one zero. */
    static Number normal(Number number) {
        double near = number.doubleValue();
        boolean exact = !(number instanceof Long whole) || whole == (long) near;
        return exact ? (Number) (near + 0.0) : number;
    }
}
