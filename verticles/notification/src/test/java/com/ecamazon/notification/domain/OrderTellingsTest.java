package com.ecamazon.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.payment.Payments.PaymentNews.Captured;
import com.ecamazon.contract.shop.Catalogue.ProductNews.ProductChanged;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderCancelled;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderDelivered;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderRefused;
import com.ecamazon.notification.domain.Audience.Buyer;
import com.ecamazon.notification.domain.Audience.BuyerOf;
import com.ecamazon.notification.domain.Audience.Staff;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderTellingsTest {
    @Test
    void of_confirmed_tellsTheBuyerLinesAndTotal() {
        var telling = OrderTellings.of(News.confirmed(News.ADA)).orElseThrow();
        assertThat(telling.audience()).isEqualTo(new Buyer(News.ADA, News.EMAIL));
        assertThat(telling.message().title()).isEqualTo("Your order EC1001 is confirmed");
        assertThat(telling.message().text())
                .contains("2 x Tea <b>\"Earl\"</b> & Co: EUR 1,235.00", "In all: EUR 1,239.90");
    }

    @Test
    void of_refusedOrCancelled_tellsTheBuyerWhy() {
        var refused = OrderTellings.of(new OrderRefused(News.ORDER, News.EMAIL, "The bank said no.", News.NOW))
                .orElseThrow();
        var cancelled = OrderTellings.of(new OrderCancelled(News.ORDER, News.ADA, News.EMAIL, News.NOW))
                .orElseThrow();
        assertThat(refused.audience()).isEqualTo(new Buyer(null, News.EMAIL));
        assertThat(refused.message().text()).contains("The bank said no.", "not charged");
        assertThat(cancelled.audience()).isEqualTo(new Buyer(News.ADA, News.EMAIL));
        assertThat(cancelled.message().title()).isEqualTo("Your order EC1001 is cancelled");
    }

    @Test
    void of_whatIsToldElsewhere_isEmpty() {
        assertThat(OrderTellings.of(new OrderDelivered(News.ORDER, News.ADA, News.EMAIL, News.NOW)))
                .isEmpty();
        assertThat(OrderTellings.of(new Captured(News.ORDER, Money.eur(1), Money.eur(1), true, News.NOW)))
                .isEmpty();
    }

    @Test
    void of_refund_tellsTheBuyer_ofAFailedOneFinance() {
        assertThat(OrderTellings.of(News.refunded()).orElseThrow().audience()).isEqualTo(new BuyerOf(News.ORDER));
        assertThat(OrderTellings.of(News.refunded()).orElseThrow().message().text())
                .contains("EUR 19.99");
        assertThat(OrderTellings.of(News.refundFailed()).orElseThrow().audience())
                .isEqualTo(new Staff(Set.of(Role.FINANCE)));
    }

    @Test
    void of_productChanged_tellsBothPrices() {
        var changed = new ProductChanged(new ProductId("p"), "Tea\r\nBcc: x@y.z", new Money(500, "JPY"), Money.eur(5));
        var telling = ProductTellings.of(changed);
        assertThat(telling.audience()).isEqualTo(new Staff(Set.of(Role.MERCHANDISER, Role.ADMIN)));
        assertThat(telling.message().title()).isEqualTo("Product changed: Tea Bcc: x@y.z");
        assertThat(telling.message().text()).isEqualTo("It costs JPY 500 now; it was EUR 0.05.");
    }
}
