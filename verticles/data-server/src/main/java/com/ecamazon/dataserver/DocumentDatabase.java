package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.AbstractMongoDatabase;
import de.bwaldvogel.mongo.backend.CollectionOptions;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.DatabaseResolver;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.oplog.Oplog;
import io.netty.channel.Channel;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A database: its collections, and the commands that the server's own code doesn't do well enough. */
final class DocumentDatabase extends AbstractMongoDatabase<Key> {
    /** Index options that would change the meaning of an index; refused rather than ignored. */
    private static final Set<String> UNKNOWN_OPTIONS =
            Set.of("partialFilterExpression", "expireAfterSeconds", "collation", "wildcardProjection");

    private final Store store;
    private final Commands commands;

    DocumentDatabase(String name, CursorRegistry cursors, Store store) {
        super(name, cursors);
        this.store = store;
        this.commands = new Commands(this, cursors);
        initializeNamespacesAndIndexes();
    }

    @Override
    public Document handleCommand(
            Channel channel, String command, Document query, DatabaseResolver databases, Oplog oplog) {
        if (command.equals("update") && Commands.filtersArrays(query)) {
            query.put(
                    "updates",
                    Fields.raw(query, "updates").stream()
                            .map(RawDocument::document)
                            .toList());
            return super.handleCommand(channel, command, query, databases, oplog);
        }
        return switch (command) {
            case "find" -> commands.find(query);
            case "insert" -> commands.insert(query);
            case "update" -> commands.update(query);
            case "delete" -> commands.delete(query);
            case "dropIndexes" -> dropIndexes(query);
            case "aggregate" ->
                commands.count(query).orElseGet(() -> super.handleCommand(channel, command, query, databases, oplog));
            default -> super.handleCommand(channel, command, query, databases, oplog);
        };
    }

    /** By the namespace and the name, for other collections may have indexes of the same name. */
    private Document dropIndexes(Document query) {
        DocumentCollection collection = collection(Fields.text(query, "dropIndexes"));
        if (collection == null) {
            throw new MongoServerError(26, "NamespaceNotFound", "ns not found");
        }
        Object wanted = query.get("index");
        boolean found = "*".equals(wanted);
        for (Index<Key> index : List.copyOf(collection.getIndexes())) {
            boolean named = index.getName().equals(wanted)
                    || Fields.document(index.toIndexDescription(), "key").equals(wanted);
            if (index instanceof OrderedIndex && (named || "*".equals(wanted))) {
                found = true;
                indexes.get()
                        .deleteDocuments(
                                new Document("ns", collection.getFullName()).append("name", index.getName()), 1);
                collection.dropIndex(index.getName());
            }
        }
        if (!found) {
            throw new MongoServerError(ErrorCode.IndexNotFound, "index not found with name [" + wanted + "]");
        }
        return okay(new Document());
    }

    @Nullable
    DocumentCollection collection(String name) {
        return (DocumentCollection) resolveCollection(name, false);
    }

    DocumentCollection collectionMade(String name) {
        return (DocumentCollection) resolveOrCreateCollection(name);
    }

    @Override
    protected synchronized MongoCollection<Key> resolveOrCreateCollection(String collectionName) {
        MongoCollection<Key> found = collection(collectionName);
        return found == null ? created(collectionName, CollectionOptions.withDefaults()) : found;
    }

    @Override
    public synchronized MongoCollection<Key> createCollectionOrThrowIfExists(
            String collectionName, CollectionOptions options) {
        return created(collectionName, options);
    }

    /** A new collection; one that was refused on the way is forgotten, for what it got would be found by nobody later. */
    private MongoCollection<Key> created(String collectionName, CollectionOptions options) {
        boolean found = collection(collectionName) != null;
        try {
            return super.createCollectionOrThrowIfExists(collectionName, options);
        } catch (OutOfSpace e) {
            if (!found && collection(collectionName) != null) {
                unregisterCollection(collectionName);
            }
            throw e;
        }
    }

    @Override
    public synchronized void dropCollection(String collectionName, Oplog oplog) {
        DocumentCollection collection = (DocumentCollection) resolveCollection(collectionName, true);
        super.dropCollection(collectionName, oplog);
        collection.discard();
        if (indexes.get() == collection) {
            forgetDescriptions();
        }
    }

    @SuppressWarnings("NullAway") // the server's code takes no descriptions for null
    private void forgetDescriptions() {
        indexes.set(null);
    }

    @Override
    protected MongoCollection<Key> openOrCreateCollection(String collectionName, CollectionOptions options) {
        return new DocumentCollection(this, collectionName, options, cursorRegistry, store);
    }

    @Override
    protected synchronized void addIndex(Document description) {
        for (String option : UNKNOWN_OPTIONS) {
            if (description.containsKey(option)) {
                throw new MongoServerError(
                        67, "CannotCreateIndex", "the embedded server has no index option " + option);
            }
        }
        super.addIndex(description);
    }

    @Override
    protected Index<Key> openOrCreateUniqueIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        IndexSpec spec = new IndexSpec(indexName, keys, true, sparse);
        boolean primary = keys.size() == 1 && keys.getFirst().getKey().equals("_id");
        return primary ? collectionMade(collectionName).idIndex(spec) : ordered(collectionName, spec);
    }

    @Override
    protected Index<Key> openOrCreateSecondaryIndex(
            String collectionName, String indexName, List<IndexKey> keys, boolean sparse) {
        return ordered(collectionName, new IndexSpec(indexName, keys, false, sparse));
    }

    private Index<Key> ordered(String collectionName, IndexSpec spec) {
        DocumentCollection collection = collectionMade(collectionName);
        OrderedIndex index = collection.orderedIndex(spec);
        boolean used =
                collection.getIndexes().stream().anyMatch(one -> one.getName().equals(spec.name()));
        if (!used && !described(collection.getFullName(), spec.name())) {
            collection.addFilled(index);
        }
        return index;
    }

    /** A description is written after its index was filled, so an index that has one is complete. */
    private boolean described(String namespace, String indexName) {
        MongoCollection<Key> descriptions = indexes.get();
        Document wanted = new Document("ns", namespace).append("name", indexName);
        return descriptions != null
                && descriptions.handleQuery(wanted, 0, 1).iterator().hasNext();
    }

    @Override
    protected long getFileSize() {
        return store.size();
    }

    @Override
    protected long getStorageSize() {
        return store.size();
    }

    /** The last error of a channel is a thing of the protocol before OP_MSG. */
    @Override
    protected void clearLastStatus(Channel channel) {}

    @Override
    protected void putLastResult(Channel channel, Document result) {}

    static Document okay(Document reply) {
        Utils.markOkay(reply);
        return reply;
    }
}
