package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.ecamazon.contract.Role;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What axe calls serious or critical is on no page, in light and in dark. */
@ExtendWith(RunningProduct.class)
class AccessibilityTest {
    private static final double LONGEST_PACKING = (double) Duration.ofMinutes(2).toMillis();

    /** The pages of the consoles, with whether they have rows to choose from. */
    private static final List<Console> CONSOLES = List.of(
            new Console("index", false),
            new Console("stock", true),
            new Console("picks", false),
            new Console("products", true),
            new Console("orders", true),
            new Console("parcels", true),
            new Console("returns", false),
            new Console("dispatch", false),
            new Console("payments", true),
            new Console("users", true),
            new Console("notifications", false),
            new Console("operations", false));

    private record Console(String name, boolean choosable) {}

    private final List<String> findings = new ArrayList<>();

    @Test
    void storefront_everyPage_hasNothingSerious(Visitor guest) {
        look(guest, "/", "product-card");
        look(guest, "/products.html?q=lamp", "product-card");
        look(guest, "/products.html?q=nothinglikeit", "no-results");
        look(guest, "/account.html", "sign-in");
        GuestOrder.fillCart(guest);
        examine(guest, "product.html");
        look(guest, "/cart.html", "cart-line");
        look(guest, "/checkout.html", "place-order");
        look(guest, "/track.html", "track-submit");

        Assertions.assertThat(findings).isEmpty();
    }

    @Test
    void order_withParcel_hasNothingSerious(Visitor guest) {
        guest.open(DirectBuyer.guest(guest).order().page());
        examine(guest, "order.html, placed");
        var parcel = guest.at("parcel").first();
        assertThat(parcel).isVisible(new IsVisibleOptions().setTimeout(LONGEST_PACKING));
        examine(guest, "order.html, packed");
        look(guest, "/track.html?sscc=" + parcel.getAttribute("data-sscc"), "parcel-state");

        Assertions.assertThat(findings).isEmpty();
    }

    @Test
    void account_signedIn_hasNothingSerious(Visitor customer) {
        customer.openConsole(Role.CUSTOMER, "index");
        for (var tab : List.of("orders", "addresses", "cards", "news")) {
            look(customer, "/account.html?" + tab + "#" + tab, "tab-" + tab);
        }

        Assertions.assertThat(findings).isEmpty();
    }

    @Test
    void consoles_everyPage_hasNothingSerious(Visitor admin) {
        look(admin, "/console/", "console-sign-in");
        var order = DirectBuyer.guest(admin).order();
        admin.open(order.page());
        assertThat(admin.at("parcel").first()).isVisible(new IsVisibleOptions().setTimeout(LONGEST_PACKING));
        admin.openConsole(Role.ADMIN, "index");
        for (var console : CONSOLES) {
            admin.open("/console/" + console.name() + ".html");
            if (console.choosable()) {
                admin.at("choose").first().click();
            }
            examine(admin, "console/" + console.name() + ".html");
        }

        Assertions.assertThat(findings).isEmpty();
    }

    @Test
    void driver_signedIn_hasNothingSerious(Visitor driver) {
        driver.openConsole(Role.DRIVER, "driver");
        examine(driver, "console/driver.html");

        Assertions.assertThat(findings).isEmpty();
    }

    /** Opens a page, waits for its part with this name, and examines it. */
    private void look(Visitor visitor, String path, String proof) {
        visitor.open(path);
        assertThat(visitor.at(proof).first()).isVisible();
        examine(visitor, path);
    }

    private void examine(Visitor visitor, String name) {
        var page = visitor.page();
        assertThat(page.locator("h1").first()).isVisible();
        assertThat(page.locator(".skeleton")).hasCount(0);
        assertThat(visitor.at("retry")).hasCount(0);
        findings.addAll(Axe.findings(page, name));
    }
}
