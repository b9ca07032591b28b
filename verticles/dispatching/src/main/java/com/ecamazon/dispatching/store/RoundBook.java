package com.ecamazon.dispatching.store;

import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.dispatching.Rounds.RoundPage;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.RoundsQuery;
import com.ecamazon.dispatching.domain.DeliveryRound;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rounds, by id; ids sort by the time at which a round was planned. */
public final class RoundBook {
    private static final String STATE = "state.state";
    private static final String PLANNED_AT = "state.plannedAt";
    private static final int BATCH = 100;

    private final Documents<DeliveryRound> documents;

    public RoundBook(Database database) {
        documents = database.documents("rounds", DeliveryRound.class)
                .index(STATE, "_id")
                .index(STATE, PLANNED_AT);
    }

    public Future<Optional<DeliveryRound>> find(RoundId id) {
        return documents.find(id.value()).map(found -> found.map(Versioned::state));
    }

    /** Writes a draft down, before anything is taken for it. */
    public Future<?> insert(DeliveryRound draft) {
        return documents.insert(draft.id().value(), draft, Write.PLAIN);
    }

    public <R> Future<R> decide(RoundId id, Function<@Nullable DeliveryRound, Decision<DeliveryRound, R>> decision) {
        return documents.decide(id.value(), decision);
    }

    /** Drafts that somebody left behind. */
    public Future<List<DeliveryRound>> draftsBefore(Instant time) {
        var old = new JsonObject().put("$lt", new JsonObject().put("$date", time.toString()));
        return documents
                .find(
                        new JsonObject().put(STATE, name(RoundState.DRAFT)).put(PLANNED_AT, old),
                        new JsonObject().put(PLANNED_AT, 1),
                        BATCH)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** Those of the rounds that there are. */
    public Future<List<DeliveryRound>> all(Collection<RoundId> ids) {
        return documents
                .findAll(ids.stream().map(RoundId::value).toList())
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** Rounds in one of these states, by id. */
    public Future<List<DeliveryRound>> in(Set<RoundState> states, @Nullable String after, int limit) {
        var filter = new JsonObject()
                .put(
                        STATE,
                        new JsonObject()
                                .put(
                                        "$in",
                                        new JsonArray(states.stream()
                                                .map(RoundBook::name)
                                                .toList())));
        if (after != null) {
            filter.put("_id", new JsonObject().put("$gt", after));
        }
        return documents
                .find(filter, new JsonObject().put("_id", 1), limit)
                .map(found -> found.stream().map(Versioned::state).toList());
    }

    /** A page, newest first. */
    public Future<RoundPage> page(RoundsQuery query) {
        var filter = new JsonObject();
        var state = query.state();
        if (state != null) {
            filter.put(STATE, name(state));
        }
        var cursor = query.cursor();
        if (cursor != null) {
            var last = Cursor.parts(cursor, 1).getFirst();
            filter.put("_id", new JsonObject().put("$lt", last));
        }
        int limit = query.limit() == null ? 50 : query.limit();
        return documents
                .find(filter, new JsonObject().put("_id", -1), limit + 1)
                .map(found -> {
                    var items = found.stream()
                            .limit(limit)
                            .map(round -> round.state().shown())
                            .toList();
                    return new RoundPage(
                            items,
                            found.size() > limit ? Cursor.of(items.getLast().id()) : null);
                });
    }

    private static String name(RoundState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
