package com.ecamazon.shop.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a cart costs, in whole minor units: {@code grand = items - discount + delivery}. Prices include tax; the rate is
 * {@value #TAX_PERCENT} % wherever the parcel goes.
 */
public final class Pricing {
    /** Of the price without tax. */
    static final int TAX_PERCENT = 21;

    static final String CURRENCY = "EUR";

    private Pricing() {}

    /** The totals of these lines with the codes that work now; without a delivery option its price is zero. */
    public static Totals totals(List<Line> lines, List<Promotion> codes, Optional<Delivery> option, Instant now) {
        var items = lines.stream().map(Line::total).reduce(Money.zero(currency(lines)), Money::plus);
        var working = codes.stream().filter(code -> works(code, now)).toList();
        var discount = discount(items, working);
        var delivery = option.filter(chosen -> !isFree(working))
                .map(chosen -> chosen.price(items.minus(discount)))
                .orElse(Money.zero(items.currency()));
        var grand = items.minus(discount).plus(delivery);
        return new Totals(items, discount, delivery, taxIn(grand), grand);
    }

    /** What an option costs for these lines. */
    public static Money delivery(List<Line> lines, List<Promotion> codes, Delivery option, Instant now) {
        return totals(lines, codes, Optional.of(option), now).delivery();
    }

    /** Whether a code works at this moment. */
    public static boolean works(Promotion code, Instant now) {
        return (code.from() == null || !now.isBefore(code.from()))
                && (code.until() == null || now.isBefore(code.until()));
    }

    static String currency(List<Line> lines) {
        return lines.isEmpty() ? CURRENCY : lines.getFirst().unitPrice().currency();
    }

    private static boolean isFree(List<Promotion> codes) {
        return codes.stream().anyMatch(code -> code.kind() == PromotionKind.FREE_SHIPPING);
    }

    /** Codes add up, each is reckoned on the full items, and together they never take more than these. */
    private static Money discount(Money items, List<Promotion> codes) {
        return codes.stream()
                .map(code -> off(code, items))
                .reduce(Money.zero(items.currency()), Money::plus)
                .min(items);
    }

    private static Money off(Promotion code, Money items) {
        return switch (code.kind()) {
            case PERCENTAGE ->
                new Money(
                        rounded(Math.multiplyExact(items.amount(), code.percent() == null ? 0 : code.percent()), 100),
                        items.currency());
            case AMOUNT ->
                code.amount() == null || !code.amount().currency().equals(items.currency())
                        ? Money.zero(items.currency())
                        : code.amount();
            case FREE_SHIPPING -> Money.zero(items.currency());
        };
    }

    private static Money taxIn(Money gross) {
        return new Money(rounded(Math.multiplyExact(gross.amount(), TAX_PERCENT), 100 + TAX_PERCENT), gross.currency());
    }

    /** A share of an amount that is not negative, rounded half up to a whole minor unit. */
    private static long rounded(long numerator, long denominator) {
        return (2 * numerator + denominator) / (2 * denominator);
    }
}
