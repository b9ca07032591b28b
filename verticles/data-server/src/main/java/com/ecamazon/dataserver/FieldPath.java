package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.backend.Missing;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A dotted path to a field, and what a query on it may find in a document. */
final class FieldPath {
    private final String text;
    private final List<String> steps;

    FieldPath(String text) {
        this.text = text;
        this.steps = List.of(text.split("\\.", -1));
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
