package com.ecamazon.simulator;

import com.ecamazon.contract.Sku;
import java.util.Map;

/**
 * What a guest wants.
 *
 * @param units by SKU, in order
 * @param card the number on the card
 * @param startsAfterMillis when the guest comes
 * @param repeats whether the guest orders twice at once under the same key
 * @param cancelAfterMillis how long after the answer the order is cancelled
 */
record Wish(
        Map<Sku, Integer> units,
        String card,
        long startsAfterMillis,
        boolean repeats,
        Ending ending,
        long cancelAfterMillis) {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";
    static final String SLOW_CARD = "4000000000003220";

    /** What is done with the order. */
    enum Ending {
        KEEP,
        CANCEL,
        SEND_BACK
    }
}
