package com.ecamazon.dataserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An update that sets, removes and pushes to fields at a document's root, made on the stored form itself: what it doesn't
 * name is copied as bytes.
 *
 * <p>It does what the server's own update language does. Where that would refuse, or the matter is rare, there is no result
 * and the server's own code is to be asked.
 */
final class PlainUpdate {
    private static final BsonName SET = BsonName.of("$set");
    private static final BsonName UNSET = BsonName.of("$unset");
    private static final BsonName PUSH = BsonName.of("$push");
    private static final int LARGEST = 16 << 20;

    private final List<FieldChange> changes;
    private final int bytes;

    private PlainUpdate(List<FieldChange> changes, int bytes) {
        this.changes = changes;
        this.bytes = bytes;
    }

    /** What a document became. */
    static final class Result {
        private final byte[] after;
        private final List<BsonName> written;
        private final boolean modified;

        private Result(byte[] after, List<BsonName> written, boolean modified) {
            this.after = after;
            this.written = written;
            this.modified = modified;
        }

        /** Its stored form. */
        byte[] after() {
            return after;
        }

        /** The fields whose bytes are others now. */
        List<BsonName> written() {
            return written;
        }

        /** Whether the change counts as one; a 3 of another type doesn't. */
        boolean modified() {
            return modified;
        }
    }

    /** The update of a statement, if it is that plain. */
    static Optional<PlainUpdate> of(BsonValue update) {
        if (!update.is(BsonCursor.DOCUMENT)) {
            return Optional.empty();
        }
        List<FieldChange> changes = new ArrayList<>();
        BsonCursor operators = update.fields();
        while (operators.next()) {
            if (!operators.value().is(BsonCursor.DOCUMENT)) {
                return Optional.empty();
            }
            BsonCursor fields = operators.value().fields();
            while (fields.next()) {
                FieldChange change =
                        fields.plainlyNamed() && !fields.named(PlainFilter.ID) ? change(operators, fields) : null;
                if (change == null || place(changes, fields) >= 0) {
                    return Optional.empty();
                }
                changes.add(change);
            }
        }
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(new PlainUpdate(changes, update.to() - update.from()));
    }

    private static @Nullable FieldChange change(BsonCursor operators, BsonCursor field) {
        if (operators.named(SET)) {
            return new FieldChange.Set(field.name(), field.value());
        }
        if (operators.named(UNSET)) {
            return new FieldChange.Unset(field.name());
        }
        return operators.named(PUSH) ? FieldChange.Push.of(field.name(), field.value()) : null;
    }

    /** Makes the change to a stored document. */
    Optional<Result> apply(byte[] before) {
        BsonWriter out = new BsonWriter(before.length + bytes + 64);
        List<FieldChange> left = new ArrayList<>(changes);
        List<BsonName> written = new ArrayList<>(changes.size());
        boolean modified = false;
        BsonCursor fields = new BsonCursor(before, 0);
        for (boolean first = true; fields.next(); first = false) {
            if (first != fields.named(PlainFilter.ID) || !fields.plainlyNamed()) {
                return Optional.empty();
            }
            FieldChange change = taken(left, fields);
            if (change == null) {
                out.copy(before, fields.start(), fields.end());
                continue;
            }
            FieldChange.Effect effect = change.make(fields, out);
            if (effect == FieldChange.Effect.UNKNOWN) {
                return Optional.empty();
            }
            if (effect != FieldChange.Effect.NONE) {
                written.add(change.name());
            }
            modified |= effect == FieldChange.Effect.CHANGED;
        }
        for (FieldChange change : left) {
            if (change.add(out)) {
                written.add(change.name());
                modified = true;
            }
        }
        byte[] after = out.document();
        return after.length > LARGEST ? Optional.empty() : Optional.of(new Result(after, written, modified));
    }

    private static @Nullable FieldChange taken(List<FieldChange> left, BsonCursor field) {
        int place = place(left, field);
        return place < 0 ? null : left.remove(place);
    }

    private static int place(List<FieldChange> changes, BsonCursor field) {
        for (int i = 0; i < changes.size(); i++) {
            if (field.named(changes.get(i).name())) {
                return i;
            }
        }
        return -1;
    }
}
