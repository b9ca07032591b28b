package com.ecamazon.bank.domain;

import java.util.regex.Pattern;

/**
 * An amount that is not negative.
 *
 * @param amount in minor units, at most {@link #LARGEST}
 * @param currency ISO 4217 code, three capital letters
 */
public record Money(long amount, String currency) {

    /** Keeps every sum of the book far from overflow. */
    public static final long LARGEST = 1_000_000_000_000L;

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

    public Money {
        if (amount < 0 || amount > LARGEST) {
            throw new IllegalArgumentException("amount must be 0 to " + LARGEST);
        }
        if (!CURRENCY.matcher(currency).matches()) {
            throw new IllegalArgumentException("currency must be three capital letters");
        }
        // The book holds a million amounts and a handful of currencies.
        currency = currency.intern();
    }

    Money withAmount(long other) {
        return new Money(other, currency);
    }
}
