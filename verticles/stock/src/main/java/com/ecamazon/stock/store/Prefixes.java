package com.ecamazon.stock.store;

import io.vertx.core.json.JsonObject;

/** Asks for texts with a common start by the range they lie in, which an index can answer. */
final class Prefixes {
    private Prefixes() {}

    static JsonObject range(String prefix) {
        return new JsonObject().put("$gte", prefix).put("$lt", prefix + Character.MAX_VALUE);
    }
}
