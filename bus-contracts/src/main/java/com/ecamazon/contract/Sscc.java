package com.ecamazon.contract;

/**
 * A serial shipping container code: the 18 digits on a parcel's label, the last a mod-10 check digit (GS1 General
 * Specifications, section 7.9).
 */
public record Sscc(String value) implements TextValue {
    public Sscc {
        Require.that(
                value != null && value.length() == 18 && value.chars().allMatch(c -> c >= '0' && c <= '9'),
                "sscc",
                "has 18 digits");
        Require.that(value.charAt(17) == '0' + checkDigit(value.substring(0, 17)), "sscc", "has a wrong check digit");
    }

    /** The code for 17 digits, with its check digit added. */
    public static Sscc of(String seventeen) {
        return new Sscc(seventeen + checkDigit(seventeen));
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
