package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;

/** Queries that name one document by its {@code _id}. */
final class Selector {
    private Selector() {}

    static boolean naming(Document query) {
        Object id = query.get("_id");
        return id != null
                && (!(id instanceof Document document)
                        || document.keySet().stream().noneMatch(key -> key.startsWith("$")));
    }

    /** The same query, for this document only; its conditions on the {@code _id} hold already. */
    static Document naming(Document query, Document document) {
        Document one = new Document("_id", document.get("_id"));
        query.forEach((field, condition) -> {
            if (!field.equals("_id")) {
                one.put(field, condition);
            }
        });
        return one;
    }
}
