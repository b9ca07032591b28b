package com.ecamazon.bank;

import java.util.SplittableRandom;

/** Decides by the seed which fault strikes whom; requests and callbacks roll apart so that each series repeats. */
final class Dice {

    private Faults faults = Faults.NONE;
    private SplittableRandom requests = new SplittableRandom();
    private SplittableRandom callbacks = new SplittableRandom();

    /** What one request meets, rolled as it arrives. */
    record Fate(
            long latencyMs,
            boolean refused,
            boolean timeoutBefore,
            boolean timeoutAfter,
            boolean callbackBeforeReply,
            boolean refundRefused) {

        static final Fate GOOD = new Fate(0, false, false, false, false, false);
    }

    Faults faults() {
        return faults;
    }

    void load(Faults next) {
        faults = next;
        requests = next.seed() == 0 ? new SplittableRandom() : new SplittableRandom(next.seed());
        callbacks = requests.split();
    }

    Fate request() {
        if (faults.equals(Faults.NONE)) {
            return Fate.GOOD;
        }
        return new Fate(
                faults.latencyMs(),
                strikes(requests, faults.refuse()),
                strikes(requests, faults.timeoutBefore()),
                strikes(requests, faults.timeoutAfter()),
                strikes(requests, faults.callbackBeforeReply()),
                strikes(requests, faults.refuseRefunds()));
    }

    boolean callbackLost() {
        return strikes(callbacks, faults.noCallback());
    }

    long callbackDelayMillis() {
        return faults.reorderCallbacks() == 0 ? 0 : callbacks.nextLong(faults.reorderCallbacks() + 1);
    }

    boolean callbackTwice() {
        return strikes(callbacks, faults.duplicateCallbacks());
    }

    boolean amountWrong() {
        return strikes(callbacks, faults.wrongAmount());
    }

    boolean signatureForged() {
        return strikes(callbacks, faults.forgedSignature());
    }

    /** A number of 0 to 1 for the jitter of pauses. */
    double jitter() {
        return callbacks.nextDouble();
    }

    private static boolean strikes(SplittableRandom random, double chance) {
        return chance > 0 && random.nextDouble() < chance;
    }
}
