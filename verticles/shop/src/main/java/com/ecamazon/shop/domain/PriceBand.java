package com.ecamazon.shop.domain;

import java.util.List;

/**
 * A step of the price facet.
 *
 * @param from in cents, included
 * @param to in cents, included
 */
public record PriceBand(long from, long to) {
    public static final List<PriceBand> ALL = List.of(
            new PriceBand(0, 24_99),
            new PriceBand(25_00, 49_99),
            new PriceBand(50_00, 99_99),
            new PriceBand(100_00, 249_99),
            new PriceBand(250_00, 499_99),
            new PriceBand(500_00, 999_99),
            new PriceBand(1_000_00, Long.MAX_VALUE));

    /** The place of the band that holds this price. */
    public static int of(long cents) {
        int band = 0;
        while (cents > ALL.get(band).to) {
            band++;
        }
        return band;
    }

    /** As a filter: the two bounds in cents; the last band has no upper one. */
    public String value() {
        return to == Long.MAX_VALUE ? from + "-" : from + "-" + to;
    }

    /** For people. */
    public String label() {
        if (from == 0) {
            return "Under €" + (to + 1) / 100;
        }
        return to == Long.MAX_VALUE ? "€" + from / 100 + " and over" : "€" + from / 100 + " to €" + (to + 1) / 100;
    }
}
