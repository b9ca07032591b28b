package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.exception.MongoServerError;
import java.util.List;
import java.util.Objects;

/** A change is refused because it could not be kept: nothing of it was done, and the same may well be taken later. */
final class OutOfSpace extends MongoServerError {
    private static final long serialVersionUID = 1L;

    /** What MongoDB says when its disk is full. */
    private static final int CODE = 14_031;

    OutOfSpace(String file, Throwable cause) {
        super(CODE, "OutOfDiskSpace", file + " can't be written: " + cause.getMessage(), cause);
    }

    /** Whether a command was answered by nothing but refusals, at least one of them this. */
    static boolean saidBy(Document answer) {
        return Objects.equals(answer.get("code"), CODE)
                || (Objects.equals(answer.get("n"), 0)
                        && answer.get("writeErrors") instanceof List<?> errors
                        && errors.stream().anyMatch(one -> one instanceof Document error && saidBy(error)));
    }
}
