package com.ecamazon.simulator;

import com.ecamazon.contract.Domain;
import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What has still to happen by itself, as the documents say. */
final class Rest {
    private final World world;

    Rest(World world) {
        this.world = world;
    }

    List<String> unfinished() {
        var all = new ArrayList<String>();
        for (var domain : Domain.values()) {
            var data = world.data(domain);
            for (var collection : data.collections()) {
                for (var document : data.all(collection)) {
                    if (document.get("outbox") instanceof Collection<?> left && !left.isEmpty()) {
                        all.add(left.size() + " events of " + collection + " " + document.get("_id"));
                    }
                    if (collection.endsWith(".parked")) {
                        all.add("parked: " + collection + " " + document.get("_id"));
                    }
                }
            }
        }
        for (var order : world.data(Domain.SHOP).all("orders")) {
            if (!"over".equals(at(order, "state.saga.phase"))) {
                all.add("the saga of " + order.get("_id"));
            }
        }
        for (var payment : world.data(Domain.PAYMENT).all("payments")) {
            if (at(payment, "state.due") != null) {
                all.add("the payment of " + payment.get("_id"));
            }
        }
        return all;
    }

    /** The value at a path of fields; null when there is none. */
    static @Nullable Object at(Document document, String path) {
        @Nullable Object value = document;
        for (var field : path.split("\\.", -1)) {
            value = value instanceof Document inner ? inner.get(field) : null;
        }
        return value instanceof Missing ? null : value;
    }
}
