package com.ecamazon.platform.data;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoConnectionPoolClearedException;
import com.mongodb.MongoException;
import com.mongodb.MongoNodeIsRecoveringException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoServerUnavailableException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;

/** What the driver's errors mean. */
final class Mongo {
    private static final int DUPLICATE_KEY = 11_000;
    private static final int OUT_OF_DISK_SPACE = 14_031;

    private Mongo() {}

    /** Whether all that failed is that a document with this id exists. */
    static boolean isDuplicate(Throwable failure) {
        if (failure instanceof MongoBulkWriteException bulk) {
            return bulk.getWriteErrors().stream().allMatch(error -> error.getCode() == DUPLICATE_KEY)
                    && bulk.getWriteConcernError() == null;
        }
        return failure instanceof MongoException mongo && mongo.getCode() == DUPLICATE_KEY;
    }

    /** Whether the store cannot be reached, or can take nothing now; the same may well succeed later. */
    static boolean isAway(Throwable failure) {
        return switch (failure) {
            case MongoTimeoutException tooLate -> true;
            case MongoSocketException lost -> true;
            case MongoConnectionPoolClearedException lost -> true;
            case MongoServerUnavailableException leaving -> true;
            case MongoNotPrimaryException moved -> true;
            case MongoNodeIsRecoveringException starting -> true;
            case MongoBulkWriteException some ->
                some.getWriteErrors().stream().anyMatch(error -> error.getCode() == OUT_OF_DISK_SPACE);
            case MongoException other -> other.getCode() == OUT_OF_DISK_SPACE;
            default -> false;
        };
    }
}
