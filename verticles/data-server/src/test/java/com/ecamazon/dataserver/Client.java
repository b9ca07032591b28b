package com.ecamazon.dataserver;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import io.vertx.ext.mongo.UpdateOptions;
import io.vertx.ext.mongo.WriteOption;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** A Vert.x client of a server, for tests that wait for each answer. */
final class Client implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final MongoClient mongo;

    Client(String url) {
        mongo = MongoClient.create(
                vertx,
                new JsonObject()
                        .put("connection_string", url)
                        .put("db_name", "tests")
                        .put("maxPoolSize", 64));
    }

    MongoClient mongo() {
        return mongo;
    }

    /** A journaled update; how many documents it changed. */
    Future<Long> update(String collection, JsonObject query, JsonObject change) {
        return mongo.updateCollectionWithOptions(
                        collection, query, change, new UpdateOptions().setWriteOption(WriteOption.JOURNALED))
                .map(result -> result == null ? 0 : result.getDocModified());
    }

    /** The answer; where a test awaits none it says so with {@code isNull}. */
    @SuppressWarnings("NullAway")
    static <T> T await(Future<? extends @Nullable T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(60, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("no answer within " + Duration.ofSeconds(60), e);
        }
    }

    @Override
    public void close() {
        await(mongo.close());
        await(vertx.close());
    }
}
