package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One change of an update command that can be made on the stored form of a document. */
record PlainStatement(PlainFilter filter, PlainUpdate update, boolean upsert) {
    private static final BsonName QUERY = BsonName.of("q");
    private static final BsonName UPDATE = BsonName.of("u");
    private static final BsonName MULTI = BsonName.of("multi");
    private static final BsonName UPSERT = BsonName.of("upsert");

    /** The statement in these canonical bytes, if it is that plain; whether it is for many doesn't matter to one document. */
    static Optional<PlainStatement> of(byte[] statement) {
        PlainFilter filter = null;
        PlainUpdate update = null;
        boolean upsert = false;
        BsonCursor fields = new BsonCursor(statement, 0);
        while (fields.next()) {
            BsonValue value = fields.value();
            if (fields.named(QUERY) && value.is(BsonCursor.DOCUMENT)) {
                filter = filter(value);
            } else if (fields.named(UPDATE)) {
                update = PlainUpdate.of(value).orElse(null);
            } else if (fields.named(UPSERT) && value.is(BsonCursor.BOOLEAN)) {
                upsert = Boolean.TRUE.equals(value.decoded());
            } else if (!fields.named(MULTI) || !value.is(BsonCursor.BOOLEAN)) {
                return Optional.empty();
            }
        }
        return filter == null || update == null
                ? Optional.empty()
                : Optional.of(new PlainStatement(filter, update, upsert));
    }

    private static @Nullable PlainFilter filter(BsonValue query) {
        return query.decoded() instanceof Document document
                ? PlainFilter.of(document).orElse(null)
                : null;
    }

    /** Whether a statement names its document by {@code _id}. */
    static boolean named(RawDocument statement) {
        return statement.canonical().filter(PlainStatement::identified).isPresent()
                || (statement.document().get("q") instanceof Document query && Selector.naming(query));
    }

    private static boolean identified(byte[] statement) {
        BsonCursor fields = new BsonCursor(statement, 0);
        if (!fields.find(QUERY) || fields.type() != BsonCursor.DOCUMENT) {
            return false;
        }
        BsonCursor query = fields.value().fields();
        return query.find(PlainFilter.ID) && query.type() == BsonCursor.STRING;
    }
}
