package com.ecamazon.bank.domain;

/** The scheme that a card belongs to, read from the first digits of its number. */
public enum Brand {
    VISA,
    MASTERCARD,
    AMEX,
    DISCOVER,
    OTHER;

    static Brand of(String number) {
        int two = Integer.parseInt(number, 0, 2, 10);
        int four = Integer.parseInt(number, 0, 4, 10);
        if (number.charAt(0) == '4') {
            return VISA;
        }
        if ((two >= 51 && two <= 55) || (four >= 2221 && four <= 2720)) {
            return MASTERCARD;
        }
        if (two == 34 || two == 37) {
            return AMEX;
        }
        return two == 65 || four == 6011 ? DISCOVER : OTHER;
    }

    int cvcLength() {
        return this == AMEX ? 4 : 3;
    }
}
