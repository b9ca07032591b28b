package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is really in the database. */
final class Stored {
    private Stored() {}

    private static MongoClient client(LocalPod pod) {
        return MongoClient.createShared(pod.node().vertx(), pod.database(Domain.PAYMENT), "stored");
    }

    /** How often the payment's document was written. */
    static long version(LocalPod pod, OrderNumber order) {
        var found = LocalPod.await(
                client(pod).findOne("payments", new JsonObject().put("_id", order.value()), new JsonObject()));
        return Objects.requireNonNull(found).getLong("version");
    }

    static long count(LocalPod pod, String collection) {
        return LocalPod.await(client(pod).count(collection, new JsonObject()));
    }

    /** Every document of Payment, as text. */
    static List<String> everything(LocalPod pod) {
        var client = client(pod);
        var all = new ArrayList<String>();
        for (var collection : LocalPod.await(client.getCollections())) {
            LocalPod.await(client.find(collection, new JsonObject())).forEach(document -> all.add(document.encode()));
        }
        return all;
    }
}
