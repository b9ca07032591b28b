package com.ecamazon.bank;

/**
 * How the bank misbehaves. Fields are probabilities of 0 to 1 unless said otherwise; README.md says what each does.
 *
 * @param latencyMs milliseconds before each answer
 * @param reorderCallbacks each callback waits a random time of up to this many milliseconds
 * @param seed of the dice; 0 takes another one each time
 */
record Faults(
        long latencyMs,
        double refuse,
        double timeoutBefore,
        double timeoutAfter,
        double duplicateCallbacks,
        long reorderCallbacks,
        double callbackBeforeReply,
        double noCallback,
        double wrongAmount,
        double forgedSignature,
        double refuseRefunds,
        long seed) {

    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private static final long LONGEST_MILLIS = 600_000;

    static Faults of(RequestBody body) {
        return new Faults(
                body.count("latencyMs", LONGEST_MILLIS),
                body.chance("refuse"),
                body.chance("timeoutBefore"),
                body.chance("timeoutAfter"),
                body.chance("duplicateCallbacks"),
                body.count("reorderCallbacks", LONGEST_MILLIS),
                body.chance("callbackBeforeReply"),
                body.chance("noCallback"),
                body.chance("wrongAmount"),
                body.chance("forgedSignature"),
                body.chance("refuseRefunds"),
                body.count("seed", Long.MAX_VALUE));
    }
}
