package com.ecamazon.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.payment.Payments;
import com.ecamazon.contract.shipping.Parcels.ProofOfDelivery;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Orders.CancelOrder;
import com.ecamazon.contract.shop.Orders.CancelReply;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.Orders.TimelineEntry;
import com.ecamazon.contract.shop.Orders.TimelineQuery;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Orders while domains are away or restarted, races for the last unit, and the way to the door. */
class OrderLifeTest {
    private static PlaceOrderReply.Accepted accepted(PlaceOrderReply reply) {
        assertThat(reply).isInstanceOf(PlaceOrderReply.Accepted.class);
        return (PlaceOrderReply.Accepted) reply;
    }

    private static void becomes(Market market, OrderNumber number, OrderState state) {
        LocalPod.eventually(() -> market.order(number).state() == state, number + " " + state);
    }

    @Test
    void place_paymentAway_isAcceptedAndEndsByItself() {
        try (var market = new Market()) {
            var sku = market.sku(999, 5);
            var token = market.token(Market.GOOD_CARD);
            market.restart();
            var request = Market.order(market.key(), market.cartWith(sku, 2), token);
            var reply = accepted(market.place(request));
            var number = reply.order().number();
            assertThat(reply.location()).isEqualTo("/api/orders/" + number);
            assertThat(reply.order().state()).isEqualTo(OrderState.PLACED);
            market.deploy(Market.PAYMENT);
            becomes(market, number, OrderState.CONFIRMED);
            assertThat(market.payment(number).state()).isEqualTo(Payments.State.AUTHORISED);
            assertThat(market.level(sku).allocated()).isEqualTo(2);
            assertThat(market.place(request))
                    .isInstanceOfSatisfying(
                            PlaceOrderReply.Confirmed.class,
                            again -> assertThat(again.replayed()).isEqualTo("true"));
        }
    }

    @Test
    void place_sameKeyFourDaysLater_isTheSameAnswer() {
        try (var market = new Market()) {
            var token = market.token(Market.GOOD_CARD);
            var request = Market.order(market.key(), market.cartWith(market.sku(999, 5), 1), token);
            var first = (PlaceOrderReply.Confirmed) market.place(request);
            market.restart(Duration.ofDays(4), Market.PAYMENT);
            assertThat(market.place(request)).isInstanceOfSatisfying(PlaceOrderReply.Confirmed.class, again -> {
                assertThat(again.order()).isEqualTo(first.order());
                assertThat(again.replayed()).isEqualTo("true");
            });
        }
    }

    @Test
    void place_restartedInTheMiddle_goesOnByItself() {
        try (var market = new Market()) {
            var good = market.sku(999, 5);
            var bad = market.sku(999, 5);
            var token = market.token(Market.GOOD_CARD);
            var declined = market.token(Market.DECLINED_CARD);
            market.restart();
            var confirmedLater = accepted(market.place(Market.order(market.key(), market.cartWith(good, 2), token)))
                    .order()
                    .number();
            var cart = market.cartWith(bad, 1);
            var request = Market.order(market.key(), cart, declined);
            var refusedLater = accepted(market.place(request)).order().number();
            market.restart(Market.PAYMENT);
            becomes(market, confirmedLater, OrderState.CONFIRMED);
            becomes(market, refusedLater, OrderState.REFUSED);
            assertThat(market.level(bad)).satisfies(level -> {
                assertThat(level.allocated()).isZero();
                assertThat(level.reserved()).isEqualTo(1);
            });
            assertThat(market.cart(Caller.GUEST, cart).state()).isEqualTo(CartState.OPEN);
            assertThat(market.place(request)).isInstanceOf(PlaceOrderReply.PaymentDeclined.class);
        }
    }

    @Test
    void cancel_paymentAway_isAcceptedAndEndsByItself() {
        try (var market = new Market()) {
            var sku = market.sku(999, 5);
            var token = market.token(Market.GOOD_CARD);
            var order = ((PlaceOrderReply.Confirmed)
                            market.place(Market.order(market.key(), market.cartWith(sku, 2), token)))
                    .order();
            market.restart();
            var cancel = new CancelOrder(order.number(), order.orderToken());
            assertThat(market.call(Caller.GUEST, ShopContract.CANCEL_ORDER, cancel))
                    .isInstanceOf(CancelReply.Cancelling.class);
            market.restart(Market.PAYMENT);
            becomes(market, order.number(), OrderState.CANCELLED);
            assertThat(market.payment(order.number()).state()).isEqualTo(Payments.State.VOIDED);
            assertThat(market.level(sku).availableToPromise()).isEqualTo(5);
        }
    }

    @Test
    void cancel_whilePaymentIsAway_takesAllBack() {
        try (var market = new Market()) {
            var sku = market.sku(999, 5);
            var token = market.token(Market.GOOD_CARD);
            market.restart();
            var order = accepted(market.place(Market.order(market.key(), market.cartWith(sku, 2), token)))
                    .order();
            var cancel = new CancelOrder(order.number(), order.orderToken());
            assertThat(market.call(Caller.GUEST, ShopContract.CANCEL_ORDER, cancel))
                    .isInstanceOf(CancelReply.Cancelling.class);
            market.deploy(Market.PAYMENT);
            becomes(market, order.number(), OrderState.CANCELLED);
            assertThat(market.level(sku)).satisfies(level -> {
                assertThat(level.allocated()).isZero();
                assertThat(level.availableToPromise()).isEqualTo(5);
            });
        }
    }

    @Test
    void place_fiftyForTheLastUnit_oneIsConfirmedAndAllOtherCartsAreOpen() {
        try (var market = new Market(Map.of("CART_HOLD_SECONDS", "1"), Market.PAYMENT)) {
            var last = market.sku(999, 50);
            var token = market.token(Market.GOOD_CARD);
            var carts = IntStream.range(0, 50)
                    .mapToObj(i -> market.cartWith(last, 1))
                    .toList();
            LocalPod.eventually(() -> market.level(last).reserved() == 0, "the holds to end");
            market.lose(last, 49);
            List<Future<Answer>> asked = carts.stream()
                    .map(cart -> market.send(
                            Caller.GUEST, ShopContract.PLACE_ORDER, Market.order(market.key(), cart, token)))
                    .toList();
            LocalPod.await(Future.join(asked));
            var replies = asked.stream()
                    .map(answer -> answer.result().reply(ShopContract.PLACE_ORDER))
                    .toList();
            assertThat(replies.stream().filter(PlaceOrderReply.Confirmed.class::isInstance))
                    .hasSize(1);
            assertThat(replies.stream().filter(PlaceOrderReply.OutOfStock.class::isInstance))
                    .hasSize(49)
                    .allSatisfy(refused -> assertThat(((PlaceOrderReply.OutOfStock) refused).errors())
                            .singleElement()
                            .satisfies(fault -> {
                                assertThat(fault.pointer()).isEqualTo("/lines/0");
                                assertThat(fault.sku()).isEqualTo(last);
                                assertThat(fault.available()).isZero();
                            }));
            assertThat(carts.stream()
                            .filter(cart -> market.cart(Caller.GUEST, cart).state() == CartState.OPEN))
                    .hasSize(49);
            assertThat(market.level(last).allocated()).isEqualTo(1);
        }
    }

    @Test
    void order_packedAndDriven_isDelivered() {
        try (var market = new Market()) {
            var sku = market.sku(999, 5);
            PlaceOrder request = Market.order(market.key(), market.cartWith(sku, 2), market.token(Market.GOOD_CARD));
            var order = ((PlaceOrderReply.Confirmed) market.place(request)).order();
            var number = order.number();
            var sscc = market.pack(number);
            LocalPod.eventually(() -> market.order(number).parcels().size() == 1, "the parcel in the order");
            assertThat(market.call(
                            Caller.GUEST, ShopContract.CANCEL_ORDER, new CancelOrder(number, order.orderToken())))
                    .isInstanceOf(CancelReply.NotCancellable.class);
            var now = Instant.now();
            var recipient = new Recipient(
                    null, order.email(), order.address(), new Position(52.37, 4.9), now, now.plusSeconds(60));
            market.shipping.tell(
                    ShippingContract.PARCELS,
                    new TraceNews.ParcelDeparted(
                            sscc, number, new DepotId("north"), List.of(new PackedLine(sku, 2)), true, recipient, now));
            becomes(market, number, OrderState.SHIPPING);
            market.shipping.tell(
                    ShippingContract.PARCELS,
                    new TraceNews.ParcelDelivered(sscc, number, recipient, new ProofOfDelivery("Ada", null, now), now));
            becomes(market, number, OrderState.DELIVERED);
            LocalPod.eventually(
                    () -> market.order(number).payment() == PaymentState.CAPTURED, "the money to be captured");
            assertThat(market.payment(number).captured()).isEqualTo(Money.eur(1_998 + 490));
            assertThat(market.call(Market.SUPPORT, ShopContract.TIMELINE, new TimelineQuery(number, null))
                            .items())
                    .extracting(TimelineEntry::what)
                    .contains(
                            "order.placed", "order.confirmed", "parcel.packed", "parcel.departed", "parcel.delivered");
            assertThat(market.place(request))
                    .isInstanceOfSatisfying(
                            PlaceOrderReply.Confirmed.class,
                            again -> assertThat(again.order()).isEqualTo(order));
        }
    }
}
