package com.ecamazon.allinone.browser;

/** An order that was placed past the pages, for tests that need one to look at. */
record DirectOrder(String number, String token) {
    /** The page of the order with its key. */
    String page() {
        return "/order.html?number=" + number + "#token=" + token;
    }
}
