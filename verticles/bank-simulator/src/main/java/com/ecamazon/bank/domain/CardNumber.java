package com.ecamazon.bank.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** A card number that passes Luhn. It lives for one request only and never shows its digits in text. */
public final class CardNumber {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{12,19}");

    private final String digits;

    private CardNumber(String digits) {
        this.digits = digits;
    }

    /** The number without spaces and dashes, or nothing when it is not 12 to 19 digits that pass Luhn. */
    public static Optional<CardNumber> parse(String text) {
        String digits = text.replace(" ", "").replace("-", "");
        return DIGITS.matcher(digits).matches() && passesLuhn(digits)
                ? Optional.of(new CardNumber(digits))
                : Optional.empty();
    }

    private static boolean passesLuhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : digit * 2;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    public Brand brand() {
        return Brand.of(digits);
    }

    public Behaviour behaviour() {
        return Behaviour.of(digits);
    }

    public String last4() {
        return digits.substring(digits.length() - 4);
    }

    /** The whole number, for the fingerprint only. */
    public String digits() {
        return digits;
    }

    @Override
    public String toString() {
        return "card number";
    }
}
