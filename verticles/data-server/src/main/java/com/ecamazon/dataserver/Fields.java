package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.ErrorCode;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads fields of a command, and refuses commands that lack what they need. */
final class Fields {
    private Fields() {}

    static String text(Document command, String field) {
        if (command.get(field) instanceof String text) {
            return text;
        }
        throw lacking(field);
    }

    static Document document(Document command, String field) {
        return optional(command, field).orElseThrow(() -> lacking(field));
    }

    static Optional<Document> optional(Document command, String field) {
        return command.get(field) instanceof Document document ? Optional.of(document) : Optional.empty();
    }

    @SuppressWarnings("unchecked")
    static List<Document> documents(Document command, String field) {
        if (command.get(field) instanceof List<?> all && all.stream().allMatch(Document.class::isInstance)) {
            return (List<Document>) all;
        }
        throw lacking(field);
    }

    /** Documents that may still be as they came over the wire. */
    static List<RawDocument> raw(Document command, String field) {
        if (command.get(field) instanceof List<?> all) {
            List<RawDocument> documents = new ArrayList<>(all.size());
            for (Object one : all) {
                switch (one) {
                    case RawDocument raw -> documents.add(raw);
                    case Document document -> documents.add(RawDocument.of(document));
                    case null, default -> throw lacking(field);
                }
            }
            return documents;
        }
        throw lacking(field);
    }

    /** The number in a field, 0 when it has none. */
    static int number(Document command, String field) {
        return command.get(field) instanceof Number number ? number.intValue() : 0;
    }

    private static MongoServerError lacking(String field) {
        return new MongoServerError(ErrorCode.FailedToParse, "the command lacks a usable field '" + field + "'");
    }
}
