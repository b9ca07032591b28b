package com.ecamazon.shop.domain;

/** Global trade item numbers of 8, 12, 13 or 14 digits with a mod-10 check digit (GS1 General Specifications, 7.9). */
public final class Gtin {
    private Gtin() {}

    /** True when the digits are a GTIN and its last digit checks. */
    public static boolean isValid(String digits) {
        int length = digits.length();
        return (length == 8 || (length >= 12 && length <= 14))
                && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                && checkDigit(digits.substring(0, length - 1)) == digits.charAt(length - 1) - '0';
    }

    /** The GTIN-13 of twelve digits. */
    public static String thirteen(String twelve) {
        return twelve + checkDigit(twelve);
    }

    private static int checkDigit(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int weight = (digits.length() - i) % 2 == 1 ? 3 : 1;
            sum += weight * (digits.charAt(i) - '0');
        }
        return (10 - sum % 10) % 10;
    }
}
