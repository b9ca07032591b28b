package com.ecamazon.simulator.store;

import com.mongodb.MongoException;

/** A document with this id exists. */
final class Taken extends MongoException {
    private static final long serialVersionUID = 1;
    private static final int DUPLICATE_KEY = 11_000;

    Taken(String id) {
        super(DUPLICATE_KEY, "duplicate key: " + id);
    }

    @Override
    public Throwable fillInStackTrace() {
        return this;
    }
}
