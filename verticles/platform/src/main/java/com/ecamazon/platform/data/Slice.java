package com.ecamazon.platform.data;

import com.ecamazon.contract.auditor.Window;
import com.ecamazon.platform.Cursor;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A part of a collection in order of a key.
 *
 * @param next where it goes on; null at the end
 */
public record Slice<T>(List<Versioned<T>> items, @Nullable String next) {
    private static final String ID = "_id";

    public Slice {
        items = List.copyOf(items);
    }

    /** The items as somebody else sees them. */
    public <R> List<R> shown(Function<Versioned<T>, R> view) {
        return items.stream().map(view).toList();
    }

    static JsonObject filter(String key, Window window) {
        var range = new JsonObject();
        var filter = new JsonObject();
        if (window.to() != null) {
            range.put("$lt", window.to());
        }
        if (window.cursor() == null) {
            if (window.from() != null) {
                range.put("$gte", window.from());
            }
        } else if (key.equals(ID)) {
            range.put("$gt", Cursor.parts(window.cursor(), 2).getLast());
        } else {
            var last = Cursor.parts(window.cursor(), 2);
            range.put("$gte", last.getFirst());
            filter.put(
                    "$or",
                    new JsonArray()
                            .add(new JsonObject().put(key, new JsonObject().put("$gt", last.getFirst())))
                            .add(new JsonObject().put(ID, new JsonObject().put("$gt", last.getLast()))));
        }
        return range.isEmpty() ? filter : filter.put(key, range);
    }

    static JsonObject sort(String key) {
        return key.equals(ID)
                ? new JsonObject().put(ID, 1)
                : new JsonObject().put(key, 1).put(ID, 1);
    }

    /** What was found with a limit of one more than the page has. */
    static <T> Slice<T> of(List<Versioned<T>> found, Function<Versioned<T>, String> keyOf, int limit) {
        if (found.size() <= limit) {
            return new Slice<>(found, null);
        }
        var items = found.subList(0, limit);
        var last = items.getLast();
        return new Slice<>(items, Cursor.of(keyOf.apply(last), last.id()));
    }
}
