package com.ecamazon.notification.domain;

import com.ecamazon.contract.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;

/** Money in words. */
final class Amounts {
    private Amounts() {}

    /** The currency's code and the amount with as many decimals as the currency has, such as {@code EUR 1,234.50}. */
    static String text(Money money) {
        int decimals = Math.max(0, Currency.getInstance(money.currency()).getDefaultFractionDigits());
        var amount = BigDecimal.valueOf(money.amount(), decimals);
        return money.currency() + " " + String.format(Locale.ROOT, "%,." + decimals + "f", amount);
    }
}
