package com.ecamazon.shop.domain;

import com.ecamazon.contract.PaymentToken;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The part of an order's document that carries it through: who runs it is recorded as a lease, and what is decided for good
 * is the phase. A run that lost its lease can save nothing, since each take-over raises {@code run}.
 *
 * @param run how many runs there were; the fence of the one that goes on
 * @param leaseUntil when the next run may take over; absent once it is over
 * @param deadline from then on nothing is tried any more and all is taken back
 * @param token what is paid with; forgotten once it is over
 * @param refusal why all is taken back
 */
public record Saga(
        Phase phase,
        int run,
        @Nullable Instant leaseUntil,
        Instant deadline,
        @Nullable PaymentToken token,
        @Nullable Refusal refusal) {
    /** How long one run may take before another may take over. */
    public static final Duration LEASE = Duration.ofSeconds(5);

    /** How long an order may wait for a domain that is away. */
    public static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final Duration LONGEST_LEASE = Duration.ofSeconds(20);

    /** What a run does. */
    public enum Phase {
        PLACING,
        UNDOING,
        CANCELLING,
        OVER
    }

    static Saga placing(PaymentToken token, Instant now) {
        return new Saga(Phase.PLACING, 1, now.plus(LEASE), now.plus(PATIENCE), token, null);
    }

    /** Taken over; runs that come to nothing are further and further apart. */
    Saga takenOver(Instant now) {
        var lease = LEASE.multipliedBy(run);
        return new Saga(
                phase,
                run + 1,
                now.plus(lease.compareTo(LONGEST_LEASE) < 0 ? lease : LONGEST_LEASE),
                deadline,
                token,
                refusal);
    }

    Saga undoing(Refusal reason) {
        return new Saga(Phase.UNDOING, run, leaseUntil, deadline, token, reason);
    }

    Saga cancelling(Instant now) {
        return new Saga(Phase.CANCELLING, run + 1, now.plus(LEASE), deadline, null, new Refusal.Cancelled());
    }

    Saga over(@Nullable Refusal reason) {
        return new Saga(Phase.OVER, run, null, deadline, null, reason);
    }

    /** Whether it waits for somebody to take it over. */
    public boolean waits(Instant now) {
        return leaseUntil != null && !leaseUntil.isAfter(now);
    }
}
