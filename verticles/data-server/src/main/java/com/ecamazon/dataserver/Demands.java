package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes a query so that each operator stands alone: {@code {a: {$gt: 1, $ne: 3}}} becomes two demands that both hold.
 *
 * <p>That is what MongoDB means, where each may be met by another element of an array; the server's matcher reads several
 * operators on an array together and then forgets some.
 */
final class Demands {
    private Demands() {}

    static Document single(Document query) {
        return query.entrySet().stream().anyMatch(Demands::several) ? split(query) : query;
    }

    private static boolean several(Map.Entry<String, Object> part) {
        return part.getValue() instanceof Document condition
                ? several(condition)
                : part.getKey().startsWith("$");
    }

    private static boolean several(Document condition) {
        return condition.size() > 1
                && condition.keySet().stream().allMatch(key -> key.startsWith("$"))
                && !condition.containsKey("$regex")
                && !condition.containsKey("$ref");
    }

    private static Document split(Document query) {
        Document rest = new Document();
        List<Object> all = new ArrayList<>();
        query.forEach((field, condition) -> {
            if (condition instanceof Document demands && several(demands)) {
                demands.forEach((operator, value) -> all.add(new Document(field, new Document(operator, value))));
            } else if (field.startsWith("$") && condition instanceof Collection<?> branches) {
                rest.put(field, branches.stream().map(Demands::branch).toList());
            } else {
                rest.put(field, condition);
            }
        });
        if (!all.isEmpty()) {
            if (rest.get("$and") instanceof Collection<?> given) {
                all.addAll(given);
            }
            rest.put("$and", all);
        }
        return rest;
    }

    private static Object branch(Object branch) {
        return branch instanceof Document query ? single(query) : branch;
    }
}
