package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Fills a new index from the documents, whatever an attempt that was cut off left in its table. */
final class IndexFiller {
    private static final int PIECE = 500;

    private final Changes changes;
    private final MongoCollection<Key> collection;
    private final Table documents;

    IndexFiller(Changes changes, MongoCollection<Key> collection, Table documents) {
        this.changes = changes;
        this.collection = collection;
        this.documents = documents;
    }

    void fill(OrderedIndex index) {
        changes.make(() -> {
            index.traits().forget(changes.batch());
            return index;
        });
        inPieces(index.table(), row -> changes.batch().removeEntry(index.table(), row.key()));
        inPieces(documents, row -> index.add(Bson.decode(row.value()), new Key(row.key()), collection));
        if (index.isUnique()) {
            RowScan rows = new RowScan(documents, List.of(KeyRange.ALL), false);
            while (rows.hasNext()) {
                Document document = Bson.decode(rows.next().value());
                changes.make(() -> {
                    index.checkAdd(document, collection);
                    return index;
                });
            }
        }
    }

    private void inPieces(Table table, Consumer<Table.Row> step) {
        Iterator<Table.Row> rows = new RowScan(table, List.of(KeyRange.ALL), false);
        while (rows.hasNext()) {
            changes.make(() -> {
                for (int i = 0; i < PIECE && rows.hasNext(); i++) {
                    step.accept(rows.next());
                }
                return table;
            });
        }
    }
}
