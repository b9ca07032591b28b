package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * A sort in memory, by the bytes that an index would have: equal documents keep their order, and of an array the least
 * element counts, or the greatest where the order is descending.
 */
final class SortOrder {
    private final List<FieldPath> paths = new ArrayList<>();
    private final List<Boolean> ascending = new ArrayList<>();

    SortOrder(Document sort) {
        sort.forEach((field, way) -> {
            paths.add(new FieldPath(field));
            ascending.add(!(way instanceof Number number) || number.intValue() > 0);
        });
    }

    List<Document> sorted(List<Document> documents) {
        return documents.stream()
                .map(document -> new Placed(new Key(place(document)), document))
                .sorted(Comparator.comparing(Placed::place))
                .map(Placed::document)
                .toList();
    }

    private byte[] place(Document document) {
        KeyWriter place = new KeyWriter();
        for (int i = 0; i < paths.size(); i++) {
            boolean up = ascending.get(i);
            List<Object> values = paths.get(i).in(document).all();
            if (values.size() == 1) {
                place.append(values.getFirst(), up);
            } else {
                values.stream()
                        .map(value -> new KeyWriter().append(value, up).bytes())
                        .min(Arrays::compareUnsigned)
                        .ifPresent(place::append);
            }
        }
        return place.bytes();
    }

    private record Placed(Key place, Document document) {}
}
