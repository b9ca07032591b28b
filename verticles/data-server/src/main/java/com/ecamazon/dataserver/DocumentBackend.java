package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.MongoDatabase;
import de.bwaldvogel.mongo.backend.AbstractMongoBackend;
import java.time.Clock;

/** All databases of one store. */
final class DocumentBackend extends AbstractMongoBackend {
    private final Store store;

    DocumentBackend(Store store) {
        super(Clock.systemUTC());
        this.store = store;
        String prefix = DocumentCollection.tableName("", "").replace(".", "");
        store.tableNames().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length(), name.indexOf('.')))
                .distinct()
                .forEach(this::resolveDatabase);
    }

    @Override
    protected MongoDatabase openOrCreateDatabase(String databaseName) {
        return new DocumentDatabase(databaseName, getCursorRegistry(), store);
    }
}
