package com.ecamazon.platform;

import com.ecamazon.contract.OrderNumber;
import org.jspecify.annotations.Nullable;

/** The tokens that open an order to a guest. They are signatures of the number, so none is stored. */
public final class OrderTokens {
    private static final String PURPOSE = "order-token";

    private final Secrets secrets;

    public OrderTokens(Secrets secrets) {
        this.secrets = secrets;
    }

    public String of(OrderNumber order) {
        return secrets.sign(PURPOSE, order.value());
    }

    /** Whether the token is the order's. */
    public boolean opens(OrderNumber order, @Nullable String token) {
        return token != null && secrets.verify(PURPOSE, order.value(), token);
    }
}
