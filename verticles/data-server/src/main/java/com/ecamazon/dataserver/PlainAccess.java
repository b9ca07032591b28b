package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The short way to the documents of a collection: what is plain is done on their stored form.
 *
 * <p>Where it gives nothing, it did nothing, and the collection's own methods are to be asked; they also say why something
 * is refused.
 */
final class PlainAccess {
    private final Table documents;
    private final Changes changes;
    private volatile List<OrderedIndex> indexes = List.of();

    PlainAccess(Table documents, Changes changes) {
        this.documents = documents;
        this.changes = changes;
    }

    void indexes(List<OrderedIndex> all) {
        indexes = all;
    }

    /** Inserts a document as these canonical bytes; whether it did. */
    boolean insert(byte[] document) {
        Key position = PlainFilter.position(document);
        return position != null
                && changes.make(() -> {
                    if (documents.get(position.bytes()) != null
                            || indexes.stream().anyMatch(OrderedIndex::isUnique)) {
                        return false;
                    }
                    changes.batch().put(documents, position.bytes(), document);
                    indexes.forEach(index -> index.add(document, position));
                    return true;
                });
    }

    /** Changes one document; the answer says how many matched and were modified. */
    Optional<Document> update(PlainStatement statement) {
        return changes.make(() -> {
            byte[] before = documents.get(statement.filter().key().bytes());
            return switch (before == null
                    ? BsonEquality.DIFFERENT
                    : statement.filter().matches(before)) {
                case SAME -> before == null ? Optional.empty() : update(before, statement);
                case DIFFERENT -> statement.upsert() ? Optional.empty() : counted(0, 0);
                case UNKNOWN -> Optional.empty();
            };
        });
    }

    private Optional<Document> update(byte[] before, PlainStatement statement) {
        return statement.update().apply(before).flatMap(change -> {
            List<OrderedIndex> concerned = new ArrayList<>();
            for (OrderedIndex index : indexes) {
                if (index.concerns(change.written())) {
                    if (index.isUnique()) {
                        return Optional.empty();
                    }
                    concerned.add(index);
                }
            }
            if (!change.written().isEmpty()) {
                Key position = statement.filter().key();
                changes.batch().put(documents, position.bytes(), change.after());
                concerned.forEach(index -> index.update(before, change.after(), position));
            }
            return counted(1, change.modified() ? 1 : 0);
        });
    }

    private static Optional<Document> counted(int matched, int modified) {
        return Optional.of(new Document("n", matched).append("nModified", modified));
    }

    /** The documents that match, none or one, as they are stored. */
    Optional<List<RawDocument>> find(Document query) {
        return PlainFilter.of(query).flatMap(filter -> {
            byte[] found = documents.get(filter.key().bytes());
            if (found == null) {
                return Optional.of(List.of());
            }
            return switch (filter.matches(found)) {
                case SAME -> Optional.of(List.of(RawDocument.stored(found)));
                case DIFFERENT -> Optional.of(List.of());
                case UNKNOWN -> Optional.empty();
            };
        });
    }
}
