package com.ecamazon.stock.domain;

import com.ecamazon.contract.CartId;
import java.time.Instant;

/** Units that a cart holds until a time. Which depot gives them is decided when they are allocated. */
public record CartHold(CartId cart, int quantity, Instant until) {
    boolean isLive(Instant now) {
        return until.isAfter(now);
    }
}
