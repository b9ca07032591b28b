package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoCollection;
import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DocumentWithPosition;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.QueryResult;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.ObjectId;
import de.bwaldvogel.mongo.exception.DuplicateKeyError;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A collection: a table of documents by {@code _id}, and its indexes.
 *
 * <p>Reads take no lock: stored bytes never change, and every reader decodes a copy of its own. Writes look for their
 * documents without a lock, then take the lock, look at the one document again and change it with its index entries in
 * one batch; the update language is that of the server.
 */
final class DocumentCollection extends AbstractMongoCollection<Key> {
    private final Store store;
    private final Table documents;
    private final Traits traits;
    private final Finder finder;
    private final Changes changes;
    private final PlainAccess plain;

    DocumentCollection(
            MongoDatabase database, String name, CollectionOptions options, CursorRegistry cursors, Store store) {
        super(database, name, options, cursors);
        this.store = store;
        this.changes = new Changes(store);
        this.documents = store.table(tableName(database.getDatabaseName(), name));
        this.traits = new Traits(store.control(), documents);
        this.finder = new Finder(documents, traits);
        this.plain = new PlainAccess(documents, changes);
    }

    static String tableName(String database, String collection) {
        return "data:" + database + "." + collection;
    }

    /** Documents that match, read as they are taken. */
    Found find(Document query, @Nullable Document sort, int skip, int limit) {
        return finder.find(query, sort, skip, limit);
    }

    /** How a query would be served, for tests. */
    String explain(Document query, @Nullable Document sort) {
        return finder.explain(query, sort);
    }

    List<Document> projected(List<Document> found, @Nullable Document fields) {
        if (fields == null || fields.isEmpty()) {
            return found;
        }
        return matchDocumentsFromStream(new Document(), found.stream(), 0, 0, 0, null, fields)
                .collectDocuments();
    }

    @Override
    protected QueryResult queryDocuments(
            Document query,
            @Nullable Document sort,
            int skip,
            int limit,
            int batchSize,
            @Nullable Document fieldSelector) {
        Found found = find(query, sort, skip, limit);
        if (fieldSelector == null || fieldSelector.isEmpty()) {
            return new QueryResult(() -> found);
        }
        return matchDocumentsFromStream(new Document(), found.rest().stream(), 0, 0, 0, null, fieldSelector);
    }

    @Override
    protected QueryResult matchDocuments(
            Document query, Document sort, int skip, int limit, int batchSize, Document fieldSelector) {
        return queryDocuments(query, sort, skip, limit, batchSize, fieldSelector);
    }

    @Override
    public int count(@Nullable Document query, int skip, int limit) {
        if (query == null || query.isEmpty()) {
            return super.count(query, skip, limit);
        }
        int count = 0;
        for (Found found = find(query, null, skip, Math.max(0, limit)); found.hasNext(); found.next()) {
            count++;
        }
        return count;
    }

    @Override
    public int count() {
        return Math.toIntExact(documents.size());
    }

    @Override
    public void addDocument(Document document) {
        changes.make(() -> {
            super.addDocument(document);
            return document;
        });
    }

    /** The short way for what is plain; nothing where documents have no {@code _id}. */
    Optional<PlainAccess> plainly() {
        return identified() ? Optional.of(plain) : Optional.empty();
    }

    @Override
    public void removeDocument(Document document) {
        changes.make(() -> {
            super.removeDocument(document);
            return document;
        });
    }

    @Override
    public Document updateDocuments(
            Document selector,
            Document update,
            ArrayFilters arrayFilters,
            boolean isMulti,
            boolean isUpsert,
            Oplog oplog) {
        if (!identified() || Selector.naming(selector)) {
            return changes.make(() -> super.updateDocuments(selector, update, arrayFilters, isMulti, isUpsert, oplog));
        }
        int matched = 0;
        int modified = 0;
        Found found = find(selector, null, 0, 0);
        while (found.hasNext() && (isMulti || matched == 0)) {
            Document one = Selector.naming(selector, found.next());
            Document result =
                    changes.make(() -> super.updateDocuments(one, update, arrayFilters, isMulti, false, oplog));
            matched += Fields.number(result, "n");
            modified += Fields.number(result, "nModified");
        }
        if (matched == 0 && isUpsert) {
            return changes.make(() -> super.updateDocuments(selector, update, arrayFilters, isMulti, true, oplog));
        }
        return new Document("n", matched).append("nModified", modified);
    }

    @Override
    public int deleteDocuments(Document selector, int limit, Oplog oplog) {
        if (!identified() || Selector.naming(selector)) {
            return changes.make(() -> super.deleteDocuments(selector, Math.max(0, limit), oplog));
        }
        int deleted = 0;
        Found found = find(selector, null, 0, 0);
        while (found.hasNext() && (limit <= 0 || deleted < limit)) {
            Document one = Selector.naming(selector, found.next());
            deleted += changes.make(() -> super.deleteDocuments(one, 1, oplog));
        }
        return deleted;
    }

    @Override
    public Document findAndModify(Document command) {
        Document selector = Fields.optional(command, "query").orElseGet(Document::new);
        if (!Selector.naming(selector)) {
            Found found = find(selector, Fields.optional(command, "sort").orElse(null), 0, 0);
            while (found.hasNext()) {
                Document one = new Document(command);
                one.put("query", Selector.naming(selector, found.next()));
                one.remove("upsert");
                Document result = changes.make(() -> super.findAndModify(one));
                // A first choice that changed meanwhile no longer matches; the next in the order takes its place.
                if (result.containsKey("lastErrorObject") || result.get("value") != null) {
                    return result;
                }
            }
        }
        return changes.make(() -> super.findAndModify(command));
    }

    private boolean identified() {
        return "_id".equals(getIdField());
    }

    @Override
    protected Key addDocumentInternal(Document document) {
        Object id = getIdField() == null ? new ObjectId() : document.get(getIdField());
        if (!KeyWriter.regular(id)) {
            traits.add(Traits.IRREGULAR, changes.batch());
        }
        Key key = KeyWriter.id(id);
        if (identified() && documents.get(key.bytes()) != null) {
            // Its index says so first, but a collection that was cut off in its making has none.
            throw new DuplicateKeyError(this, "_id_ dup key: " + id);
        }
        changes.batch().put(documents, key.bytes(), Bson.encode(document));
        return key;
    }

    @Override
    protected void removeDocument(Key position) {
        changes.batch().remove(documents, position.bytes());
    }

    @Override
    protected void handleUpdate(Key position, Document before, Document after) {
        changes.batch().put(documents, position.bytes(), Bson.encode(after));
    }

    @Override
    protected Document getDocument(Key position) {
        byte[] stored = documents.get(position.bytes());
        if (stored == null) {
            throw new IllegalStateException("no document at " + position);
        }
        return Bson.decode(stored);
    }

    @Override
    protected Stream<DocumentWithPosition<Key>> streamAllDocumentsWithPosition() {
        Stream.Builder<DocumentWithPosition<Key>> all = Stream.builder();
        for (Iterator<Table.Row> rows = new RowScan(documents, List.of(KeyRange.ALL), false); rows.hasNext(); ) {
            Table.Row row = rows.next();
            all.add(new DocumentWithPosition<>(Bson.decode(row.value()), new Key(row.key())));
        }
        return all.build();
    }

    /** An index that is filled when it is new, or taken over as it is when it was there before. */
    OrderedIndex orderedIndex(IndexSpec spec) {
        Table table = store.table(indexTableName(spec.name()));
        return new OrderedIndex(spec, table, new Traits(store.control(), table), changes::batch);
    }

    IdIndex idIndex(IndexSpec spec) {
        return new IdIndex(spec, documents);
    }

    /** Takes a new index into use once it is filled; writers wait meanwhile. */
    void addFilled(OrderedIndex index) {
        changes.alone(() -> {
            new IndexFiller(changes, this, documents).fill(index);
            addIndex(index);
        });
    }

    @Override
    public void addIndex(Index<Key> index) {
        super.addIndex(index);
        if (index instanceof OrderedIndex) {
            takeIndexes();
        }
    }

    @Override
    public void dropIndex(String indexName) {
        changes.alone(() -> {
            super.dropIndex(indexName);
            takeIndexes();
            if (store.tableNames().contains(indexTableName(indexName))) {
                discard(store.table(indexTableName(indexName)));
            }
        });
    }

    private void discard(Table table) {
        changes.make(() -> {
            new Traits(store.control(), table).forget(changes.batch());
            return table;
        });
        store.drop(table);
    }

    private void takeIndexes() {
        List<OrderedIndex> ordered = getIndexes().stream()
                .filter(OrderedIndex.class::isInstance)
                .map(OrderedIndex.class::cast)
                .toList();
        finder.indexes(ordered);
        plain.indexes(ordered);
    }

    private String indexTableName(String index) {
        return "index:" + getFullName() + "/" + index;
    }

    /** Takes the documents away for good; who comes later is refused. */
    void discard() {
        changes.alone(() -> {
            discard(documents);
            changes.end();
        });
    }

    /** The bytes of the documents are not added up; nobody decides anything by them. */
    @Override
    protected boolean tracksDataSize() {
        return false;
    }

    @Override
    protected void updateDataSize(int sizeDelta) {}

    @Override
    protected int getDataSize() {
        return 0;
    }

    @Override
    public void renameTo(MongoDatabase newDatabase, String newCollectionName) {
        throw new MongoServerError(ErrorCode.IllegalOperation, "the embedded server doesn't rename collections");
    }
}
