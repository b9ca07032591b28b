package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;

/**
 * The ids of ledger entries. They are made from what caused the entry, so a repeated command meets its own entry. All
 * entries of an order and a SKU start with {@link #ofOrder}.
 */
public final class EntryIds {
    private EntryIds() {}

    /** What the ids of all entries of this order and SKU start with. */
    public static String ofOrder(OrderNumber order, Sku sku) {
        return escape(order.value()) + '/' + escape(sku.value()) + '/';
    }

    /** What the ids of all entries of this receipt in a depot start with. */
    public static String ofReceipt(String reference, Sku sku, DepotId depot) {
        return "receipt/" + escape(reference) + '/' + escape(sku.value()) + '/' + escape(depot.value()) + '/';
    }

    /** What the ids of all entries of this adjustment in a depot start with. */
    public static String ofAdjustment(String reference, Sku sku, DepotId depot) {
        return "adjustment/" + escape(reference) + '/' + escape(sku.value()) + '/' + escape(depot.value()) + '/';
    }

    /** What the ids of all entries of this return of a SKU start with. */
    public static String ofReturn(ReturnNumber number, Sku sku) {
        return "return/" + escape(number.value()) + '/' + escape(sku.value()) + '/';
    }

    static String allocate(OrderNumber order, Sku sku) {
        return ofOrder(order, sku) + "ALLOCATE";
    }

    static String release(OrderNumber order, Sku sku) {
        return ofOrder(order, sku) + "RELEASE";
    }

    static String shortfall(OrderNumber order, Sku sku, String reference) {
        return ofOrder(order, sku) + "SHORT/" + escape(reference) + '/';
    }

    static String pick(OrderNumber order, Sku sku, Sscc sscc) {
        return ofOrder(order, sku) + "PICK/" + sscc.value();
    }

    static String pack(OrderNumber order, Sku sku, Sscc sscc) {
        return ofOrder(order, sku) + "PACK/" + sscc.value();
    }

    static String dispatch(OrderNumber order, Sku sku, Sscc sscc) {
        return ofOrder(order, sku) + "DISPATCH/" + sscc.value();
    }

    private static String escape(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }
}
