package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.DESK;
import static com.ecamazon.shop.domain.Examples.LAMP;
import static com.ecamazon.shop.domain.Examples.NOW;
import static com.ecamazon.shop.domain.Examples.placed;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shop.Orders.OrderNews;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.shop.domain.Saga.Phase;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderTest {
    private static final Sscc FIRST = Sscc.of("00000000000000001");
    private static final Sscc SECOND = Sscc.of("00000000000000002");
    private static final Order CONFIRMED = placed().confirmed(NOW);
    private static final OrderNumber NUMBER = CONFIRMED.purchase().number();

    private long sequence;

    private Order packed(Order order, Sscc sscc, Sku sku, int quantity) {
        var news = new ParcelNews.ParcelPacked(
                sscc,
                NUMBER,
                new DepotId("d"),
                List.of(new PackedLine(sku, quantity)),
                2,
                1,
                1,
                1,
                1,
                order.purchase().recipient(),
                NOW);
        return OrderProgress.after(
                order, "stock.parcels", event(sscc.value(), news), before -> OrderProgress.after(before, news));
    }

    private Order traced(Order order, TraceNews news) {
        return OrderProgress.after(
                order, "shipping.parcels", event("trace", news), before -> OrderProgress.after(before, news));
    }

    private Order paid(Order order, PaymentNews news) {
        return OrderProgress.after(
                order, "payment.payments", event("pay", news), before -> OrderProgress.after(before, news));
    }

    private <E> Event<E> event(String subject, E data) {
        sequence++;
        return new Event<>("e" + sequence, subject, sequence, NOW, data);
    }

    private static TraceNews departed(Sscc sscc, Sku sku, int quantity) {
        return new TraceNews.ParcelDeparted(
                sscc,
                NUMBER,
                new DepotId("d"),
                List.of(new PackedLine(sku, quantity)),
                false,
                CONFIRMED.purchase().recipient(),
                NOW);
    }

    private static TraceNews delivered(Sscc sscc) {
        return new TraceNews.ParcelDelivered(
                sscc, NUMBER, CONFIRMED.purchase().recipient(), new ProofOfDelivery("Anna", null, NOW), NOW);
    }

    @Test
    void after_allParcelsDelivered_isDeliveredOnce() {
        var order = packed(packed(CONFIRMED, FIRST, LAMP, 3), SECOND, DESK, 1);
        assertThat(order.state()).isEqualTo(OrderState.CONFIRMED);
        order = traced(order, departed(FIRST, LAMP, 3));
        assertThat(order.state()).isEqualTo(OrderState.SHIPPING);
        order = traced(order, delivered(FIRST));
        assertThat(order.state()).isEqualTo(OrderState.SHIPPING);
        var last = traced(order, delivered(SECOND));
        assertThat(last.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(OrderProgress.news(order, last)).get().isInstanceOf(OrderNews.OrderDelivered.class);
        assertThat(OrderProgress.news(last, traced(last, delivered(SECOND)))).isEmpty();
    }

    @Test
    void after_sameEventTwice_isTheSameOrder() {
        var news = departed(FIRST, LAMP, 3);
        var event = new Event<>("e", FIRST.value(), 7, NOW, news);
        var once =
                OrderProgress.after(CONFIRMED, "shipping.parcels", event, before -> OrderProgress.after(before, news));
        assertThat(OrderProgress.after(once, "shipping.parcels", event, before -> OrderProgress.after(before, news)))
                .isSameAs(once);
    }

    @Test
    void after_deliveredBeforePacked_waitsForWhatIsInTheParcels() {
        var order = traced(CONFIRMED, delivered(FIRST));
        assertThat(order.state()).isEqualTo(OrderState.SHIPPING);
        order = packed(order, FIRST, LAMP, 3);
        assertThat(order.state()).isEqualTo(OrderState.SHIPPING);
        order = packed(order, SECOND, DESK, 1);
        assertThat(traced(order, delivered(SECOND)).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void after_lateDeparture_doesNotGoBack() {
        var order = traced(traced(CONFIRMED, delivered(FIRST)), departed(FIRST, LAMP, 3));
        assertThat(order.shown("t").parcels())
                .singleElement()
                .satisfies(parcel -> assertThat(parcel.state()).isEqualTo("delivered"));
    }

    @Test
    void after_missingUnits_theRestIsEnough() {
        var missing = new ParcelNews.UnitsMissing(NUMBER, DESK, 1, NOW);
        var order = OrderProgress.after(
                packed(CONFIRMED, FIRST, LAMP, 3),
                "stock.parcels",
                event("short", missing),
                before -> OrderProgress.after(before, missing));
        assertThat(traced(order, delivered(FIRST)).state()).isEqualTo(OrderState.DELIVERED);
    }

    @Test
    void after_allUnitsMissing_isBeingCancelled() {
        var some = missing(CONFIRMED, LAMP, 3, 1);
        assertThat(some.saga().phase()).isEqualTo(Phase.OVER);
        var all = missing(some, DESK, 1, 2);
        assertThat(all.saga().phase()).isEqualTo(Phase.CANCELLING);
        assertThat(all.saga().waits(NOW.plus(Saga.LEASE))).isTrue();
        assertThat(missing(all, DESK, 1, 2)).isSameAs(all);
    }

    private Order missing(Order order, Sku sku, int quantity, long sequence) {
        var news = new ParcelNews.UnitsMissing(NUMBER, sku, quantity, NOW);
        var event = new Event<ParcelNews>("missing", "short", sequence, NOW, news);
        return OrderProgress.after(order, "stock.parcels", event, before -> OrderProgress.after(before, news));
    }

    @Test
    void after_everythingCameBack_isReturned() {
        var order = packed(packed(CONFIRMED, FIRST, LAMP, 3), SECOND, DESK, 1);
        order = traced(traced(order, delivered(FIRST)), delivered(SECOND));
        order = inspected(order, LAMP, 3);
        assertThat(order.state()).isEqualTo(OrderState.DELIVERED);
        assertThat(inspected(order, DESK, 1).state()).isEqualTo(OrderState.RETURNED);
    }

    private Order inspected(Order order, Sku sku, int quantity) {
        var news = new ReturnNews.ReturnInspected(
                new ReturnNumber("R" + sku),
                NUMBER,
                new DepotId("d"),
                List.of(new InspectedLine(sku, quantity, Grade.A)),
                NOW);
        return OrderProgress.after(
                order, "shipping.returns", event("R" + sku, news), before -> OrderProgress.after(before, news));
    }

    @Test
    void after_moneyMoves_paymentFollows() {
        var half = Money.eur(1);
        var order = paid(CONFIRMED, new PaymentNews.Captured(NUMBER, half, half, false, NOW));
        assertThat(order.payment()).isEqualTo(PaymentState.PARTLY_CAPTURED);
        order = paid(order, new PaymentNews.Captured(NUMBER, half, half, true, NOW));
        assertThat(order.payment()).isEqualTo(PaymentState.CAPTURED);
        order = paid(order, new PaymentNews.AuthorisationVoided(NUMBER, NOW));
        assertThat(order.payment()).isEqualTo(PaymentState.CAPTURED);
        order = paid(order, new PaymentNews.RefundDone(NUMBER, half, half, false, NOW));
        assertThat(order.payment()).isEqualTo(PaymentState.PARTLY_REFUNDED);
    }

    @Test
    void cancelling_byState_onlyBeforeItIsPacked() {
        assertThat(CONFIRMED.cancelling(NOW)).isPresent();
        assertThat(packed(CONFIRMED, FIRST, LAMP, 3).cancelling(NOW)).isEmpty();
        assertThat(CONFIRMED.refused(new Refusal.Cancelled(), NOW).cancelling(NOW))
                .isEmpty();
        var wished = CONFIRMED.cancelling(NOW).orElseThrow();
        assertThat(wished.cancelling(NOW)).containsSame(wished);
    }

    @Test
    void cancelling_whileBeingPlaced_fencesTheRunOff() {
        var placed = placed();
        var wished = placed.cancelling(NOW).orElseThrow();
        assertThat(wished.isRunBy(placed.saga())).isFalse();
        assertThat(wished.refused(new Refusal.Cancelled(), NOW).state()).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void confirmed_andRefused_forgetThePaymentToken() {
        assertThat(placed().saga().token()).isNotNull();
        assertThat(CONFIRMED.saga().token()).isNull();
        assertThat(CONFIRMED.saga().leaseUntil()).isNull();
        var refused = placed().refused(new Refusal.NotCompleted(), NOW);
        assertThat(refused.saga().token()).isNull();
        assertThat(refused.shown("t").refusal()).isNotNull();
    }

    @Test
    void shownAtConfirmation_muchLater_isStillTheSame() {
        var later = traced(packed(CONFIRMED, FIRST, LAMP, 3), departed(FIRST, LAMP, 3));
        assertThat(later.shownAtConfirmation("t")).isEqualTo(CONFIRMED.shownAtConfirmation("t"));
        assertThat(later.shown("t")).isNotEqualTo(CONFIRMED.shown("t"));
    }

    @Test
    void told_veryOften_staysBounded() {
        var order = CONFIRMED;
        for (int i = 0; i < 1_000; i++) {
            order = order.told("note", "n", null, NOW);
        }
        assertThat(order.history()).hasSize(Order.MAX_HISTORY);
    }
}
