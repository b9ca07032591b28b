package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.UpdateOptions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;

/** The marks in the documents of aggregates that say for which groups events of theirs are parked. */
final class ParkedMarks {
    private static final Map<Domain, String> FIELDS = fields();

    private final MongoClient client;
    private final String collection;

    ParkedMarks(MongoClient client, String collection) {
        this.client = client;
        this.collection = collection;
    }

    private static Map<Domain, String> fields() {
        var fields = new EnumMap<Domain, String>(Domain.class);
        Arrays.stream(Domain.values()).forEach(group -> fields.put(group, "parked_" + group.address()));
        return fields;
    }

    /** Makes documents be read with their marks. */
    static JsonObject with(JsonObject fields) {
        FIELDS.values().forEach(mark -> fields.put(mark, 1));
        return fields;
    }

    /** Names the groups that a document has marks of. */
    static void each(JsonObject aggregate, Consumer<Domain> group) {
        FIELDS.forEach((marked, mark) -> {
            if (aggregate.containsKey(mark)) {
                group.accept(marked);
            }
        });
    }

    Future<Void> set(LaneKey lane) {
        return change(lane, "$set", true);
    }

    Future<Void> lift(LaneKey lane) {
        return change(lane, "$unset", "");
    }

    /** Leaves the version alone: what is parked is no state of the aggregate. */
    private Future<Void> change(LaneKey lane, String how, Object value) {
        return client.updateCollectionWithOptions(
                        collection,
                        new JsonObject().put("_id", lane.subject()),
                        new JsonObject().put(how, new JsonObject().put(FIELDS.get(lane.group()), value)),
                        new UpdateOptions())
                .mapEmpty();
    }
}
