package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.ShortReason;
import java.time.Instant;

/**
 * News of a pick list, for Stock itself: these units could not be picked and are to be replaced.
 *
 * @param reference unique per report
 */
public record UnitsShort(
        PickId list,
        String reference,
        OrderNumber order,
        DepotId depot,
        Sku sku,
        String title,
        int quantity,
        ShortReason reason,
        Recipient recipient,
        String actor,
        Instant at) {
    /** What it means for the SKU. */
    public Leaving.Shortfall shortfall() {
        return new Leaving.Shortfall(reference, order, sku, depot, quantity, reason);
    }
}
