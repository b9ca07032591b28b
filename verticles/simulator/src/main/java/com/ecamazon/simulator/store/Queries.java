package com.ecamazon.simulator.store;

import de.bwaldvogel.mongo.bson.Document;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Filters and sorts as the embedded server's matcher takes them. */
final class Queries {
    private Queries() {}

    static Document document(JsonObject json) {
        var document = new Document();
        for (var field : json.getMap().entrySet()) {
            document.put(field.getKey(), value(field.getValue()));
        }
        return document;
    }

    private static @Nullable Object value(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case JsonObject inner when inner.getValue("$date") instanceof String date -> Instant.parse(date);
            case JsonObject inner -> document(inner);
            case JsonArray all -> all.stream().map(Queries::value).toList();
            case String _, Integer _, Long _, Boolean _, Instant _ -> value;
            default -> throw new UnsupportedOperationException("not simulated: a query for " + value.getClass());
        };
    }
}
