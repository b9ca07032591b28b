package com.ecamazon.contract;

import java.io.Serial;

/** A request that makes no sense in itself: 400. Says where (a JSON Pointer, RFC 6901) and why. */
public final class InvalidRequest extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1;

    private final String pointer;

    public InvalidRequest(String pointer, String message) {
        super(message);
        this.pointer = pointer;
    }

    /** Where in the body, such as {@code /quantity}; empty for the whole. */
    public String pointer() {
        return pointer;
    }
}
