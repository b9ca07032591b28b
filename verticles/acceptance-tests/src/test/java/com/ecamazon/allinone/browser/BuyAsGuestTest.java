package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions.HasAttributeOptions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningProduct.class)
class BuyAsGuestTest {
    private static final Duration LONGEST_DELIVERY = Duration.ofMinutes(4);

    @Test
    void buy_asGuestFromHome_isDelivered(Visitor guest) {
        GuestOrder.fillCart(guest);
        GuestOrder.checkOut(guest);

        assertThat(guest.at("thanks")).isVisible();
        assertThat(guest.at("order-state")).hasAttribute("data-state", Pattern.compile("placed|confirmed|shipping"));
        assertThat(guest.at("order-state"))
                .hasAttribute("data-state", "delivered", new HasAttributeOptions().setTimeout((double)
                                LONGEST_DELIVERY.toMillis()));
        assertThat(guest.at("parcel-state").first()).hasAttribute("data-state", "delivered");
    }
}
