package com.ecamazon.allinone;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The stored documents of a running product, for tests that do to them what no domain would. */
final class Documents implements AutoCloseable {
    private final OneJvm product;
    private final Map<Domain, MongoClient> clients = new EnumMap<>(Domain.class);

    Documents(OneJvm product) {
        this.product = product;
    }

    private MongoClient client(Domain domain) {
        return clients.computeIfAbsent(
                domain,
                of -> MongoClient.create(
                        product.node().vertx(),
                        new JsonObject()
                                .put(
                                        "connection_string",
                                        product.node().settings().text("MONGO_URL", ""))
                                .put("db_name", of.address())));
    }

    List<JsonObject> find(Domain domain, String collection, JsonObject query) {
        return LocalPod.await(client(domain).find(collection, query));
    }

    JsonObject one(Domain domain, String collection, JsonObject query) {
        return find(domain, collection, query).getFirst();
    }

    /** Changes a document behind the domain's back. */
    void change(Domain domain, String collection, String id, Consumer<JsonObject> change) {
        var query = new JsonObject().put("_id", id);
        var document = one(domain, collection, query);
        change.accept(document);
        LocalPod.await(client(domain).replaceDocuments(collection, query, document));
    }

    void remove(Domain domain, String collection, String id) {
        LocalPod.await(client(domain).removeDocument(collection, new JsonObject().put("_id", id)));
    }

    void insert(Domain domain, String collection, JsonObject document) {
        LocalPod.await(client(domain).insert(collection, document));
    }

    @Override
    public void close() {
        clients.values().forEach(client -> LocalPod.await(client.close()));
    }
}
