package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.payment.domain.Movement.Kind;

/**
 * A line of the bank's statement.
 *
 * @param number counts up without gaps
 * @param amount what moved, never negative; a capture comes to us, the others go
 */
public record StatementLine(long number, Kind kind, OrderNumber order, String reference, Money amount) {
    /** What it adds to what the bank owes us. */
    Money signed() {
        return kind == Kind.CAPTURE ? amount : amount.negated();
    }
}
