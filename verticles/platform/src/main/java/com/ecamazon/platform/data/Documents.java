package com.ecamazon.platform.data;

import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.Chance;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.BulkWriteOptions;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.UpdateOptions;
import io.vertx.ext.mongo.WriteOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A collection of aggregates: {@code {_id, version, state, seq, outbox, outboxAt}}. All calls are made on the verticle's
 * event loop.
 */
public final class Documents<S> {
    private final MongoClient client;
    private final Outbox outbox;
    private final Relay relay;
    private final String collection;
    private final Class<S> type;
    private final Shape shape;
    private final InstantSource clock;
    private final Desks<S> desks;
    private final List<JsonObject> indexes = new ArrayList<>();

    /** A state with what the next save needs to know of the stored document. */
    record Stored<S>(@Nullable S state, long version, long sequence) {}

    Documents(
            Vertx vertx,
            MongoClient client,
            Outbox outbox,
            String collection,
            Class<S> state,
            InstantSource clock,
            Chance chance,
            int cacheSize) {
        this.client = client;
        this.outbox = outbox;
        this.collection = collection;
        this.type = state;
        this.shape = Shapes.of(state);
        this.clock = clock;
        this.relay = outbox.relay(new Relay(vertx, client, outbox, collection, clock, chance, this::forget));
        this.desks = new Desks<>(this, vertx, clock, chance, cacheSize);
    }

    /** An ordered index over these fields, such as {@code state.order}; a leading minus means descending. */
    public Documents<S> index(String... fields) {
        var keys = new JsonObject();
        for (var field : fields) {
            keys.put(field.startsWith("-") ? field.substring(1) : field, field.startsWith("-") ? -1 : 1);
        }
        indexes.add(keys);
        return this;
    }

    /** Creates the indexes. */
    Future<Void> open() {
        var all = new ArrayList<>(indexes);
        all.add(new JsonObject().put("outboxAt", 1));
        return Future.all(all.stream()
                        .map(keys -> client.createIndex(collection, keys))
                        .toList())
                .mapEmpty();
    }

    /** Looks for events that were left in outboxes. */
    Future<Void> resume() {
        return relay.open();
    }

    /** The aggregate as it is stored. */
    public Future<Optional<Versioned<S>>> find(String id) {
        return client.findOne(collection, new JsonObject().put("_id", id), null)
                .map(document -> Optional.ofNullable(document).map(this::versioned));
    }

    /** The aggregates with these ids, in no order. */
    public Future<List<Versioned<S>>> findAll(Collection<String> ids) {
        return find(
                new JsonObject().put("_id", new JsonObject().put("$in", new JsonArray(List.copyOf(ids)))),
                new JsonObject(),
                ids.size());
    }

    /** The aggregates that match, fields named from the document's root, such as {@code state.order}. */
    public Future<List<Versioned<S>>> find(JsonObject filter, JsonObject sort, int limit) {
        var options = new FindOptions().setLimit(limit).setSort(sort).setBatchSize(Math.max(1, Math.min(limit, 1_000)));
        return client.findWithOptions(collection, filter, options)
                .map(found -> found.stream().map(this::versioned).toList());
    }

    /**
     * Aggregates in order of a key, their states read as another type: as they are stored, without the rules of their own.
     *
     * @param key {@code _id} or an indexed field, such as {@code state.order}
     * @param keyOf gives the key of one
     */
    public <T> Future<Slice<T>> slice(Class<T> as, String key, Function<Versioned<T>, String> keyOf, Window window) {
        return client.findWithOptions(
                        collection,
                        Slice.filter(key, window),
                        new FindOptions()
                                .setLimit(window.most() + 1)
                                .setSort(Slice.sort(key))
                                .setBatchSize(window.most() + 1))
                .map(found -> Slice.of(
                        found.stream().map(document -> versioned(document, as)).toList(), keyOf, window.most()));
    }

    /** Aggregates in order of their ids, as {@link #slice(Class, String, Function, Window)}. */
    public <T> Future<Slice<T>> slice(Class<T> as, Window window) {
        return slice(as, "_id", Versioned::id, window);
    }

    public Future<Long> count(JsonObject filter) {
        return client.count(collection, filter);
    }

    /** A new aggregate; fails with {@link DuplicateId} when the id is taken. */
    public Future<Versioned<S>> insert(String id, S state, Write write) {
        return insertNew(id, state, write).map(stored -> {
            desks.remember(id, stored);
            return new Versioned<>(id, stored.version(), state);
        });
    }

    /**
     * Loads the aggregate (or has it at hand), lets the decision be made, and saves what it comes to at the version it was
     * made on. Decisions on one id are made one after the other and share one write; on a conflict with another instance
     * they are made again. The decision must be pure: it may be asked more than once.
     *
     * @param decision gets null when there is no such aggregate; a state it gives is inserted then
     * @return the decision's reply, once the write is acknowledged; fails with what the decision throws
     */
    public <R> Future<R> decide(String id, Function<@Nullable S, Decision<S, R>> decision) {
        return desks.decide(id, decision);
    }

    /** Adds documents that are never changed, such as ledger lines, by id; what is there already stays as it is. */
    public Future<Void> append(Map<String, S> lines) {
        if (lines.isEmpty()) {
            return Future.succeededFuture();
        }
        var inserts = lines.entrySet().stream()
                .map(line -> BulkOperation.createInsert(new JsonObject()
                        .put("_id", line.getKey())
                        .put("version", 1L)
                        .put("state", new Typed(line.getValue(), shape))))
                .toList();
        return client.bulkWriteWithOptions(collection, inserts, new BulkWriteOptions().setOrdered(false))
                .<Void>mapEmpty()
                .recover(failure ->
                        Mongo.isDuplicate(failure) ? Future.succeededFuture() : Future.failedFuture(failure));
    }

    /** Removes the aggregate, if it is there. */
    public Future<Void> remove(String id) {
        desks.forget(id);
        return client.removeDocument(collection, new JsonObject().put("_id", id))
                .mapEmpty();
    }

    Future<Stored<S>> load(String id) {
        return client.findOne(collection, new JsonObject().put("_id", id), null).map(document -> {
            if (document == null) {
                return new Stored<S>(null, 0, 0);
            }
            relay.read(id, document);
            return new Stored<S>(versioned(document).state(), document.getLong("version"), document.getLong("seq", 0L));
        });
    }

    Future<Stored<S>> insertNew(String id, S state, Write write) {
        var entries = entries(id, 0, write);
        var document = new JsonObject()
                .put("_id", id)
                .put("version", 1L)
                .put("seq", (long) entries.size())
                .put("state", new Typed(state, shape))
                .put("outbox", outboxOf(entries));
        if (!entries.isEmpty()) {
            document.put("outboxAt", clock.instant());
        }
        return client.insertWithOptions(collection, document, option(write))
                .recover(failure -> Future.failedFuture(Mongo.isDuplicate(failure) ? new DuplicateId(id) : failure))
                .map(done -> {
                    relay.poke(id, entries);
                    return new Stored<>(state, 1, entries.size());
                });
    }

    /** Saves at the version; empty when the stored document has another. */
    Future<Optional<Stored<S>>> save(String id, Stored<S> before, S state, Write write) {
        var entries = entries(id, before.sequence(), write);
        long sequence = before.sequence() + entries.size();
        long owed = relay.owed(id, before.sequence());
        var set = new JsonObject()
                .put("state", new Typed(state, shape))
                .put("version", before.version() + 1)
                .put("seq", sequence);
        var update = new JsonObject().put("$set", set);
        if (!entries.isEmpty()) {
            set.put("outboxAt", clock.instant());
            var each = new JsonObject().put("$each", outboxOf(entries));
            if (owed >= 0) {
                each.put("$slice", -(owed + entries.size()));
            }
            update.put("$push", new JsonObject().put("outbox", each));
        } else if (owed == 0) {
            set.put("outbox", new JsonArray());
            update.put("$unset", new JsonObject().put("outboxAt", ""));
        }
        var at = new JsonObject().put("_id", id).put("version", before.version());
        return client.updateCollectionWithOptions(
                        collection, at, update, new UpdateOptions().setWriteOption(option(write)))
                .map(result -> {
                    if (result == null || result.getDocMatched() == 0) {
                        return Optional.empty();
                    }
                    if (entries.isEmpty() && owed == 0) {
                        relay.cleared(id);
                    }
                    relay.poke(id, entries);
                    return Optional.of(new Stored<>(state, before.version() + 1, sequence));
                });
    }

    private boolean forget(String id) {
        return desks.forgetUnlessOpen(id);
    }

    private static @Nullable WriteOption option(Write write) {
        return write.journaled() ? WriteOption.JOURNALED : null;
    }

    private List<Entry> entries(String id, long sequence, Write write) {
        Instant now = clock.instant();
        var entries = new ArrayList<Entry>();
        for (var news : write.news()) {
            outbox.know(news.topic());
            entries.add(Entry.of(news, id, sequence + entries.size() + 1, now));
        }
        return entries;
    }

    private static JsonArray outboxOf(List<Entry> entries) {
        return new JsonArray(entries.stream().map(Entry::document).toList());
    }

    private Versioned<S> versioned(JsonObject document) {
        return versioned(document, type, shape);
    }

    private static <T> Versioned<T> versioned(JsonObject document, Class<T> as) {
        return versioned(document, as, Shapes.of(as));
    }

    private static <T> Versioned<T> versioned(JsonObject document, Class<T> as, Shape shape) {
        return new Versioned<>(
                document.getString("_id"),
                document.getLong("version"),
                as.cast(((Untyped) document.getValue("state")).as(shape)));
    }

    String collection() {
        return collection;
    }

    Parked parked() {
        return relay.parked();
    }
}
