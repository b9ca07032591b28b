package com.ecamazon.notification.domain;

import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.shop.Catalogue.ProductNews;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductChanged;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductCreated;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductRemoved;
import com.ecamazon.notification.domain.Audience.Staff;
import java.util.Set;

/** What merchandisers and administrators are told of products. */
public final class ProductTellings {
    private static final Audience CATALOGUE = new Staff(Set.of(Role.MERCHANDISER, Role.ADMIN));

    private ProductTellings() {}

    public static Telling of(ProductNews news) {
        return switch (news) {
            case ProductCreated(var id, var title, var price) ->
                telling("product.created", id, "New product: " + title, "It costs " + Amounts.text(price) + ".");
            case ProductChanged(var id, var title, var price, var before) ->
                telling(
                        "product.changed",
                        id,
                        "Product changed: " + title,
                        price.equals(before)
                                ? "It still costs " + Amounts.text(price) + "."
                                : "It costs " + Amounts.text(price) + " now; it was " + Amounts.text(before) + ".");
            case ProductRemoved(var id, var title) ->
                telling("product.deleted", id, "Product deleted: " + title, "It is no longer for sale.");
        };
    }

    private static Telling telling(String event, ProductId id, String title, String text) {
        return new Telling(CATALOGUE, Message.of(event, id.value(), title, text));
    }
}
