package com.ecamazon.contract;

/**
 * An amount of money.
 *
 * @param amount in minor units of the currency, such as cents
 * @param currency ISO 4217, such as {@code EUR}
 */
public record Money(long amount, String currency) implements Comparable<Money> {
    public Money {
        Require.that(
                currency != null && currency.length() == 3 && currency.chars().allMatch(c -> c >= 'A' && c <= 'Z'),
                "currency",
                "is an ISO 4217 code");
    }

    public static Money eur(long cents) {
        return new Money(cents, "EUR");
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(amount, same(other).amount), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(amount, same(other).amount), currency);
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(amount, factor), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(amount), currency);
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isZero() {
        return amount == 0;
    }

    public Money min(Money other) {
        return compareTo(other) <= 0 ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(amount, same(other).amount);
    }

    private Money same(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("currencies never mix: " + currency + ", " + other.currency);
        }
        return other;
    }
}
