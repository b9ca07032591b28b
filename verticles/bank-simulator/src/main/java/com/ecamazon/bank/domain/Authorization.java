package com.ecamazon.bank.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A promise of money by an issuer, and what moved under it.
 *
 * @param at when it was asked for
 */
public record Authorization(
        String reference,
        String token,
        Money amount,
        State state,
        Reason reason,
        Behaviour behaviour,
        Instant at,
        List<Operation> operations) {

    /** Where an authorisation stands. */
    public enum State {
        APPROVED,
        DECLINED,
        PENDING,
        VOIDED
    }

    /** Why an authorisation was declined. */
    public enum Reason {
        NONE,
        DECLINED,
        INSUFFICIENT_FUNDS,
        EXPIRED_CARD
    }

    public Authorization {
        operations = List.copyOf(operations);
    }

    /** Money taken from the card. */
    public Money captured() {
        return sum(Operation.Kind.CAPTURE, false);
    }

    /** Money given back to the card; a refund still pending does not count. */
    public Money refunded() {
        return sum(Operation.Kind.REFUND, false);
    }

    /** What may still be refunded or charged back: pending refunds count as gone. */
    long refundable() {
        return captured().amount()
                - sum(Operation.Kind.REFUND, true).amount()
                - sum(Operation.Kind.CHARGEBACK, false).amount();
    }

    /** The operation of this kind and reference. */
    public Optional<Operation> operation(Operation.Kind kind, String operationReference) {
        return operations.stream().filter(o -> o.is(kind, operationReference)).findFirst();
    }

    boolean hasCaptures() {
        return operations.stream().anyMatch(o -> o.kind() == Operation.Kind.CAPTURE);
    }

    Authorization in(State next) {
        return new Authorization(reference, token, amount, next, reason, behaviour, at, operations);
    }

    Authorization with(Operation operation) {
        List<Operation> next = new ArrayList<>(operations);
        next.removeIf(o -> o.is(operation.kind(), operation.reference()));
        next.add(operation);
        return new Authorization(reference, token, amount, state, reason, behaviour, at, next);
    }

    private Money sum(Operation.Kind kind, boolean withPending) {
        long sum = 0;
        for (Operation operation : operations) {
            boolean counts = operation.state() == Operation.State.SUCCESS
                    || (withPending && operation.state() == Operation.State.PENDING);
            sum += operation.kind() == kind && counts ? operation.amount().amount() : 0;
        }
        return amount.withAmount(sum);
    }
}
