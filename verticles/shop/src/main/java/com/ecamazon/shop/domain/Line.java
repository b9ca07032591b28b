package com.ecamazon.shop.domain;

import com.ecamazon.contract.LineId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Carts.CartLine;
import com.ecamazon.contract.shop.Orders.OrderLine;
import java.time.Instant;

/**
 * A line of a cart: all units of one SKU.
 *
 * @param unitPrice tax included, as the customer last saw it
 * @param heldUntil when Stock gives the units to others
 * @param hold the number of the hold at Stock
 */
public record Line(
        LineId id,
        Sku sku,
        ProductId product,
        String title,
        String image,
        int quantity,
        Money unitPrice,
        Instant heldUntil,
        long hold) {
    static Line of(LineId id, Offer offer, int quantity, Instant heldUntil) {
        return new Line(
                id, offer.sku(), offer.product(), offer.title(), offer.image(), quantity, offer.price(), heldUntil, 0);
    }

    Line at(Money price) {
        return new Line(id, sku, product, title, image, quantity, price, heldUntil, hold);
    }

    Line held(long number) {
        return new Line(id, sku, product, title, image, quantity, unitPrice, heldUntil, number);
    }

    Money total() {
        return unitPrice.times(quantity);
    }

    CartLine shown() {
        return new CartLine(id, sku, product, title, image, quantity, unitPrice, total());
    }

    OrderLine ordered() {
        return new OrderLine(id, sku, product, title, image, quantity, unitPrice, total());
    }
}
