package com.ecamazon.payment.domain;

import com.ecamazon.payment.domain.Movement.Kind;

/** The chart of accounts. */
final class Account {
    /** An asset: what the bank owes us; it is the bank's statement seen from our side. */
    static final String BANK_CLEARING = "bank-clearing";

    /** Income: what was captured for parcels that left. */
    static final String SALES = "sales";

    /** Less income: what was given back. */
    private static final String REFUNDS = "refunds";

    /** A loss: what card holders took back through their bank. */
    private static final String CHARGEBACKS = "chargebacks";

    private Account() {}

    static String against(Kind kind) {
        return switch (kind) {
            case CAPTURE -> SALES;
            case REFUND -> REFUNDS;
            case CHARGEBACK -> CHARGEBACKS;
        };
    }
}
