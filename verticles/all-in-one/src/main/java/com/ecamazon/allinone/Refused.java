package com.ecamazon.allinone;

import java.io.Serial;

/** The command cannot be done; the message is one clear sentence for the person who gave it. */
final class Refused extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    Refused(String sentence) {
        super(sentence, null, false, false);
    }
}
