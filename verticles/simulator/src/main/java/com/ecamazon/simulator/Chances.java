package com.ecamazon.simulator;

import com.ecamazon.platform.Chance;
import java.util.Base64;
import java.util.SplittableRandom;

/** Everything that is left to chance in one schedule, played from its seed. */
final class Chances implements Chance {
    private final SplittableRandom random;

    Chances(long seed) {
        this(new SplittableRandom(seed));
    }

    private Chances(SplittableRandom random) {
        this.random = random;
    }

    /** A series of its own, so that what one part asks does not change what another gets. */
    Chances split() {
        return new Chances(random.split());
    }

    @Override
    public String secret() {
        var bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public long below(long bound) {
        return random.nextLong(bound);
    }

    /** A number from the first to the last, both included. */
    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    /** True that often, from 0 to 1. */
    boolean strikes(double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }
}
