package com.ecamazon.bank.domain;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** The answer to card details as typed in. */
public sealed interface CardCheck {

    /** The details may become a token. */
    record Good(CardNumber number) implements CardCheck {}

    /** The details may not become a token. */
    record Bad(Refusal refusal) implements CardCheck {}

    Pattern DIGITS = Pattern.compile("[0-9]+");

    /** Checks number, expiry and cvc, in this order. */
    static CardCheck of(String number, int expMonth, int expYear, String cvc, Instant now) {
        Optional<CardNumber> parsed = CardNumber.parse(number);
        if (parsed.isEmpty()) {
            return new Bad(Refusal.INVALID_NUMBER);
        }
        if (expMonth < 1 || expMonth > 12 || expYear < 2000 || expYear > 2199) {
            return new Bad(Refusal.INVALID_EXPIRY);
        }
        if (Card.expired(expMonth, expYear, now)) {
            return new Bad(Refusal.EXPIRED);
        }
        CardNumber good = parsed.get();
        return cvc.length() == good.brand().cvcLength() && DIGITS.matcher(cvc).matches()
                ? new Good(good)
                : new Bad(Refusal.INVALID_CVC);
    }
}
