package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.ArrayFilters;
import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.InvalidNamespaceError;
import de.bwaldvogel.mongo.exception.MongoServerError;
import de.bwaldvogel.mongo.exception.MongoServerException;
import de.bwaldvogel.mongo.oplog.NoopOplog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The commands that read and write documents, with the answers that MongoDB gives. */
final class Commands {
    private static final BsonName ARRAY_FILTERS = BsonName.of("arrayFilters");

    private final DocumentDatabase database;
    private final CursorRegistry cursors;

    Commands(DocumentDatabase database, CursorRegistry cursors) {
        this.database = database;
        this.cursors = cursors;
    }

    Document find(Document command) {
        String name = Fields.text(command, "find");
        DocumentCollection collection = database.collection(name);
        if (collection == null) {
            return cursor(name, List.of(), 0);
        }
        Document filter = Fields.optional(command, "filter").orElseGet(Document::new);
        if (wholeDocuments(command)) {
            Optional<List<RawDocument>> stored = collection.plainly().flatMap(plain -> plain.find(filter));
            if (stored.isPresent()) {
                return cursor(name, stored.get(), 0);
            }
        }
        Found found = collection.find(
                filter,
                Fields.optional(command, "sort").orElse(null),
                Fields.number(command, "skip"),
                Fields.number(command, "limit"));
        FoundCursor cursor = new FoundCursor(
                cursors.generateCursorId(),
                collection,
                found,
                Fields.optional(command, "projection").orElse(null));
        List<Document> first = cursor.takeDocuments(Fields.number(command, "batchSize"));
        boolean more = !Utils.isTrue(command.get("singleBatch")) && !cursor.isEmpty();
        if (more) {
            cursors.add(cursor);
        }
        return cursor(name, first, more ? cursor.getId() : 0);
    }

    /** Whether an answer has the documents as they are stored, from the first, and all of them. */
    private static boolean wholeDocuments(Document command) {
        return Fields.number(command, "skip") == 0
                && Fields.number(command, "limit") >= 0
                && Fields.optional(command, "sort").isEmpty()
                && Fields.optional(command, "projection").isEmpty();
    }

    /** The answer to the pipeline by which drivers count, or nothing when it is another pipeline. */
    Optional<Document> count(Document command) {
        String name = Fields.text(command, "aggregate");
        if (!(command.get("pipeline") instanceof List<?> stages)) {
            return Optional.empty();
        }
        return CountPipeline.of(stages).map(count -> {
            DocumentCollection collection = database.collection(name);
            int n = collection == null ? 0 : collection.count(count.filter(), count.skip(), count.limit());
            return cursor(name, n == 0 ? List.of() : List.of(new Document("_id", 1).append("n", n)), 0);
        });
    }

    Document insert(Document command) {
        DocumentCollection collection = database.collectionMade(writable(Fields.text(command, "insert")));
        List<RawDocument> documents = Fields.raw(command, "documents");
        List<Document> errors = new ArrayList<>();
        int inserted = 0;
        for (int i = 0; i < documents.size(); i++) {
            try {
                insert(collection, documents.get(i));
                inserted++;
            } catch (MongoServerError e) {
                errors.add(error(i, e));
                if (ordered(command)) {
                    break;
                }
            }
        }
        return written(new Document("n", inserted), errors);
    }

    private static void insert(DocumentCollection collection, RawDocument document) {
        boolean done = collection
                .plainly()
                .flatMap(plain -> document.canonical().map(plain::insert))
                .orElse(false);
        if (!done) {
            collection.addDocument(document.document());
        }
    }

    /** Whether the server's own code must do it, which alone can read array filters. */
    static boolean filtersArrays(Document command) {
        return Fields.raw(command, "updates").stream().anyMatch(Commands::filtersArray);
    }

    private static boolean filtersArray(RawDocument statement) {
        return statement
                .canonical()
                .map(bytes -> new BsonCursor(bytes, 0).find(ARRAY_FILTERS))
                .orElseGet(() -> statement.document().containsKey("arrayFilters"));
    }

    Document update(Document command) {
        DocumentCollection collection = database.collectionMade(writable(Fields.text(command, "update")));
        int matched = 0;
        int modified = 0;
        List<Document> upserted = new ArrayList<>();
        List<Document> errors = new ArrayList<>();
        List<RawDocument> updates = Fields.raw(command, "updates");
        for (int i = 0; i < updates.size(); i++) {
            try {
                Document result = update(collection, updates.get(i));
                matched += Fields.number(result, "n");
                modified += Fields.number(result, "nModified");
                if (result.containsKey("upserted")) {
                    upserted.add(new Document("index", i).append("_id", result.get("upserted")));
                }
            } catch (MongoServerException e) {
                errors.add(error(i, e));
                if (ordered(command)) {
                    break;
                }
            }
        }
        Document reply = new Document("n", matched + upserted.size()).append("nModified", modified);
        if (!upserted.isEmpty()) {
            reply.put("upserted", upserted);
        }
        return written(reply, errors);
    }

    private static Document update(DocumentCollection collection, RawDocument statement) {
        return collection
                .plainly()
                .flatMap(plain ->
                        statement.canonical().flatMap(PlainStatement::of).flatMap(plain::update))
                .orElseGet(() -> update(collection, statement.document()));
    }

    private static Document update(DocumentCollection collection, Document statement) {
        if (!(statement.get("u") instanceof Document change)) {
            throw new MongoServerError(9, "FailedToParse", "the embedded server has no pipeline updates");
        }
        return collection.updateDocuments(
                Fields.document(statement, "q"),
                change,
                ArrayFilters.empty(),
                Utils.isTrue(statement.get("multi")),
                Utils.isTrue(statement.get("upsert")),
                NoopOplog.get());
    }

    Document delete(Document command) {
        DocumentCollection collection = database.collection(writable(Fields.text(command, "delete")));
        int deleted = 0;
        List<Document> errors = new ArrayList<>();
        List<Document> deletes = collection == null ? List.of() : Fields.documents(command, "deletes");
        for (int i = 0; collection != null && i < deletes.size(); i++) {
            Document statement = deletes.get(i);
            try {
                deleted += collection.deleteDocuments(
                        Fields.document(statement, "q"), Fields.number(statement, "limit"), NoopOplog.get());
            } catch (MongoServerException e) {
                errors.add(error(i, e));
                if (ordered(command)) {
                    break;
                }
            }
        }
        return written(new Document("n", deleted), errors);
    }

    private String writable(String name) {
        if (name.startsWith("system.")) {
            throw new InvalidNamespaceError(database.getDatabaseName() + "." + name);
        }
        return name;
    }

    private static boolean ordered(Document command) {
        return Utils.isTrue(command.getOrDefault("ordered", true));
    }

    private static Document written(Document reply, List<Document> errors) {
        if (!errors.isEmpty()) {
            reply.put("writeErrors", errors);
        }
        return DocumentDatabase.okay(reply);
    }

    private static Document error(int index, MongoServerException e) {
        Document error = new Document("index", index).append("errmsg", e.getMessageWithoutErrorCode());
        if (e instanceof MongoServerError coded) {
            error.put("code", coded.getCode());
            error.putIfNotNull("codeName", coded.getCodeName());
        }
        return error;
    }

    private Document cursor(String collection, List<?> first, long id) {
        Document cursor = new Document("id", id)
                .append("ns", database.getDatabaseName() + "." + collection)
                .append("firstBatch", first);
        return DocumentDatabase.okay(new Document("cursor", cursor));
    }
}
