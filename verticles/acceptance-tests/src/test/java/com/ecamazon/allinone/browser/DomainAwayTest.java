package com.ecamazon.allinone.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ecamazon.allinone.OneJvm;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.gateway.Live;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Pages that are open while a domain goes and comes: they say what does not work, and recover without a reload. */
class DomainAwayTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static OneJvm product;
    private static Chromium chromium;

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

    private static Visitor visitor() {
        return new Visitor(chromium.browser(), product.url(), PATIENCE);
    }

    @Test
    void product_stockGoesAndComes_saysWhyNothingCanBeAddedUntilItCan() {
        var guest = visitor();
        guest.open("/product.html?id=" + product.product(50));
        assertThat(guest.at("add-to-cart")).isEnabled();
        assertThat(guest.at("service-notice")).hasCount(0);
        guest.page().evaluate("window.sameVisit = true");

        product.leave(Domain.STOCK);
        assertThat(guest.page().locator("service-notice[role=status]")).containsText("Nothing can be added to a cart");
        assertThat(guest.at("add-to-cart")).isDisabled();
        assertThat(guest.at("why-not-add")).isVisible();
        assertThat(guest.at("availability")).containsText("as we knew it last");

        product.enter(Domain.STOCK);
        assertThat(guest.at("service-notice")).hasCount(0);
        assertThat(guest.at("availability")).hasText("In stock");
        guest.at("add-to-cart").click();
        assertThat(guest.at("toast")).containsText("is in your cart");
        Assertions.assertThat(guest.page().evaluate("window.sameVisit")).isEqualTo(true);
        guest.leave(false);
    }

    @Test
    void checkout_paymentGoesAndComes_saysWhyAnOrderCannotBePlacedUntilItCan() {
        var guest = visitor();
        guest.open("/product.html?id=" + product.product(50));
        guest.at("add-to-cart").click();
        assertThat(guest.at("toast")).containsText("is in your cart");
        guest.open("/checkout.html");
        assertThat(guest.at("place-order")).not().hasAttribute("aria-disabled", "true");

        product.leave(Domain.PAYMENT);
        assertThat(guest.at("order-note")).containsText("A new card cannot be used");
        assertThat(guest.at("place-order")).hasAttribute("aria-disabled", "true");
        assertThat(guest.at("service-notice")).containsText("by e-mail a little later");

        product.enter(Domain.PAYMENT);
        assertThat(guest.at("service-notice")).hasCount(0);
        assertThat(guest.at("place-order")).not().hasAttribute("aria-disabled", "true");
        guest.leave(false);
    }

    /** Whose order it is, the shop must say. */
    @Test
    void news_refusedWhileTheShopIsAway_comeWhenItIsBack() {
        var customer = visitor();
        customer.openConsole(Role.CUSTOMER, "index");
        var buyer = DirectBuyer.customer(customer);
        var order = buyer.order(product.product(5));
        var address = Live.ORDER + order.number();
        var frames = new ArrayList<String>();
        customer.page().onWebSocket(socket -> {
            socket.onFrameReceived(frame -> frames.add(frame.text()));
            socket.onFrameSent(frame -> frames.add(frame.text()));
        });
        customer.page().reload();
        awaitFrame(customer, frames, Live.CAPABILITIES, "rec");

        product.leave(Domain.SHOP);
        awaitFrame(customer, frames, Live.CAPABILITIES, "Your cart cannot be shown");
        customer.page()
                .evaluate("address => import('/client/live.js').then(live => live.follow(address, () => {}))", address);
        awaitFrame(customer, frames, address, "unavailable");
        frames.clear();
        product.enter(Domain.SHOP);
        customer.page().waitForCondition(() -> isAskedAgain(frames, address));
        buyer.cancel(order);
        awaitFrame(customer, frames, address, "cancelled");
        customer.leave(false);
    }

    /** What a page asked before it was told does not count. */
    private static boolean isAskedAgain(List<String> frames, String address) {
        return frames.stream()
                .dropWhile(frame -> !has(frame, Live.CAPABILITIES, "Your cart works"))
                .anyMatch(frame -> has(frame, address, "register"));
    }

    private static void awaitFrame(Visitor visitor, List<String> frames, String address, String word) {
        visitor.page().waitForCondition(() -> frames.stream().anyMatch(frame -> has(frame, address, word)));
    }

    private static boolean has(String frame, String address, String word) {
        return frame.contains(address) && frame.contains(word);
    }
}
