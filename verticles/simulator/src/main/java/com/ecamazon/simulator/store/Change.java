package com.ecamazon.simulator.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An update by {@code $set}, {@code $unset} and {@code $push} of fields at the root; any other is refused. */
final class Change {
    private static final Set<String> PUSHING = Set.of("$each", "$slice");

    private final Document update;

    private Change(Document update) {
        this.update = update;
    }

    static Change of(Document update) {
        return new Change(update);
    }

    /** The document after the update, which shares with it what is not changed. */
    Document apply(Document before) {
        var after = new Document();
        after.putAll(before);
        for (var operator : update.entrySet()) {
            for (var field : ((Document) operator.getValue()).entrySet()) {
                if (field.getKey().indexOf('.') >= 0 || field.getKey().equals("_id")) {
                    throw new UnsupportedOperationException("not simulated: an update of " + field.getKey());
                }
                apply(after, operator.getKey(), field);
            }
        }
        return after;
    }

    private static void apply(Document after, String operator, Map.Entry<String, Object> field) {
        switch (operator) {
            case "$set" -> after.put(field.getKey(), field.getValue());
            case "$unset" -> after.remove(field.getKey());
            case "$push" -> after.put(field.getKey(), pushed(after.get(field.getKey()), (Document) field.getValue()));
            default -> throw new UnsupportedOperationException("not simulated: " + operator);
        }
    }

    private static List<Object> pushed(@Nullable Object before, Document push) {
        if (!PUSHING.containsAll(push.keySet()) || !(push.get("$each") instanceof Collection<?> each)) {
            throw new UnsupportedOperationException("not simulated: $push of " + push.keySet());
        }
        var all = new ArrayList<Object>();
        if (before instanceof Collection<?> known) {
            all.addAll(known);
        } else if (before != null) {
            throw new IllegalStateException("$push to what is no array");
        }
        all.addAll(each);
        if (!push.containsKey("$slice")) {
            return all;
        }
        int slice = ((Number) push.get("$slice")).intValue();
        if (slice > 0) {
            throw new UnsupportedOperationException("not simulated: $slice of the first");
        }
        return new ArrayList<>(all.subList(Math.max(0, all.size() + slice), all.size()));
    }
}
