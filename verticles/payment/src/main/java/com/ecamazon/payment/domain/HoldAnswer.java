package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;

/** What the bank says about a hold. */
public sealed interface HoldAnswer {
    /** The money is set aside. */
    record Approved(Money amount) implements HoldAnswer {}

    /** The issuer of the card has not answered yet. */
    record Undecided(Money amount) implements HoldAnswer {}

    /** No money is set aside. */
    record Refused(String reason) implements HoldAnswer {}

    /** Nothing is held, and nothing will be under this reference. */
    record LetGo() implements HoldAnswer {}

    /** The bank knows nothing under this reference. */
    record Unheard() implements HoldAnswer {}

    /** The bank has something else under this reference, or money moved there without us. */
    record Contradiction(String detail) implements HoldAnswer {}
}
