package com.ecamazon.shipping.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.shipping.domain.Shipment;
import io.vertx.core.Future;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The shipments, by order. */
public final class Shipments {
    private final Documents<Shipment> documents;

    public Shipments(Database database) {
        documents = database.documents("shipments", Shipment.class);
    }

    public Future<Optional<Shipment>> find(OrderNumber order) {
        return documents.find(order.value()).map(found -> found.map(Versioned::state));
    }

    /** A part of the shipments, by order. */
    public Future<Slice<Shipment>> slice(Window window) {
        return documents.slice(Shipment.class, window);
    }

    public <R> Future<R> decide(OrderNumber order, Function<@Nullable Shipment, Decision<Shipment, R>> decision) {
        return documents.decide(order.value(), decision);
    }
}
