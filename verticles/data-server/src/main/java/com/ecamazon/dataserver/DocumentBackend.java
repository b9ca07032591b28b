package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import de.bwaldvogel.mongo.bson.Document;
import io.netty.channel.Channel;
import java.time.Clock;

/** All databases of one store. */
final class DocumentBackend extends AbstractMongoBackend {
    private static final String DATA = DocumentCollection.tableName("", "").replace(".", "");

    private final Store store;

    DocumentBackend(Store store) {
        super(Clock.systemUTC());
        this.store = store;
        store.tableNames().stream()
                .filter(name -> name.startsWith(DATA))
                .map(name -> name.substring(DATA.length(), name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    public Document handleCommand(Channel channel, String databaseName, String command, Document query) {
        return "top".equals(command) ? top() : super.handleCommand(channel, databaseName, command, query);
    }

    /** Documents written since the start, by collection. */
    private Document top() {
        Document totals = new Document();
        store.tableNames().stream()
                .filter(name -> name.startsWith(DATA))
                .forEach(name -> totals.put(
                        name.substring(DATA.length()),
                        store.table(name).writes().shown()));
        return DocumentDatabase.okay(new Document("totals", totals));
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new DocumentDatabase(databaseName, getCursorRegistry(), store);
    }
}
