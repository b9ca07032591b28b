package com.ecamazon.simulator;

/**
 * How the bus, the stores and the bank misbehave until all is healed; probabilities from 0 to 1.
 *
 * @param lost messages that are lost
 * @param twice messages that come twice
 * @param late messages that come up to 5 s late, and so out of order
 * @param storeSilentBefore writes that are not made and not answered
 * @param storeSilentAfter writes that are made and not answered
 * @param bankRefuses requests that the bank is too busy for
 * @param bankSilentBefore requests that the bank neither does nor answers
 * @param bankSilentAfter requests that the bank does and does not answer
 * @param refundRefused refunds that the issuer does not take
 * @param callbackLost callbacks that never come
 * @param callbackTwice callbacks that come twice
 * @param callbackLate callbacks that come up to 5 s late
 * @param callbackWrong callbacks that tell of another amount
 * @param callbackForged callbacks that are not the bank's
 */
record Faults(
        double lost,
        double twice,
        double late,
        double storeSilentBefore,
        double storeSilentAfter,
        double bankRefuses,
        double bankSilentBefore,
        double bankSilentAfter,
        double refundRefused,
        double callbackLost,
        double callbackTwice,
        double callbackLate,
        double callbackWrong,
        double callbackForged) {
    static final Faults NONE = new Faults(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /** Some of them, some of the time: most schedules have few kinds, so that a breach tells what it comes from. */
    static Faults by(Chances chances) {
        return new Faults(
                some(chances, 0.10),
                some(chances, 0.20),
                some(chances, 0.20),
                some(chances, 0.03),
                some(chances, 0.03),
                some(chances, 0.20),
                some(chances, 0.10),
                some(chances, 0.10),
                some(chances, 0.30),
                some(chances, 0.20),
                some(chances, 0.30),
                some(chances, 0.30),
                some(chances, 0.05),
                some(chances, 0.05));
    }

    private static double some(Chances chances, double most) {
        return chances.strikes(0.4) ? most * chances.between(1, 10) / 10 : 0;
    }
}
