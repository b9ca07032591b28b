package com.ecamazon.city;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;

/** Plans rounds whenever parcels wait. */
final class Dispatcher extends Worker {
    private static final long PAUSE_MILLIS = 5_000;

    private final Account account;

    Dispatcher(Vertx vertx, Account account) {
        super(vertx, PAUSE_MILLIS);
        this.account = account;
    }

    @Override
    Future<?> work() {
        return account.get("/api/rounds/waiting")
                .compose(waiting -> waiting.getJsonArray("items").isEmpty()
                        ? Future.succeededFuture(waiting)
                        : account.post("/api/rounds/plan", new JsonObject()));
    }
}
