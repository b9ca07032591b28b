package com.ecamazon.payment.store;

import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import java.util.Optional;

/** The cards that the bank's vault knows, by token: brand, last four digits and expiry, nothing else. */
public final class Cards {
    private final Documents<Method> documents;

    public Cards(Database database) {
        documents = database.documents("cards", Method.class);
    }

    /** Remembers a card; a repeat changes nothing. */
    public Future<Void> keep(Method card) {
        return documents
                .insert(card.token().value(), card, Write.PLAIN)
                .<Void>mapEmpty()
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    public Future<Optional<Method>> find(PaymentToken token) {
        return documents.find(token.value()).map(found -> found.map(Versioned::state));
    }
}
