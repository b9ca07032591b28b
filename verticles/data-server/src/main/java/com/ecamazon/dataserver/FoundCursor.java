package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.AbstractCursor;
import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rest of an answer that a client fetches in pieces. */
final class FoundCursor extends AbstractCursor {
    /** A reply must stay well under the 48 MB of a message. */
    static final long PIECE_BYTES = 8L << 20;

    private final DocumentCollection collection;
    private final Found found;
    private final @Nullable Document fields;

    FoundCursor(long id, DocumentCollection collection, Found found, @Nullable Document fields) {
        super(id);
        this.collection = collection;
        this.found = found;
        this.fields = fields;
    }

    @Override
    public boolean isEmpty() {
        return !found.hasNext();
    }

    @Override
    public List<Document> takeDocuments(int numberToReturn) {
        int most = numberToReturn > 0 ? numberToReturn : Integer.MAX_VALUE;
        return collection.projected(found.take(most, PIECE_BYTES), fields);
    }
}
