package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.MovementState;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Money taken, given back, or taken back by the card holder.
 *
 * @param reference the name it has with the bank; the same cause always has the same
 * @param units what it is for, where that is known
 * @param detail why it failed, or what somebody must know
 * @param retry while it is still owed to the bank
 */
public record Movement(
        String reference,
        Kind kind,
        Money amount,
        MovementState state,
        List<Units> units,
        @Nullable String detail,
        @Nullable Retry retry,
        Instant at) {
    /** What moves. */
    public enum Kind {
        CAPTURE,
        REFUND,
        CHARGEBACK
    }

    public Movement {
        units = List.copyOf(units);
    }

    /** Owed to the bank from now on; nothing is owed for an amount of zero. */
    static Movement owed(String reference, Kind kind, Money amount, List<Units> units, Instant now) {
        return amount.isZero()
                ? new Movement(reference, kind, amount, MovementState.SUCCESS, units, null, null, now)
                : new Movement(reference, kind, amount, MovementState.PENDING, units, null, Retry.underWay(now), now);
    }

    boolean pending() {
        return state == MovementState.PENDING;
    }

    boolean failed() {
        return state == MovementState.FAILURE;
    }

    boolean done() {
        return state == MovementState.SUCCESS;
    }

    Movement succeeded(Instant now) {
        return new Movement(reference, kind, amount, MovementState.SUCCESS, units, null, null, now);
    }

    Movement failed(String why, Instant now) {
        return new Movement(reference, kind, amount, MovementState.FAILURE, units, why, null, now);
    }

    Movement triedInVain(Instant now) {
        var next = (retry == null ? Retry.underWay(now) : retry).again(now);
        var text = next.parked() ? "parked after " + next.tries() + " tries" : "tried " + next.tries() + " times";
        return new Movement(reference, kind, amount, state, units, text, next, at);
    }

    Movement stopped(String why) {
        return new Movement(reference, kind, amount, state, units, why, null, at);
    }
}
