package com.ecamazon.platform;

import java.util.concurrent.ThreadLocalRandom;

/** What is left to chance; a simulation plays it from a seed. */
public interface Chance {
    /** The machine's own. */
    Chance MACHINE = new Chance() {
        @Override
        public String secret() {
            return Ids.random();
        }

        @Override
        public long below(long bound) {
            return ThreadLocalRandom.current().nextLong(bound);
        }
    };

    /** 128 bits that nobody can guess, as 22 characters of base64url. */
    String secret();

    /** A number of 0 or more below this bound; for spreading tries in time, not for keeping secrets. */
    long below(long bound);
}
