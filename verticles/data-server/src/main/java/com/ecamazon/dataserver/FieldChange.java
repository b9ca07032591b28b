package com.ecamazon.dataserver;

import org.jspecify.annotations.Nullable;

/** What an update does to one field at a document's root. */
sealed interface FieldChange {
    /** What it did to a field that was there. */
    enum Effect {
        /** The same bytes are written. */
        NONE,
        /** Other bytes of the same meaning, as a 3 of another type. */
        REWRITTEN,
        CHANGED,
        /** Nothing that counts: the server's own code has to say. */
        UNKNOWN
    }

    BsonName name();

    /** Writes what becomes of the field as it is. */
    Effect make(BsonCursor field, BsonWriter out);

    /** Writes the field that was not there; false when there is still none. */
    boolean add(BsonWriter out);

    /** A value that means the same as the one that is there leaves that one as it is. */
    record Set(BsonName name, BsonValue value) implements FieldChange {
        @Override
        public Effect make(BsonCursor field, BsonWriter out) {
            BsonValue old = field.value();
            BsonEquality equality = BsonEquality.of(old, value);
            out.field(name, equality == BsonEquality.SAME ? old : value);
            return switch (equality) {
                case SAME -> Effect.NONE;
                case DIFFERENT -> Effect.CHANGED;
                case UNKNOWN -> Effect.UNKNOWN;
            };
        }

        @Override
        public boolean add(BsonWriter out) {
            out.field(name, value);
            return true;
        }
    }

    record Unset(BsonName name) implements FieldChange {
        @Override
        public Effect make(BsonCursor field, BsonWriter out) {
            return Effect.CHANGED;
        }

        @Override
        public boolean add(BsonWriter out) {
            return false;
        }
    }

    /** Adds elements to an array and then cuts it: to the first ones, or the last where {@code slice} is negative. */
    record Push(BsonName name, BsonValue each, @Nullable Integer slice) implements FieldChange {
        private static final BsonName EACH = BsonName.of("$each");
        private static final BsonName SLICE = BsonName.of("$slice");

        /** Nothing when it says more than which elements and how many are to stay. */
        static @Nullable Push of(BsonName name, BsonValue said) {
            BsonValue each = null;
            Integer slice = null;
            BsonCursor clauses = said.is(BsonCursor.DOCUMENT) ? said.fields() : null;
            while (clauses != null && clauses.next()) {
                BsonValue value = clauses.value();
                if (clauses.named(EACH) && value.is(BsonCursor.ARRAY)) {
                    each = value;
                } else if (clauses.named(SLICE)
                        && (value.is(BsonCursor.INT32) || value.is(BsonCursor.INT64))
                        && value.decoded() instanceof Number most) {
                    slice = most.intValue();
                } else {
                    return null;
                }
            }
            return each == null ? null : new Push(name, each, slice);
        }

        @Override
        public Effect make(BsonCursor field, BsonWriter out) {
            BsonValue old = field.value();
            if (!old.is(BsonCursor.ARRAY)) {
                return Effect.UNKNOWN;
            }
            BsonValue written = write(old, out);
            if (old.same(written)) {
                return Effect.NONE;
            }
            return switch (BsonEquality.of(old, written)) {
                case SAME -> Effect.REWRITTEN;
                case DIFFERENT -> Effect.CHANGED;
                case UNKNOWN -> Effect.UNKNOWN;
            };
        }

        @Override
        public boolean add(BsonWriter out) {
            write(null, out);
            return true;
        }

        private BsonValue write(@Nullable BsonValue old, BsonWriter out) {
            int before = old == null ? 0 : count(old);
            int all = before + count(each);
            int most = slice == null ? all : slice;
            int from = most < 0 ? Math.max(0, all + most) : 0;
            int to = most < 0 ? all : Math.min(most, all);
            int start = out.openArray(name);
            int index = old == null ? 0 : copy(old, from, Math.min(to, before), 0, out);
            copy(each, from - before, to - before, index, out);
            return out.closeArray(start);
        }

        private static int count(BsonValue array) {
            int count = 0;
            for (BsonCursor elements = array.fields(); elements.next(); ) {
                count++;
            }
            return count;
        }

        /** Copies the elements from one place up to another, numbered on from {@code index}. */
        private static int copy(BsonValue array, int from, int to, int index, BsonWriter out) {
            BsonCursor elements = array.fields();
            int next = index;
            for (int i = 0; i < to && elements.next(); i++) {
                if (i >= from) {
                    out.element(next++, elements.value());
                }
            }
            return next;
        }
    }
}
