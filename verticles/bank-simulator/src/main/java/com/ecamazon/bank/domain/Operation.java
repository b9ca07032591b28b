package com.ecamazon.bank.domain;

/**
 * One movement of money under an authorisation.
 *
 * @param reference the merchant's own name for it, unique per kind and authorisation
 */
public record Operation(Kind kind, String reference, Money amount, State state) {

    /** What moves. */
    public enum Kind {
        CAPTURE,
        REFUND,
        CHARGEBACK
    }

    /** How far it is. */
    public enum State {
        SUCCESS,
        FAILURE,
        PENDING
    }

    boolean is(Kind otherKind, String otherReference) {
        return kind == otherKind && reference.equals(otherReference);
    }

    Operation in(State next) {
        return new Operation(kind, reference, amount, next);
    }
}
