package com.ecamazon.simulator.store;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.ServerAddress;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.BulkOperation;
import io.vertx.ext.mongo.BulkOperationType;
import io.vertx.ext.mongo.BulkWriteOptions;
import io.vertx.ext.mongo.FindOptions;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.MongoClientBulkWriteResult;
import io.vertx.ext.mongo.MongoClientDeleteResult;
import io.vertx.ext.mongo.MongoClientUpdateResult;
import io.vertx.ext.mongo.UpdateOptions;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;

/** A database client over the data of one domain: the calls that the platform makes, and no other. */
public final class StoreClient implements InvocationHandler {
    private final Data data;
    private final Passage passage;

    private StoreClient(Data data, Passage passage) {
        this.data = data;
        this.passage = passage;
    }

    public static MongoClient of(Data data, Passage passage) {
        return (MongoClient) Proxy.newProxyInstance(
                MongoClient.class.getClassLoader(), new Class<?>[] {MongoClient.class}, new StoreClient(data, passage));
    }

    @Override
    @SuppressWarnings("unchecked") // The interface says what the arguments are.
    public Object invoke(Object proxy, Method method, Object @Nullable [] given) {
        var arguments = given == null ? new Object[0] : given;
        return switch (method.getName()) {
            case "findOne" -> findOne((String) arguments[0], (JsonObject) arguments[1]);
            case "findWithOptions" ->
                find((String) arguments[0], (JsonObject) arguments[1], (FindOptions) arguments[2]);
            case "count" -> passage.read(() -> data.count((String) arguments[0], (JsonObject) arguments[1]));
            case "insert", "insertWithOptions" -> insert((String) arguments[0], (JsonObject) arguments[1]);
            case "updateCollectionWithOptions" ->
                update((String) arguments[0], (JsonObject) arguments[1], (JsonObject) arguments[2], (UpdateOptions)
                        arguments[3]);
            case "bulkWrite" -> bulk((String) arguments[0], (List<BulkOperation>) arguments[1], true);
            case "bulkWriteWithOptions" ->
                bulk(
                        (String) arguments[0],
                        (List<BulkOperation>) arguments[1],
                        ((BulkWriteOptions) arguments[2]).isOrdered());
            case "removeDocument" -> remove((String) arguments[0], (JsonObject) arguments[1]);
            case "createIndex", "close" -> Future.succeededFuture();
            case "runCommand" -> passage.read(JsonObject::new);
            default -> throw new UnsupportedOperationException("not simulated: " + method);
        };
    }

    private Future<@Nullable JsonObject> findOne(String collection, JsonObject filter) {
        return passage.read(() -> data.first(collection, filter)).map(found -> found.orElse(null));
    }

    private Future<List<JsonObject>> find(String collection, JsonObject filter, FindOptions options) {
        return passage.read(
                () -> data.find(collection, filter, options.getSort(), options.getSkip(), options.getLimit()));
    }

    private Future<String> insert(String collection, JsonObject document) {
        var refused = new AtomicReference<@Nullable MongoException>();
        return passage.write(List.of(inserting(collection, document, refused)), () -> {
            var failure = refused.get();
            if (failure != null) {
                throw failure;
            }
            return document.getString("_id");
        });
    }

    private Passage.Write inserting(
            String collection, JsonObject document, AtomicReference<@Nullable MongoException> refused) {
        return new Passage.Write(collection, "insert " + document.getString("_id"), () -> {
            try {
                data.insert(collection, document);
            } catch (Taken taken) {
                refused.set(taken);
            }
        });
    }

    private Future<MongoClientUpdateResult> update(
            String collection, JsonObject filter, JsonObject update, UpdateOptions options) {
        if (options.isMulti() || options.isUpsert() || options.isReturningNewDocument()) {
            throw new UnsupportedOperationException("not simulated: " + options.toJson());
        }
        var matched = new AtomicReference<>(false);
        return passage.write(
                List.of(updating(collection, filter, update, matched)),
                () -> new MongoClientUpdateResult(matched.get() ? 1 : 0, null, matched.get() ? 1 : 0));
    }

    private Passage.Write updating(
            String collection, JsonObject filter, JsonObject update, AtomicReference<Boolean> matched) {
        return new Passage.Write(
                collection,
                "update " + filter.getString("_id"),
                () -> matched.set(data.update(collection, filter, update)));
    }

    private Future<MongoClientDeleteResult> remove(String collection, JsonObject filter) {
        var removed = new AtomicReference<>(false);
        return passage.write(
                List.of(new Passage.Write(
                        collection,
                        "remove " + filter.getString("_id"),
                        () -> removed.set(data.remove(collection, filter)))),
                () -> new MongoClientDeleteResult(removed.get() ? 1 : 0));
    }

    /** Each of the operations is a write of its own, so a crash can come between two. */
    private Future<MongoClientBulkWriteResult> bulk(
            String collection, List<BulkOperation> operations, boolean ordered) {
        var writes = new ArrayList<Passage.Write>();
        var refusals = new ArrayList<AtomicReference<@Nullable MongoException>>();
        for (var operation : operations) {
            if (operation.isMulti() || operation.isUpsert()) {
                throw new UnsupportedOperationException("not simulated: " + operation.toJson());
            }
            if (operation.getType() == BulkOperationType.UPDATE) {
                writes.add(updating(
                        collection, operation.getFilter(), operation.getDocument(), new AtomicReference<>(false)));
            } else if (operation.getType() == BulkOperationType.INSERT && !ordered) {
                var refused = new AtomicReference<@Nullable MongoException>();
                refusals.add(refused);
                writes.add(inserting(collection, operation.getDocument(), refused));
            } else {
                throw new UnsupportedOperationException("not simulated: " + operation.toJson());
            }
        }
        return passage.write(writes, () -> answer(refusals));
    }

    private static MongoClientBulkWriteResult answer(List<AtomicReference<@Nullable MongoException>> refusals) {
        var errors = new ArrayList<BulkWriteError>();
        for (int i = 0; i < refusals.size(); i++) {
            var failure = refusals.get(i).get();
            if (failure != null) {
                errors.add(new BulkWriteError(
                        failure.getCode(), String.valueOf(failure.getMessage()), new BsonDocument(), i));
            }
        }
        if (!errors.isEmpty()) {
            throw new MongoBulkWriteException(
                    BulkWriteResult.unacknowledged(), errors, null, new ServerAddress(), Set.of());
        }
        return new MongoClientBulkWriteResult();
    }
}
