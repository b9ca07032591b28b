package com.ecamazon.bank.domain;

/** What the book knows under a reference. */
public sealed interface Registered {

    String reference();

    /** Nothing was ever asked under this reference. */
    record Unknown(String reference) implements Registered {}

    /** Voided before any authorisation arrived; one that arrives later is answered as voided. */
    record Tombstone(String reference) implements Registered {}

    /** An authorisation in any state. */
    record Known(Authorization authorization) implements Registered {
        @Override
        public String reference() {
            return authorization.reference();
        }
    }
}
