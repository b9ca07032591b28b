package com.ecamazon.shop.feed;

import java.io.Serial;

/** A line that is no product; the message says why. */
public final class BadRow extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    BadRow(String reason) {
        super(reason, null, false, false);
    }
}
