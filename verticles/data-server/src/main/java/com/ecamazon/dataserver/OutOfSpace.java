package com.ecamazon.dataserver;

import de.bwaldvogel.mongo.exception.MongoServerError;

/** A change is refused because it could not be kept: nothing of it was done, and the same may well be taken later. */
final class OutOfSpace extends MongoServerError {
    private static final long serialVersionUID = 1L;

    /** What MongoDB says when its disk is full. */
    private static final int CODE = 14_031;

    OutOfSpace(String file, Throwable cause) {
        super(CODE, "OutOfDiskSpace", file + " can't be written: " + cause.getMessage(), cause);
    }
}
