package com.ecamazon.dataserver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Changes that are kept together or not at all: a document with its index entries.
 *
 * <p>New entries are applied before the document and old ones after it, so that whoever reads meanwhile finds the
 * document as it was or as it will be, and never misses it.
 */
final class Batch {
    private final List<Change> entriesAdded = new ArrayList<>(4);
    private final List<Change> documents = new ArrayList<>(2);
    private final List<Change> entriesRemoved = new ArrayList<>(4);

    void addEntry(Table index, byte[] key, byte[] value) {
        entriesAdded.add(new Change(index, key, value));
    }

    void removeEntry(Table index, byte[] key) {
        entriesRemoved.add(new Change(index, key, null));
    }

    void put(Table table, byte[] key, byte[] value) {
        documents.add(new Change(table, key, value));
    }

    void remove(Table table, byte[] key) {
        documents.add(new Change(table, key, null));
    }

    int size() {
        return entriesAdded.size() + documents.size() + entriesRemoved.size();
    }

    /** All changes in the order in which they are applied. */
    List<Change> changes() {
        List<Change> all = new ArrayList<>(size());
        all.addAll(entriesAdded);
        all.addAll(documents);
        all.addAll(entriesRemoved);
        return all;
    }

    /** A row put, or removed where the value is null. */
    static final class Change {
        private final Table table;
        private final byte[] key;
        private final byte @Nullable [] value;

        Change(Table table, byte[] key, byte @Nullable [] value) {
            this.table = table;
            this.key = key;
            this.value = value;
        }

        Table table() {
            return table;
        }

        byte[] key() {
            return key;
        }

        byte @Nullable [] value() {
            return value;
        }

        void apply() {
            if (value == null) {
                table.remove(key);
            } else {
                table.put(key, value);
            }
        }
    }
}
