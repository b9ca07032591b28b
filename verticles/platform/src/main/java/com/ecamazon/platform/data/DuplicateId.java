package com.ecamazon.platform.data;

import java.io.Serial;

/** There is a document with this id: what was to be done is done already, read it. */
public final class DuplicateId extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    DuplicateId(String id) {
        super("there is a document with the id " + id, null, false, false);
    }
}
