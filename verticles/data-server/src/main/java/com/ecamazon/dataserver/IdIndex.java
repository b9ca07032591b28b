package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;

/** The index on {@code _id}: the table of the documents itself. */
final class IdIndex extends Index<Key> {
    private final Table documents;

    IdIndex(IndexSpec spec, Table documents) {
        super(spec.name(), spec.keys(), false);
        this.documents = documents;
    }

    @Override
    public boolean isUnique() {
        return true;
    }

    @Override
    public Key getPosition(Document document) {
        return KeyWriter.id(document.get("_id"));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Key> collection) {
        if (documents.get(getPosition(document).bytes()) != null) {
            throw new DuplicateKeyError(this, collection, getKeys(), new KeyValue(document.get("_id")));
        }
    }

    @Override
    public void add(Document document, Key position, MongoCollection<Key> collection) {}

    @Override
    public Key remove(Document document) {
        return getPosition(document);
    }

    @Override
    public void checkUpdate(Document before, Document after, MongoCollection<Key> collection) {}

    @Override
    public void updateInPlace(Document before, Document after, Key position, MongoCollection<Key> collection) {}

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
        return documents.size();
    }

    /** Never, for it needs no filling. */
    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {}
}
