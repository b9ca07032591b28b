package com.ecamazon.contract.gateway;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;

/**
 * The addresses that a browser may register at {@code /eventbus}, the SockJS event-bus bridge. They carry news only; the
 * registration's headers hold {@code Authorization} (a bearer token) or {@code Order-Token}.
 */
public final class Live {
    /** News of one's own order: header {@code Order-Token} or the owner's bearer token. */
    public static final String ORDER = "out.order.";

    /** News of a parcel, by the number on its label; open to all who know it. */
    public static final String PARCEL = "out.parcel.";

    /** Where the van is that brings a parcel; open to its owner by {@code Order-Token} or bearer token. */
    public static final String VAN = "out.van.";

    /** Availability of a SKU on screen; open to all. */
    public static final String STOCK = "out.stock.";

    /** One's own notices, by one's user id: bearer token. */
    public static final String NOTICES = "out.notices.";

    /** Instances, rates, errors, circuits, outboxes, once a second: bearer token of staff. */
    public static final String OPERATIONS = "out.operations";

    /** All vans: bearer token of a dispatcher or administrator. */
    public static final String VANS = "out.vans";

    /** What works, as {@code GET /api/capabilities} tells it: at once, and at each change; open to all. */
    public static final String CAPABILITIES = "out.capabilities";

    private Live() {}

    public static String order(OrderNumber number) {
        return ORDER + number.value();
    }

    public static String parcel(Sscc sscc) {
        return PARCEL + sscc.value();
    }

    public static String van(Sscc sscc) {
        return VAN + sscc.value();
    }

    public static String stock(Sku sku) {
        return STOCK + sku.value();
    }

    public static String notices(UserId user) {
        return NOTICES + user.value();
    }
}
