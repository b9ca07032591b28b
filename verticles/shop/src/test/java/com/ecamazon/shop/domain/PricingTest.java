package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.NOW;
import static com.ecamazon.shop.domain.Examples.offer;
import static com.ecamazon.shop.domain.Examples.percent;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PricingTest {
    private static final Promotion FREE = new Promotion("FREE", PromotionKind.FREE_SHIPPING, null, null, null, null);

    private static Promotion amount(long cents) {
        return new Promotion("A", PromotionKind.AMOUNT, null, Money.eur(cents), null, null);
    }

    private static Line line(String sku, long cents, int quantity) {
        return Line.of(new LineId(sku), offer(new Sku(sku), cents), quantity, NOW);
    }

    @Test
    void totals_threeAt999WithTenPercent_areExact() {
        var totals =
                Pricing.totals(List.of(line("a", 999, 3)), List.of(percent(10)), Optional.of(Delivery.STANDARD), NOW);
        assertThat(totals.items()).isEqualTo(Money.eur(2_997));
        assertThat(totals.discount()).isEqualTo(Money.eur(300));
        assertThat(totals.delivery()).isEqualTo(Money.eur(490));
        assertThat(totals.grand()).isEqualTo(Money.eur(3_187));
        assertThat(totals.tax()).isEqualTo(Money.eur(553));
    }

    @Test
    void totals_withoutOption_haveNoDelivery() {
        var totals = Pricing.totals(List.of(line("a", 999, 1)), List.of(), Optional.empty(), NOW);
        assertThat(totals.delivery()).isEqualTo(Money.eur(0));
        assertThat(totals.grand()).isEqualTo(Money.eur(999));
    }

    @Test
    void totals_emptyCart_areZero() {
        assertThat(Pricing.totals(List.of(), List.of(percent(10)), Optional.empty(), NOW)
                        .grand())
                .isEqualTo(Money.eur(0));
    }

    @Test
    void totals_goodsFrom50_standardIsFreeAndExpressIsNot() {
        var lines = List.of(line("a", 5_000, 1));
        assertThat(Pricing.delivery(lines, List.of(), Delivery.STANDARD, NOW)).isEqualTo(Money.eur(0));
        assertThat(Pricing.delivery(lines, List.of(), Delivery.EXPRESS, NOW)).isEqualTo(Money.eur(990));
        assertThat(Pricing.delivery(lines, List.of(percent(1)), Delivery.STANDARD, NOW))
                .isEqualTo(Money.eur(490));
        assertThat(Pricing.delivery(lines, List.of(FREE), Delivery.EXPRESS, NOW))
                .isEqualTo(Money.eur(0));
    }

    @Test
    void totals_discountAboveItems_takesNoMoreThanThese() {
        var totals =
                Pricing.totals(List.of(line("a", 999, 1)), List.of(percent(50), amount(900)), Optional.empty(), NOW);
        assertThat(totals.discount()).isEqualTo(Money.eur(999));
        assertThat(totals.grand()).isEqualTo(Money.eur(0));
    }

    @Test
    void works_outsideItsDates_doesNot() {
        var code = new Promotion("X", PromotionKind.PERCENTAGE, 10, null, NOW, NOW.plusSeconds(1));
        assertThat(Pricing.works(code, NOW.minusMillis(1))).isFalse();
        assertThat(Pricing.works(code, NOW)).isTrue();
        assertThat(Pricing.works(code, NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void totals_anyCart_addUpToTheCent() {
        var random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            var lines = new ArrayList<Line>();
            for (int n = random.nextInt(6); n >= 0; n--) {
                lines.add(line("s" + n, random.nextInt(200_000), 1 + random.nextInt(20)));
            }
            var codes = new ArrayList<Promotion>();
            if (random.nextBoolean()) {
                codes.add(percent(1 + random.nextInt(100)));
            }
            if (random.nextBoolean()) {
                codes.add(amount(1 + random.nextInt(5_000)));
            }
            var option = random.nextBoolean() ? Delivery.STANDARD : Delivery.EXPRESS;
            var totals = Pricing.totals(lines, codes, Optional.of(option), NOW);
            var items = lines.stream().mapToLong(line -> line.total().amount()).sum();
            assertThat(totals.items().amount()).isEqualTo(items);
            assertThat(totals.discount().amount()).isBetween(0L, items);
            assertThat(totals.grand().amount())
                    .isEqualTo(items
                            - totals.discount().amount()
                            + totals.delivery().amount());
            var net = new BigDecimal(totals.grand().amount()).divide(new BigDecimal("1.21"), 10, RoundingMode.HALF_UP);
            var tax = new BigDecimal(totals.grand().amount()).subtract(net).setScale(0, RoundingMode.HALF_UP);
            assertThat(totals.tax().amount()).isEqualTo(tax.longValueExact());
            var percent = codes.size() == 1 ? codes.getFirst().percent() : null;
            if (percent != null) {
                var off = new BigDecimal(items)
                        .multiply(new BigDecimal(percent))
                        .divide(new BigDecimal(100), 0, RoundingMode.HALF_UP);
                assertThat(totals.discount().amount()).isEqualTo(off.longValueExact());
            }
        }
    }
}
