package com.ecamazon.city;

import java.io.Serial;

/** The product said no. */
final class Refusal extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Refusal(int status) {
        super("status " + status, null, false, false);
    }
}
