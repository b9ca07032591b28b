package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index: an ordered table from the values of its fields and the {@code _id} to the {@code _id}.
 *
 * <p>Every document has an entry, also one that lacks the fields of a sparse index; sparse only says that such
 * documents don't collide. A document with an array in a field has an entry for each element.
 */
final class OrderedIndex extends Index<Key> {
    private static final int MOST_ENTRIES = 10_000;

    private final Table table;
    private final Traits traits;
    private final boolean unique;
    private final List<FieldPath> paths;
    private final Supplier<Batch> batch;

    /** The batch is where changes go that belong to the document that is written at the moment. */
    OrderedIndex(IndexSpec spec, Table table, Traits traits, Supplier<Batch> batch) {
        super(spec.name(), spec.keys(), spec.sparse());
        this.table = table;
        this.traits = traits;
        this.unique = spec.unique();
        this.paths =
                spec.keys().stream().map(key -> new FieldPath(key.getKey())).toList();
        this.batch = batch;
    }

    Table table() {
        return table;
    }

    Traits traits() {
        return traits;
    }

    @Override
    public boolean isUnique() {
        return unique;
    }

    @Override
    public boolean hasSameOptions(Index<?> other) {
        return super.hasSameOptions(other)
                && unique == other.isUnique()
                && Fields.document(toIndexDescription(), "key")
                        .equals(Fields.document(other.toIndexDescription(), "key"));
    }

    @Override
    public @Nullable Key getPosition(Document document) {
        return null;
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (unique) {
            refuseTaken(entries(path -> path.in(document)), document, collection);
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {
        addEntries(entries(path -> path.in(document)), position);
    }

    /** The same for a document in its stored form; this index is not unique. */
    void add(byte[] document, Key position) {
        addEntries(entries(path -> path.in(document)), position);
    }

    private void addEntries(Set<Key> entries, Key position) {
        for (Key entry : entries) {
            batch.get().addEntry(table, withId(entry, position), position.bytes());
        }
    }

    @Override
    public Key remove(Document document) {
        Key position = KeyWriter.id(document.get("_id"));
        for (Key entry : entries(path -> path.in(document))) {
            batch.get().removeEntry(table, withId(entry, position));
        }
        return position;
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {
        if (unique && changed(before, after)) {
            Set<Key> added = entries(path -> path.in(after));
            added.removeAll(entries(path -> path.in(before)));
            refuseTaken(added, after, collection);
        }
    }

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {
        if (changed(before, after)) {
            replace(entries(path -> path.in(before)), entries(path -> path.in(after)), position);
        }
    }

    /** Whether a change of these fields at a document's root may change its entries. */
    boolean concerns(List<BsonName> fields) {
        for (FieldPath path : paths) {
            if (fields.contains(path.root())) {
                return true;
            }
        }
        return false;
    }

    /** Replaces the entries of a document whose stored form changes; this index is not unique. */
    void update(byte[] before, byte[] after, Key position) {
        for (FieldPath path : paths) {
            if (!path.same(before, after)) {
                replace(entries(one -> one.in(before)), entries(one -> one.in(after)), position);
                return;
            }
        }
    }

    private void replace(Set<Key> old, Set<Key> added, Key position) {
        for (Key entry : added) {
            if (!old.contains(entry)) {
                batch.get().addEntry(table, withId(entry, position), position.bytes());
            }
        }
        old.removeAll(added);
        for (Key entry : old) {
            batch.get().removeEntry(table, withId(entry, position));
        }
    }

    private boolean changed(Document before, Document after) {
        for (FieldPath path : paths) {
            if (!path.in(before).all().equals(path.in(after).all())) {
                return true;
            }
        }
        return false;
    }

    private void refuseTaken(Set<Key> entries, Document document, MongoCollection<Key> collection) {
        if (isSparse() && lacksAll(document)) {
            return;
        }
        byte[] own = KeyWriter.id(document.get("_id")).bytes();
        for (Key entry : entries) {
            for (Table.Row taken : table.rows(KeyRange.startingWith(entry.bytes()), false, 2)) {
                if (!Arrays.equals(taken.value(), own)) {
                    KeyValue values = getKeyValues(document).iterator().next();
                    throw new DuplicateKeyError(this, collection, getKeys(), values);
                }
            }
        }
    }

    private boolean lacksAll(Document document) {
        return paths.stream().allMatch(path -> path.in(document).all().stream().allMatch(Missing.class::isInstance));
    }

    /** The forms of the field values of a document, each once. */
    private Set<Key> entries(Function<FieldPath, FieldPath.Values> document) {
        Set<Key> prefixes = Set.of(new Key(new byte[0]));
        for (int i = 0; i < paths.size(); i++) {
            FieldPath.Values values = document.apply(paths.get(i));
            boolean ascending = getKeys().get(i).isAscending();
            Set<Key> longer = new LinkedHashSet<>();
            for (Key prefix : prefixes) {
                for (Object value : values.all()) {
                    note(value, values.many());
                    longer.add(new Key(new KeyWriter()
                            .append(prefix.bytes())
                            .append(value, ascending)
                            .bytes()));
                }
            }
            if (longer.size() > MOST_ENTRIES) {
                throw new MongoServerError(
                        ErrorCode.CannotIndexParallelArrays, "too many index entries for one document");
            }
            prefixes = longer;
        }
        return prefixes;
    }

    private void note(Object value, boolean many) {
        if (many) {
            traits.add(Traits.MANY, batch.get());
        }
        if (!KeyWriter.regular(value)) {
            traits.add(Traits.IRREGULAR, batch.get());
        }
    }

    private static byte[] withId(Key entry, Key position) {
        return new KeyWriter().append(entry.bytes()).append(position.bytes()).bytes();
    }

    /** False: the collection plans its queries itself. */
    @Override
    public boolean canHandle(Document query) {
        return false;
    }

    @Override
    public Iterable<Key> getPositions(Document query) {
        throw new UnsupportedOperationException("the collection plans its queries itself");
    }

    @Override
    public long getCount() {
        return table.size();
    }

    /** Never, so that nobody but the collection fills it. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return getCount();
    }

    /** The collection drops the table. */
    @Override
    public void drop() {}
}
