package com.ecamazon.notification.store;

import com.ecamazon.contract.UserId;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import io.vertx.core.Future;
import java.time.Instant;

/** How far people have read: one document a person, so that reading all is one write. */
public final class ReadMarks {
    private final Documents<ReadMark> documents;

    /** The newest that a person has read. */
    record ReadMark(Instant until) {}

    public ReadMarks(Database database) {
        documents = database.documents("readMarks", ReadMark.class);
    }

    /** The time of the newest notice that the person has read. */
    public Future<Instant> of(UserId user) {
        return documents
                .find(user.value())
                .map(found -> found.map(mark -> mark.state().until()).orElse(Instant.EPOCH));
    }

    /** Moves the mark; it never goes back. */
    public Future<Void> read(UserId user, Instant until) {
        return documents
                .<Boolean>decide(
                        user.value(),
                        mark -> mark != null && !mark.until().isBefore(until)
                                ? Decision.unchanged(false)
                                : Decision.change(new ReadMark(until), true))
                .mapEmpty();
    }
}
