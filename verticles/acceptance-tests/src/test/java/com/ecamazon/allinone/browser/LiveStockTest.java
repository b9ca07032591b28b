package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.time.Duration;
import java.util.ArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class LiveStockTest {
    private static final HasTextOptions SOON =
            new HasTextOptions().setTimeout((double) Duration.ofSeconds(60).toMillis());

    private static final int LEFT = 3;

    @Test
    void product_othersTakeAndGiveBackUnits_showsItWithoutReload(Visitor guest) {
        var others = DirectBuyer.guest(guest);
        var product = others.counted(10 + LEFT);
        var sku = product.getString("sku");
        var asked = new ArrayList<String>();
        guest.page().onWebSocket(socket -> socket.onFrameSent(frame -> asked.add(frame.text())));
        guest.open("/product.html?id=" + product.getString("id") + "&sku=" + sku);
        guest.page().waitForCondition(() -> asked.stream().anyMatch(frame -> frame.contains("out.stock." + sku)));
        assertThat(guest.at("availability")).hasText("In stock");
        guest.page().evaluate("window.sameVisit = true");

        var cart = others.take(sku, product.getInteger("available") - LEFT);
        assertThat(guest.at("availability")).hasText("Only " + LEFT + " left", SOON);
        others.giveBack(cart);
        assertThat(guest.at("availability")).hasText("In stock", SOON);
        Assertions.assertThat(guest.page().evaluate("window.sameVisit")).isEqualTo(true);
    }
}
