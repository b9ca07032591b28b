package com.ecamazon.bank;

import com.ecamazon.bank.domain.Refusal;

/** A request that ends in problem+json. */
final class Problem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;

    Problem(int status, String code, String detail) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
    }

    static Problem of(Refusal refusal) {
        int status = switch (refusal) {
            case INVALID_NUMBER, INVALID_EXPIRY, EXPIRED, INVALID_CVC, AMOUNT_NOT_POSITIVE -> 400;
            case UNKNOWN_REFERENCE -> 404;
            case NOT_APPROVED, ALREADY_CAPTURED, OVER_CAPTURE, OVER_REFUND, OVER_CHARGEBACK -> 409;
            case UNKNOWN_TOKEN, REFERENCE_REUSED, CURRENCY_MISMATCH -> 422;
        };
        return new Problem(status, refusal.name(), refusal.text());
    }

    static Problem invalid(String detail) {
        return new Problem(400, "INVALID_REQUEST", detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
