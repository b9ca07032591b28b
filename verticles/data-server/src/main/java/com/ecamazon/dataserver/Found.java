package com.ecamazon.dataserver;

import com.ecamazon.dataserver.Table.Row;
import de.bwaldvogel.mongo.backend.DefaultQueryMatcher;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** The documents that match a query, decoded and matched as they are taken; each is the taker's own. */
final class Found implements Iterator<Document> {
    private final Iterator<Document> source;
    private int left = Integer.MAX_VALUE;
    private long bytes;
    private @Nullable Document next;

    Found(Iterator<Row> candidates, Document query) {
        this.source = matching(candidates, query);
    }

    Found(List<Document> documents) {
        this.source = documents.iterator();
    }

    private Iterator<Document> matching(Iterator<Row> candidates, Document query) {
        // One of its own for each query: the matcher remembers positions in arrays.
        DefaultQueryMatcher matcher = new DefaultQueryMatcher();
        return new Iterator<>() {
            private @Nullable Document match;

            @Override
            public boolean hasNext() {
                while (match == null && candidates.hasNext()) {
                    byte[] stored = candidates.next().value();
                    Document candidate = Bson.decode(stored);
                    if (matcher.matches(candidate, query)) {
                        match = candidate;
                        bytes += stored.length;
                    }
                }
                return match != null;
            }

            @Override
            public Document next() {
                Document taken = hasNext() ? match : null;
                if (taken == null) {
                    throw new NoSuchElementException();
                }
                match = null;
                return taken;
            }
        };
    }

    /** Leaves out the first documents, and all after {@code limit} more where that is not 0. */
    void cut(int skip, int limit) {
        for (int i = 0; i < skip && source.hasNext(); i++) {
            source.next();
        }
        left = limit > 0 ? limit : Integer.MAX_VALUE;
    }

    @Override
    public boolean hasNext() {
        if (next == null && left > 0 && source.hasNext()) {
            next = source.next();
        }
        return next != null;
    }

    @Override
    public Document next() {
        Document taken = hasNext() ? next : null;
        if (taken == null) {
            throw new NoSuchElementException();
        }
        next = null;
        left--;
        return taken;
    }

    /** Up to so many documents, and no more after they have about so many bytes. */
    List<Document> take(int most, long mostBytes) {
        long start = bytes;
        List<Document> taken = new ArrayList<>();
        while (taken.size() < most && bytes - start < mostBytes && hasNext()) {
            taken.add(next());
        }
        return taken;
    }

    List<Document> rest() {
        return take(Integer.MAX_VALUE, Long.MAX_VALUE);
    }
}
