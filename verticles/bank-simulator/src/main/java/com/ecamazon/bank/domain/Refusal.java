package com.ecamazon.bank.domain;

/** Why the acquirer does not do what it was asked. The name is the code on the wire. */
public enum Refusal {
    INVALID_NUMBER("The card number is not valid."),
    INVALID_EXPIRY("The expiry date is not a month and a four-digit year."),
    EXPIRED("The card has expired."),
    INVALID_CVC("The cvc is not valid for this brand."),
    UNKNOWN_TOKEN("No card has this token."),
    UNKNOWN_REFERENCE("No authorisation has this reference."),
    REFERENCE_REUSED("This reference was used for another request."),
    NOT_APPROVED("The authorisation is not in the state approved."),
    ALREADY_CAPTURED("Captured money cannot be voided; refund it."),
    CURRENCY_MISMATCH("The currency is not the one of the authorisation."),
    AMOUNT_NOT_POSITIVE("The amount must be above zero."),
    OVER_CAPTURE("The sum of captures would be above the approved amount."),
    OVER_REFUND("The sum of refunds would be above the captured amount."),
    OVER_CHARGEBACK("The sum of refunds and chargebacks would be above the captured amount.");

    private final String text;

    Refusal(String text) {
        this.text = text;
    }

    public String text() {
        return text;
    }
}
