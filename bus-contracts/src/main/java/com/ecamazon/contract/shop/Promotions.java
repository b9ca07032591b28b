package com.ecamazon.contract.shop;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Require;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Promotion codes that customers add to their carts. */
public final class Promotions {
    private Promotions() {}

    /** What a code takes off. */
    public enum PromotionKind {
        /** So many percent of the items. */
        PERCENTAGE,
        /** A fixed amount of the items. */
        AMOUNT,
        /** What the delivery costs. */
        FREE_SHIPPING
    }

    /**
     * A promotion code.
     *
     * @param code in capitals
     * @param percent of a percentage, 1 to 100
     * @param amount of an amount
     * @param from works from then on; always when absent
     * @param until works before then; for ever when absent
     */
    public record Promotion(
            String code,
            PromotionKind kind,
            @Nullable Integer percent,
            @Nullable Money amount,
            @Nullable Instant from,
            @Nullable Instant until) {}

    /** Creates a promotion code or changes it; carts that have it already keep it as it was. */
    public record PutCode(
            String code,
            PromotionKind kind,
            @Nullable Integer percent,
            @Nullable Money amount,
            @Nullable Instant from,
            @Nullable Instant until) {
        public PutCode {
            code = Require.text(code, "code", 40).toUpperCase(Locale.ROOT);
            Require.present(kind, "kind");
            if (kind == PromotionKind.PERCENTAGE) {
                Require.range(Require.present(percent, "percent"), "percent", 1, 100);
            }
            if (kind == PromotionKind.AMOUNT) {
                Require.that(Require.present(amount, "amount").isPositive(), "amount", "must be above 0");
            }
            Require.that(from == null || until == null || from.isBefore(until), "from", "must be before until");
        }

        /** The code as it will be kept. */
        public Promotion promotion() {
            return new Promotion(code, kind, percent, amount, from, until);
        }
    }
}
