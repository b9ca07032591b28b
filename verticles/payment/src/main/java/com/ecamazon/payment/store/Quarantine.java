package com.ecamazon.payment.store;

import com.ecamazon.payment.domain.BankNotice;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.DuplicateId;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import java.time.Instant;

/** Signed news of the bank that cannot be right: kept for somebody to look at, never used. */
public final class Quarantine {
    private final Documents<Kept> documents;

    record Kept(BankNotice notice, String why, Instant at) {}

    public Quarantine(Database database) {
        documents = database.documents("quarantine", Kept.class);
    }

    /** Keeps it once, however often it comes. True when it is new. */
    public Future<Boolean> keep(BankNotice notice, String why, Instant now) {
        return documents
                .insert(notice.id(), new Kept(notice, why, now), Write.PLAIN)
                .map(true)
                .recover(failure ->
                        failure instanceof DuplicateId ? Future.succeededFuture(false) : Future.failedFuture(failure));
    }
}
