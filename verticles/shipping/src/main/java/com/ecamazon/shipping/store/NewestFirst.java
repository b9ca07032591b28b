package com.ecamazon.shipping.store;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.platform.Cursor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** Pages through a collection by a time and then by {@code _id}, newest first. */
record NewestFirst(String time) {
    /** The filter with what is left after the cursor; fails with {@link InvalidRequest} when that is none of ours. */
    JsonObject after(@Nullable String cursor, JsonObject filter) {
        if (cursor == null) {
            return filter;
        }
        var last = Cursor.parts(cursor, 2);
        var at = new JsonObject().put("$date", instant(last.getFirst()).toString());
        return filter.put(time, new JsonObject().put("$lte", at))
                .put(
                        "$or",
                        new JsonArray()
                                .add(new JsonObject().put(time, new JsonObject().put("$lt", at)))
                                .add(new JsonObject().put("_id", new JsonObject().put("$lt", last.getLast()))));
    }

    JsonObject sort() {
        return new JsonObject().put(time, -1).put("_id", -1);
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidRequest("/cursor", "cursor is not one of ours");
        }
    }
}
