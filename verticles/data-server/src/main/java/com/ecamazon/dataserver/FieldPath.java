package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A dotted path to a field, and what a query on it may find in a document. */
final class FieldPath {
    private final String text;
    private final List<String> steps;
    private final List<BsonName> names;

    FieldPath(String text) {
        this.text = text;
        this.steps = List.of(text.split("\\.", -1));
        this.names = steps.stream().map(BsonName::of).toList();
    }

    String text() {
        return text;
    }

    /** The values on this path; more than one, or an array passed, only where {@link Values#many} says so. */
    Values in(Document document) {
        Values found = new Values();
        collect(document, 0, found);
        return found;
    }

    /** The values on this path in a stored document. */
    Values in(byte[] document) {
        Values found = new Values();
        Place place = place(document);
        if (place == null) {
            found.add(Missing.getInstance());
        } else {
            collect(place.value().decoded(), place.depth(), found);
        }
        return found;
    }

    /** Whether it leads to the very same in two stored documents; when not, it may still mean the same. */
    boolean same(byte[] one, byte[] other) {
        Place here = place(one);
        Place there = place(other);
        if (here == null || there == null) {
            return here == null && there == null;
        }
        return here.depth() == there.depth() && here.value().same(there.value());
    }

    /** The field at a document's root that this is or leads through. */
    BsonName root() {
        return names.getFirst();
    }

    private record Place(BsonValue value, int depth) {}

    /** Where documents in documents lead: to the path's end or to what is no document; null where a field is missing. */
    private @Nullable Place place(byte[] document) {
        BsonValue value = new BsonValue(document, BsonCursor.DOCUMENT, 0, document.length);
        int depth = 0;
        while (depth < names.size() && value.is(BsonCursor.DOCUMENT)) {
            BsonCursor fields = value.fields();
            if (!fields.find(names.get(depth))) {
                return null;
            }
            value = fields.value();
            depth++;
        }
        return new Place(value, depth);
    }

    private void collect(Object value, int depth, Values found) {
        if (depth == steps.size()) {
            leaf(value, found);
        } else if (value instanceof Document document) {
            collect(document.getOrMissing(steps.get(depth)), depth + 1, found);
        } else if (value instanceof Collection<?> list) {
            inside(list, depth, found);
        } else {
            found.add(Missing.getInstance());
        }
    }

    private void inside(Collection<?> list, int depth, Values found) {
        found.many = true;
        String step = steps.get(depth);
        if (!step.isEmpty() && step.chars().allMatch(Character::isDigit) && step.length() < 9) {
            Object[] elements = list.toArray();
            int index = Integer.parseInt(step);
            collect(index < elements.length ? elements[index] : Missing.getInstance(), depth + 1, found);
        }
        // An element that a query can't go into counts as one that lacks the field, and so does an empty list.
        if (list.isEmpty()) {
            found.add(Missing.getInstance());
        }
        for (Object element : list) {
            collect(element, depth, found);
        }
    }

    private static void leaf(Object value, Values found) {
        if (value instanceof Collection<?> list) {
            found.many = true;
            if (list.isEmpty()) {
                found.add(Missing.getInstance());
            }
            list.forEach(found::add);
        } else {
            found.add(value);
        }
    }

    /** What was found on a path. */
    static final class Values {
        private final List<Object> all = new ArrayList<>(1);
        private boolean many;

        private void add(Object value) {
            all.add(value);
        }

        List<Object> all() {
            return all;
        }

        boolean many() {
            return many;
        }
    }
}
