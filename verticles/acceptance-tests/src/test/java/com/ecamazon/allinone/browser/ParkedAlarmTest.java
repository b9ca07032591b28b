package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecamazon.allinone.OneJvm;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Bindings;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** News that a domain keeps refusing raise an alarm, and are delivered again from the page once the domain is mended. */
class ParkedAlarmTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int PHONE = 390;
    private static OneJvm product;
    private static Chromium chromium;

    /** Notification with a fault: it takes no news of orders. */
    private static final class Broken extends DomainVerticle {
        Broken(Platform platform) {
            super(platform, Domain.NOTIFICATION);
        }

        @Override
        protected Future<?> prepare() {
            return Future.succeededFuture();
        }

        @Override
        protected void bind(Bindings bindings) {
            bindings.subscribe(
                    ShopContract.ORDERS, event -> Future.failedFuture(new IllegalStateException("it is broken")));
        }
    }

    @BeforeAll
    static void open() {
        var program = Chromium.find();
        assumeTrue(program.isPresent(), "Chromium is not installed (Debian: apt-get install chromium).");
        PlaywrightAssertions.setDefaultAssertionTimeout((double) PATIENCE.toMillis());
        product = new OneJvm();
        chromium = Chromium.launch(program.orElseThrow());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (product != null) {
            product.close();
        }
    }

    private static Visitor visitor(Role role) {
        var visitor = new Visitor(chromium.browser(), product.url(), PATIENCE);
        visitor.openConsole(role, "operations");
        return visitor;
    }

    @Test
    void alarm_domainRefusesNews_isRaisedAndOverWhenTheyAreDeliveredAgain() {
        product.leave(Domain.NOTIFICATION);
        product.enter(new Service(Domain.NOTIFICATION, Broken::new));
        var warehouse = visitor(Role.WAREHOUSE);
        var order = DirectBuyer.guest(warehouse).order(product.product(5)).number();
        assertThat(warehouse.at("parked-alarm").getByRole(AriaRole.ALERT)).containsText("parked");
        assertThat(warehouse.at("parked-alarm")).containsText("Support or an administrator");
        assertThat(warehouse.at("deliver-all")).hasCount(0);
        warehouse.leave(false);

        var support = visitor(Role.SUPPORT);
        assertThat(support.at("parked-lane")).containsText("shop.orders/" + order);
        assertThat(support.at("parked-lane")).containsText("Notification");
        assertThat(support.at("parked-lane")).containsText("notification answered 500 INTERNAL");
        assertThat(support.at("tile-parked")).not().hasText("0");
        Assertions.assertThat(Axe.findings(support.page(), "alarm")).isEmpty();
        support.page().setViewportSize(PHONE, 2 * PHONE);
        assertThat(support.at("deliver-again")).isVisible();
        Assertions.assertThat(support.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing has to be scrolled sideways on a phone")
                .isEqualTo(true);
        support.at("deliver-again").click();
        assertThat(support.at("parked-outcome")).hasText(Pattern.compile("0 events delivered, \\d still refused."));

        product.leave(Domain.NOTIFICATION);
        product.enter(Domain.NOTIFICATION);
        support.at("deliver-all").click();
        assertThat(support.at("parked-outcome")).hasText(Pattern.compile("[1-9] events? delivered, none left."));
        assertThat(support.at("parked-alarm")).hasCount(0);
        assertThat(support.at("tile-parked")).containsText("0");
        support.leave(false);
    }
}
