package com.ecamazon.users.store;

import com.ecamazon.contract.Email;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.users.domain.Tries;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The tries to sign in, by e-mail address. */
public final class TriesByEmail {
    private static final String UNTIL = "state.until";
    private static final int BATCH = 200;

    private final Documents<Tries> documents;

    public TriesByEmail(Database database) {
        documents = database.documents("tries", Tries.class).index(UNTIL);
    }

    /** Counts a try, or says how long to wait for the next. */
    public Future<Optional<Duration>> tried(Email email, Instant now) {
        return documents.decide(email.value(), stored -> {
            var tries = stored == null ? Tries.NONE : stored;
            var wait = tries.wait(now);
            return wait.isPresent() ? Decision.unchanged(wait) : Decision.change(tries.tried(now), wait);
        });
    }

    /** Takes back a try that came to no verdict. */
    public Future<Void> takeBack(Email email, Instant tried) {
        return documents
                .<Boolean>decide(
                        email.value(),
                        tries ->
                                tries == null ? Decision.unchanged(false) : Decision.change(tries.without(tried), true))
                .mapEmpty();
    }

    /** Forgets the tries of an address whose owner got in. */
    public Future<Void> forgive(Email email) {
        return documents
                .<Boolean>decide(email.value(), tries -> Decision.change(Tries.NONE, true))
                .mapEmpty();
    }

    /** Removes what counts no more; gives how many. */
    public Future<Integer> sweep(Instant now) {
        var over = new JsonObject()
                .put(UNTIL, new JsonObject().put("$lte", new JsonObject().put("$date", now.toString())));
        return documents
                .find(over, new JsonObject(), BATCH)
                .compose(found -> Future.all(found.stream()
                                .map(tries -> documents.remove(tries.id()))
                                .toList())
                        .map(found.size()));
    }
}
