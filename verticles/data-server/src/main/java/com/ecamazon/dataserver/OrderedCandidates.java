package com.ecamazon.dataserver;

import com.ecamazon.dataserver.Table.Row;
import de.bwaldvogel.mongo.backend.IndexKey;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * Candidates in the order of some leading fields of an index; those that are equal there in the order of the collection,
 * as a stable sort of a scan would leave them.
 */
final class OrderedCandidates implements Iterator<Key> {
    private final RowScan entries;
    private final List<IndexKey> fields;
    private final Deque<Key> group = new ArrayDeque<>();
    /** An entry that moved ahead while it was read must not show its document twice. */
    private final Set<Key> seen = new HashSet<>();

    OrderedCandidates(RowScan entries, List<IndexKey> fields) {
        this.entries = entries;
        this.fields = fields;
    }

    @Override
    public boolean hasNext() {
        while (group.isEmpty() && entries.hasNext()) {
            readGroup();
        }
        return !group.isEmpty();
    }

    @Override
    public Key next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return group.removeFirst();
    }

    private void readGroup() {
        Row first = entries.next();
        int length = prefix(first.key());
        List<Key> ids = new ArrayList<>();
        Row entry = first;
        while (Arrays.mismatch(first.key(), 0, length, entry.key(), 0, Math.min(length, entry.key().length)) < 0) {
            Key id = new Key(entry.value());
            if (seen.add(id)) {
                ids.add(id);
            }
            if (!entries.hasNext()) {
                entry = null;
                break;
            }
            entry = entries.next();
        }
        if (entry != null) {
            entries.back(entry);
        }
        Collections.sort(ids);
        group.addAll(ids);
    }

    private int prefix(byte[] key) {
        int end = 0;
        for (IndexKey field : fields) {
            end = KeyWriter.end(key, end, field.isAscending());
        }
        return end;
    }
}
