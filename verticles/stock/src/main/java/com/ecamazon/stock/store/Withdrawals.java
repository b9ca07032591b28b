package com.ecamazon.stock.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import java.time.Instant;

/** The orders that nobody shall pick, also those whose pick lists are still to come. */
public final class Withdrawals {
    private record Withdrawal(Instant at) {}

    private final Documents<Withdrawal> documents;

    public Withdrawals(Database database) {
        documents = database.documents("withdrawals", Withdrawal.class);
    }

    /** Marks the order; a repeat changes nothing. */
    public Future<Void> add(OrderNumber order, Instant now) {
        return documents
                .insert(order.value(), new Withdrawal(now), Write.JOURNALED)
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    public Future<Boolean> contains(OrderNumber order) {
        return documents.find(order.value()).map(found -> found.isPresent());
    }

    public Future<Void> remove(OrderNumber order) {
        return documents.remove(order.value());
    }
}
