package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.atomic.LongAdder;

/** How many rows of a table were written since the server was started. */
final class WriteCount {
    private final LongAdder inserted = new LongAdder();
    private final LongAdder updated = new LongAdder();
    private final LongAdder removed = new LongAdder();

    void put(boolean isNew) {
        (isNew ? inserted : updated).increment();
    }

    void remove() {
        removed.increment();
    }

    /** As the command {@code top} of MongoDB shows it. */
    Document shown() {
        return new Document("insert", new Document("count", inserted.sum()))
                .append("update", new Document("count", updated.sum()))
                .append("remove", new Document("count", removed.sum()));
    }
}
