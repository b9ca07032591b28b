package com.ecamazon.bank.domain;

/** How the issuer of a test number answers. */
public enum Behaviour {
    APPROVE,
    DECLINE,
    NO_FUNDS,
    /** Answers later: authorisations and refunds start as pending and succeed after a pause. */
    ANSWER_LATER;

    static Behaviour of(String number) {
        return switch (number) {
            case "4000000000000002" -> DECLINE;
            case "4000000000009995" -> NO_FUNDS;
            case "4000000000003220" -> ANSWER_LATER;
            default -> APPROVE;
        };
    }
}
