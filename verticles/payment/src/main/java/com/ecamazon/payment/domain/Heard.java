package com.ecamazon.payment.domain;

/** What news from the bank do to a payment. */
public sealed interface Heard {
    /** It is taken in; a repeat or late news change nothing. */
    record Taken(Step step) implements Heard {}

    /** It cannot be right: kept apart, nothing changes. */
    record Suspicious(String why) implements Heard {}
}
