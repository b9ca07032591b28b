package com.ecamazon.stock.domain;

import com.ecamazon.contract.CartId;
import java.time.Instant;

/**
 * Units that a cart holds until a time. Which depot gives them is decided when they are allocated.
 *
 * @param number no other hold of the SKU ever has it
 */
public record CartHold(CartId cart, int quantity, Instant until, long number) {
    boolean isLive(Instant now) {
        return until.isAfter(now);
    }
}
