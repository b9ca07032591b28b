package com.ecamazon.notification.store;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.platform.Cursor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/** The order of the log: by when a message was written down and then by its id, newest first. */
final class NewestFirst {
    static final String AT = "state.at";

    private NewestFirst() {}

    static JsonObject sort() {
        return new JsonObject().put(AT, -1).put("_id", -1);
    }

    /** The filter with what comes after the cursor; fails with {@link InvalidRequest} when that is none of ours. */
    static JsonObject after(@Nullable String cursor, JsonObject filter) {
        if (cursor == null) {
            return filter;
        }
        var last = Cursor.parts(cursor, 2);
        var at = date(instant(last.getFirst()));
        var earlier = new JsonObject().put(AT, new JsonObject().put("$lt", at));
        var sameTime = new JsonObject().put("_id", new JsonObject().put("$lt", last.getLast()));
        return filter.put(AT, new JsonObject().put("$lte", at))
                .put("$or", new JsonArray().add(earlier).add(sameTime));
    }

    static JsonObject date(Instant instant) {
        return new JsonObject().put("$date", instant.toString());
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw new InvalidRequest("/cursor", "cursor is not one of ours");
        }
    }
}
