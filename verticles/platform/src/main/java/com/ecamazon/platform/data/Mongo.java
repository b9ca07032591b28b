package com.ecamazon.platform.data;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;

/** What the driver's errors mean. */
final class Mongo {
    private static final int DUPLICATE_KEY = 11_000;

    private Mongo() {}

    /** Whether all that failed is that a document with this id exists. */
    static boolean isDuplicate(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)
                    && bulk.getWriteConcernError() == null;
        }
        return failure instanceof MongoException mongo && mongo.getCode() == DUPLICATE_KEY;
    }
}
