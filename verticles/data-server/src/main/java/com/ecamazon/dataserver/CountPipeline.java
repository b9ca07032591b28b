package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import java.util.List;
import java.util.Optional;

/** The pipeline that drivers send for a count of documents: match, skip and limit, and a group that adds up ones. */
record CountPipeline(Document filter, int skip, int limit) {
    private static final Document GROUP = new Document("_id", 1).append("n", new Document("$sum", 1));

    static Optional<CountPipeline> of(List<?> stages) {
        Document filter = new Document();
        int skip = 0;
        int limit = 0;
        for (int i = 0; i < stages.size(); i++) {
            Document stage = (Document) stages.get(i);
            String name = stage.keySet().iterator().next();
            Object value = stage.get(name);
            if (i == stages.size() - 1) {
                return name.equals("$group") && GROUP.equals(value)
                        ? Optional.of(new CountPipeline(filter, skip, limit))
                        : Optional.empty();
            }
            if (name.equals("$match") && i == 0 && value instanceof Document match) {
                filter = match;
            } else if (name.equals("$skip") && limit == 0 && value instanceof Number number) {
                skip = number.intValue();
            } else if (name.equals("$limit") && limit == 0 && value instanceof Number number) {
                limit = number.intValue();
            } else {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
