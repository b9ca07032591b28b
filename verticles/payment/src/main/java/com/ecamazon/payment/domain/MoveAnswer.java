package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;

/** What the bank says about a capture or a refund. */
public sealed interface MoveAnswer {
    /** The money moved. */
    record Done(Money amount) implements MoveAnswer {}

    /** It will move, or not: ask again. */
    record UnderWay() implements MoveAnswer {}

    /** It does not move. */
    record Refused(String reason) implements MoveAnswer {}
}
