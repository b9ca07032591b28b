package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The money of one order.
 *
 * @param token what is paid with; null for an order that let go before it asked
 * @param amount all that may be captured
 * @param delivery the part of it that the first parcel captures
 * @param reason why the bank declined
 * @param quarantine what the bank said that cannot be right
 * @param retry while the bank still owes a word about the hold
 */
public record Payment(
        OrderNumber order,
        @Nullable PaymentToken token,
        Money amount,
        List<PaidLine> lines,
        Money delivery,
        Hold hold,
        @Nullable String reason,
        @Nullable String quarantine,
        @Nullable Retry retry,
        List<Movement> movements,
        Instant createdAt) {

    public Payment {
        lines = List.copyOf(lines);
        movements = List.copyOf(movements);
    }

    /** The currency of all its money. */
    public String currency() {
        return amount.currency();
    }

    /** Taken from the card. */
    public Money captured() {
        return sum(Kind.CAPTURE, Movement::done);
    }

    /** Given back to the card. */
    public Money refunded() {
        return sum(Kind.REFUND, Movement::done);
    }

    /** What may still be given back of what was captured: refunds under way count as given. */
    public Money refundable() {
        return captured().minus(givenBack());
    }

    /** As {@link #refundable()}, once the captures under way are done. */
    Money refundableInTheEnd() {
        return claimed().minus(givenBack());
    }

    /** Captured or about to be. */
    Money claimed() {
        return sum(Kind.CAPTURE, movement -> !movement.failed());
    }

    private Money givenBack() {
        return sum(Kind.REFUND, movement -> !movement.failed()).plus(sum(Kind.CHARGEBACK, Movement::done));
    }

    private Money sum(Kind kind, Predicate<Movement> counted) {
        long sum = 0;
        for (var movement : movements) {
            if (movement.kind() == kind && counted.test(movement)) {
                sum = Math.addExact(sum, movement.amount().amount());
            }
        }
        return new Money(sum, currency());
    }

    /** The movement of this kind and reference. */
    public Optional<Movement> movement(Kind kind, String reference) {
        return movements.stream()
                .filter(movement ->
                        movement.kind() == kind && movement.reference().equals(reference))
                .findFirst();
    }

    Stream<Movement> captures() {
        return movements.stream().filter(movement -> movement.kind() == Kind.CAPTURE);
    }

    /** What the bank may be asked for now: captures first, since a refund needs them. */
    public List<Movement> owed() {
        if (quarantine != null) {
            return List.of();
        }
        var captures = captures().filter(Movement::pending).toList();
        return captures.isEmpty() ? movements.stream().filter(Movement::pending).toList() : captures;
    }

    /** When recovery must look next; empty when nothing is owed. */
    public Optional<Instant> due() {
        return Stream.concat(
                        Stream.ofNullable(retry),
                        owed().stream().map(Movement::retry).filter(Objects::nonNull))
                .map(Retry::due)
                .min(Instant::compareTo);
    }

    /** The state as others see it. */
    public State state() {
        if (quarantine != null) {
            return State.QUARANTINED;
        }
        return switch (hold) {
            case ASKED -> State.PENDING;
            case DECLINED -> State.DECLINED;
            case VOIDING -> State.VOIDING;
            case VOIDED -> State.VOIDED;
            case AUTHORISED -> moved();
        };
    }

    private State moved() {
        var captured = captured();
        if (captured.isZero()) {
            return State.AUTHORISED;
        }
        var refunded = refunded();
        if (refunded.isPositive()) {
            return refunded.equals(captured) ? State.REFUNDED : State.PARTLY_REFUNDED;
        }
        return captured.equals(amount) ? State.CAPTURED : State.PARTLY_CAPTURED;
    }

    Payment holding(Hold next, @Nullable String why, @Nullable Retry nextRetry) {
        return new Payment(
                order, token, amount, lines, delivery, next, why, quarantine, nextRetry, movements, createdAt);
    }

    Payment quarantined(String why) {
        return new Payment(order, token, amount, lines, delivery, hold, reason, why, retry, movements, createdAt);
    }

    Payment with(Movement movement) {
        var next = new ArrayList<>(movements);
        int at = 0;
        while (at < next.size() && !same(next.get(at), movement)) {
            at++;
        }
        if (at == next.size()) {
            next.add(movement);
        } else {
            next.set(at, movement);
        }
        return new Payment(order, token, amount, lines, delivery, hold, reason, quarantine, retry, next, createdAt);
    }

    private static boolean same(Movement one, Movement other) {
        return one.kind() == other.kind() && one.reference().equals(other.reference());
    }
}
