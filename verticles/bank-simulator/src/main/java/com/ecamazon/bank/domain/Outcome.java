package com.ecamazon.bank.domain;

/** What the acquirer decided about a request. */
public sealed interface Outcome {

    /** It happens now. */
    record Happens(Fact fact) implements Outcome {}

    /** The same request was answered before, or nothing is left to do: the book already says the answer. */
    record Stands() implements Outcome {}

    /** It does not happen. */
    record Refused(Refusal refusal) implements Outcome {}

    static Outcome happens(Fact fact) {
        return new Happens(fact);
    }

    static Outcome stands() {
        return new Stands();
    }

    static Outcome refused(Refusal refusal) {
        return new Refused(refusal);
    }
}
