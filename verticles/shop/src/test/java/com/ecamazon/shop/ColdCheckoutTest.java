package com.ecamazon.shop;

import java.util.Map;

/** The same, when nothing is at hand in memory: each decision loads first. */
class ColdCheckoutTest extends CheckoutTest {
    @Override
    Market market() {
        return new Market(Map.of("DOCUMENT_CACHE", "0"), Market.PAYMENT);
    }
}
