package com.ecamazon.platform.bus;

import com.ecamazon.contract.Access;
import com.ecamazon.contract.Kind;
import com.ecamazon.contract.Operation;

/**
 * How long one try of a question may take before it is asked again. A query costs little, so it is asked again soon. A
 * command between domains is known by its operation id, so it may be asked again, but it may also be slow for a reason,
 * such as a bank: one try gets most of its time. A user's command is asked once.
 *
 * @param millis the longest one try takes, unless it is the last
 */
public record Patience(long millis) {
    private static final Patience QUERY = new Patience(900);
    private static final double COMMAND_SHARE = 0.8;

    /** One try gets all the time there is. */
    public static final Patience ENDLESS = new Patience(Long.MAX_VALUE);

    /** For one try of this operation. */
    public static Patience of(Operation<?, ?> operation) {
        if (operation.kind() == Kind.QUERY) {
            return QUERY;
        }
        return operation.access().rule() == Access.Rule.INTERNAL
                ? new Patience((long) (operation.timeout().toMillis() * COMMAND_SHARE))
                : ENDLESS;
    }

    /** The time for one try when there is so much left for all. */
    public long of(long left) {
        return Math.min(left, millis);
    }

    /** Whether another try may follow one that took too long. */
    public boolean endsEarly() {
        return millis < Long.MAX_VALUE;
    }
}
