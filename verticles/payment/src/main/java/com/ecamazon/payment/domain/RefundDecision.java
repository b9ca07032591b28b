package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;

/** What becomes of a wish to give money back. */
public sealed interface RefundDecision {
    /** It is owed to the bank, or was asked for before. */
    record Owed(Step step, String reference) implements RefundDecision {}

    /** More than is left of what was captured. */
    record TooMuch(Money refundable) implements RefundDecision {}

    /** The key was used for another refund. */
    record KeyReused() implements RefundDecision {}
}
