package com.ecamazon.stock.domain;

import com.ecamazon.contract.Sscc;

/**
 * Numbers parcels: extension digit, company prefix, serial and check digit (GS1 General Specifications, section 2.2.1). The
 * prefix is from the range that GS1 keeps for demonstrations (952).
 */
public final class Labels {
    private static final String EXTENSION_AND_COMPANY = "0" + "9521234";
    private static final long SERIALS = 1_000_000_000;

    private Labels() {}

    /** The label for a serial number from 0 to 999,999,999; fails beyond. */
    public static Sscc of(long serial) {
        if (serial < 0 || serial >= SERIALS) {
            throw new IllegalStateException("all serial numbers of this company prefix are used");
        }
        return Sscc.of(EXTENSION_AND_COMPANY + "%09d".formatted(serial));
    }
}
