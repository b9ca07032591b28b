package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Role;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(RunningProduct.class)
class ConsolesTest {
    private static final double LONGEST_PACKING = (double) Duration.ofMinutes(2).toMillis();

    @ParameterizedTest
    @EnumSource(Role.class)
    void start_eachDemoAccount_seesItsPages(Role role, Visitor visitor) {
        visitor.openConsole(role, "index");

        if (role == Role.CUSTOMER) {
            assertThat(visitor.at("forbidden")).isVisible();
        } else {
            assertThat(visitor.page().locator("[data-test^='tile-']").first()).isVisible();
            assertThat(visitor.at("forbidden")).isHidden();
        }
    }

    @Test
    void stock_unitsReceived_areOnHand(Visitor visitor) {
        visitor.openConsole(Role.WAREHOUSE, "stock");
        var row = chooseFirst(visitor, "stock-row");
        int before = Integer.parseInt(onHand(row).innerText());
        visitor.enter("quantity", "7");
        visitor.at("receive").click();

        assertThat(visitor.at("toast").last()).containsText((before + 7) + " on hand now");
        assertThat(onHand(row)).hasText(String.valueOf(before + 7));
        assertThat(visitor.at("movement").first()).containsText("+7");
    }

    @Test
    void shop_titleChanged_isOnTheProductPage(Visitor visitor) {
        visitor.openConsole(Role.MERCHANDISER, "products");
        var row = chooseFirst(visitor, "product-row");
        assertThat(visitor.at("field-title")).isVisible();
        var title = visitor.at("field-title").inputValue() + ", Second Edition";
        visitor.enter("title", title);
        visitor.at("product-save").click();

        assertThat(visitor.at("toast").last()).containsText(title + " is saved");
        visitor.open("/product.html?id=" + row.getAttribute("data-key"));
        assertThat(visitor.at("product-title")).hasText(title);
    }

    @Test
    void shipping_parcelOpened_showsHistoryAndLabel(Visitor visitor) {
        var order = DirectBuyer.guest(visitor).order();
        visitor.openConsole(Role.SUPPORT, "parcels");
        visitor.at("parcels-search").fill(order.number());
        var row = visitor.at("parcel-row").filter(new Locator.FilterOptions().setHasText(order.number()));
        assertThat(row).isVisible(new IsVisibleOptions().setTimeout(LONGEST_PACKING));
        row.locator("[data-test='choose']").click();

        assertThat(visitor.at("parcel-state")).isVisible();
        assertThat(visitor.at("timeline-entry").first()).isVisible();
        assertThat(visitor.at("label")).isVisible();
    }

    @Test
    void dispatching_roundsPlanned_showInTheTable(Visitor visitor) {
        DirectBuyer.guest(visitor).order();
        visitor.openConsole(Role.DISPATCHER, "dispatch");
        Response planned = visitor.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/api/rounds/plan"),
                        () -> visitor.at("plan").click());

        Assertions.assertThat(planned.status()).isBetween(200, 201);
        assertThat(visitor.at("toast").last()).containsText("round");
        assertThat(visitor.at("van-row")).hasCount(10);
        // The city plans too: whose plan takes the parcel is open, that a round does is not.
        assertThat(visitor.at("round-row").first()).isVisible(new IsVisibleOptions().setTimeout(LONGEST_PACKING));
    }

    @Test
    void operations_opened_showsAllDomainsLive(Visitor visitor) {
        visitor.openConsole(Role.ADMIN, "operations");
        var news = new AtomicInteger();
        // Whichever socket brings them: one that is lost is opened anew.
        visitor.page()
                .onWebSocket(socket -> socket.onFrameReceived(frame -> {
                    if (frame.text() != null && frame.text().contains("out.operations")) {
                        news.incrementAndGet();
                    }
                }));
        visitor.page().reload();

        assertThat(visitor.at("live-state")).hasText("Live");
        for (var domain : Domain.values()) {
            var card = visitor.page().locator("[data-test='domain'][data-domain='" + domain.address() + "']");
            assertThat(card.locator("[data-test='domain-state']")).hasAttribute("data-state", "serving");
        }
        assertThat(visitor.at("instance-row").first()).isVisible();
        visitor.page().waitForCondition(() -> news.get() >= 2);
    }

    @Test
    void operations_checkedNow_showsTheAudit(Visitor visitor) {
        visitor.openConsole(Role.FINANCE, "operations");
        visitor.at("audit-now").click();
        assertThat(visitor.at("audit-checked")).isVisible(new IsVisibleOptions().setTimeout(LONGEST_PACKING));
        assertThat(visitor.at("audit-checked")).containsText("orders");
        assertThat(visitor.at("audit-verdict")).isVisible();
    }

    @Test
    void operations_openedInTheWarehouse_showsNoAudit(Visitor visitor) {
        visitor.openConsole(Role.WAREHOUSE, "operations");
        assertThat(visitor.at("instance-row").first()).isVisible();
        assertThat(visitor.at("audit")).hasCount(0);
    }

    @Test
    void users_opened_listsDemoAccounts(Visitor visitor) {
        visitor.openConsole(Role.SUPPORT, "users");
        for (var role : Role.values()) {
            visitor.at("users-search").fill(role.name().toLowerCase(Locale.ROOT) + "@demo");
            assertThat(visitor.at("user-row").first())
                    .containsText(role.name().toLowerCase(Locale.ROOT) + "@demo.ecamazon.test");
        }
        chooseFirst(visitor, "user-row");
        assertThat(visitor.at("detail").locator("h2")).containsText("@demo.ecamazon.test");
    }

    @Test
    void payment_ofAnOrder_showsItsMovements(Visitor visitor) {
        var order = DirectBuyer.guest(visitor).order();
        visitor.openConsole(Role.FINANCE, "payments");
        visitor.page()
                .locator("[data-test='payment-row'][data-key='" + order.number() + "'] button")
                .click();

        assertThat(visitor.at("payment-state")).isVisible();
        visitor.at("view-ledger").click();
        assertThat(visitor.at("ledger-row").first()).isVisible();
    }

    @Test
    void notification_orderOfACustomer_isInTheLog(Visitor visitor) {
        var order = DirectBuyer.customer(visitor).order();
        visitor.openConsole(Role.SUPPORT, "notifications");

        assertThat(visitor.at("message-row")
                        .filter(new Locator.FilterOptions().setHasText(order.number()))
                        .first())
                .isVisible();
    }

    @Test
    void driver_opened_showsRoundOrNone(Visitor visitor) {
        visitor.openConsole(Role.DRIVER, "driver");

        assertThat(visitor.page().locator(".skeleton")).hasCount(0);
        assertThat(visitor.at("retry")).isHidden();
        assertThat(visitor.page().locator("h1")).hasText("My round");
    }

    private static Locator chooseFirst(Visitor visitor, String rowTest) {
        var first = visitor.at(rowTest).first();
        var key = first.getAttribute("data-key");
        first.locator("[data-test='choose']").click();
        return visitor.page().locator("[data-test='" + rowTest + "'][data-key='" + key + "']");
    }

    private static Locator onHand(Locator row) {
        return row.locator("[data-test='on-hand']");
    }
}
