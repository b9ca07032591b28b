package com.ecamazon.users.store;

import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Write;
import com.ecamazon.users.domain.Session;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The sessions, by the family of their refresh tokens. */
public final class Sessions {
    private static final String EXPIRES_AT = "state.expiresAt";
    private static final int BATCH = 200;

    private final Documents<Session> documents;

    public Sessions(Database database) {
        documents = database.documents("sessions", Session.class).index(EXPIRES_AT);
    }

    public Future<Void> insert(String family, Session session) {
        return documents.insert(family, session, Write.JOURNALED).mapEmpty();
    }

    public <R> Future<R> decide(String family, Function<@Nullable Session, Decision<Session, R>> decision) {
        return documents.decide(family, decision);
    }

    /** Removes those that ended by themselves; gives how many. */
    public Future<Integer> sweep(Instant now) {
        var over = new JsonObject()
                .put(EXPIRES_AT, new JsonObject().put("$lte", new JsonObject().put("$date", now.toString())));
        return documents
                .find(over, new JsonObject(), BATCH)
                .compose(found -> Future.all(found.stream()
                                .map(session -> documents.remove(session.id()))
                                .toList())
                        .map(found.size()));
    }
}
