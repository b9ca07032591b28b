package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.regex.Pattern;

/** The way of a guest to an order. */
final class GuestOrder {
    private GuestOrder() {}

    /** Puts one unit of the first product that a search finds in stock into the cart. */
    static void fillCart(Visitor guest) {
        guest.open("/");
        guest.at("search-box").fill("lamp");
        guest.at("search-submit").click();
        guest.page().waitForURL(Pattern.compile("/products\\.html"));
        guest.page()
                .locator("[data-test='product-card']:has(.stock-in) .product-title a")
                .first()
                .click();
        // The badge counts at once; the cart has the unit when the shop has answered.
        guest.page()
                .waitForResponse(
                        response -> response.url().endsWith("/lines") && response.ok(),
                        () -> guest.at("add-to-cart").click());
        assertThat(guest.at("cart-badge")).hasText("1");
    }

    /** Orders what is in the cart; the page of the order is open afterwards. */
    static void checkOut(Visitor guest) {
        guest.at("cart-link").click();
        assertThat(guest.at("cart-line")).hasCount(1);
        guest.at("go-to-checkout").click();
        guest.enter("email", "guest@demo.ecamazon.test");
        guest.enter("name", "Gerda Guest");
        guest.enter("street", "Prinsengracht 263");
        guest.enter("postalCode", "1016GV");
        guest.enter("city", "Amsterdam");
        guest.at("delivery-option").first().click();
        guest.enter("number", "4242424242424242");
        guest.enter("expiry", "1230");
        guest.enter("cvc", "123");
        guest.at("place-order").click();
        guest.page().waitForURL(Pattern.compile("/order\\.html"));
        assertThat(guest.at("order-number")).hasText(Pattern.compile("\\S+"));
    }
}
