package com.ecamazon.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.Payments;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Orders.CancelOrder;
import com.ecamazon.contract.shop.Orders.CancelReply;
import com.ecamazon.contract.shop.Orders.Order;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.OrdersQuery;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.Orders.TimelineEntry;
import com.ecamazon.contract.shop.Orders.TimelineQuery;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CheckoutTest {
    private static final Caller ANNA = Caller.user(new UserId("anna"), Set.of(Role.CUSTOMER));
    private static final Caller BOB = Caller.user(new UserId("bob"), Set.of(Role.CUSTOMER));

    private Market market;
    private PaymentToken good;

    @BeforeAll
    void open() {
        market = market();
        good = market.token(Market.GOOD_CARD);
    }

    Market market() {
        return new Market();
    }

    @AfterAll
    void close() {
        market.close();
    }

    private PlaceOrder order(CartId cart) {
        return Market.order(market.key(), cart, good);
    }

    private static PlaceOrderReply.Confirmed confirmed(PlaceOrderReply reply) {
        assertThat(reply).isInstanceOf(PlaceOrderReply.Confirmed.class);
        return (PlaceOrderReply.Confirmed) reply;
    }

    @Test
    void place_allThere_isConfirmedWithThreeWrites() {
        var sku = market.sku(999, 5);
        var cart = market.cartWith(sku, 3);
        var cartWrites = market.writes(Domain.SHOP, "carts", cart.value());
        var reply = confirmed(market.place(order(cart)));
        assertThat(reply.replayed()).isNull();
        assertThat(reply.order().state()).isEqualTo(OrderState.CONFIRMED);
        assertThat(reply.order().payment()).isEqualTo(PaymentState.AUTHORISED);
        assertThat(reply.order().totals().grand()).isEqualTo(Money.eur(2_997 + 490));
        assertThat(reply.order().number().value()).matches("EC[0-9]{14}");
        var number = reply.order().number();
        assertThat(market.level(sku)).satisfies(level -> {
            assertThat(level.allocated()).isEqualTo(3);
            assertThat(level.reserved()).isZero();
        });
        assertThat(market.payment(number).state()).isEqualTo(Payments.State.AUTHORISED);
        assertThat(market.payment(number).authorised()).isEqualTo(Money.eur(3_487));
        assertThat(market.cart(Caller.GUEST, cart).state()).isEqualTo(CartState.ORDERED);
        assertThat(market.writes(Domain.SHOP, "orders", number.value())).isEqualTo(2);
        assertThat(market.writes(Domain.SHOP, "carts", cart.value()) - cartWrites)
                .isEqualTo(1);
    }

    @Test
    void place_sameKeyAgain_isTheSameAnswer() {
        var request = order(market.cartWith(market.sku(999, 5), 1));
        var first = confirmed(market.place(request));
        var second = confirmed(market.place(request));
        assertThat(second.order()).isEqualTo(first.order());
        assertThat(second.replayed()).isEqualTo("true");
        market.call(
                Caller.GUEST,
                ShopContract.CANCEL_ORDER,
                new CancelOrder(first.order().number(), first.order().orderToken()));
        assertThat(confirmed(market.place(request)).order()).isEqualTo(first.order());
    }

    @Test
    void place_sameKeyOtherBody_is422() {
        var cart = market.cartWith(market.sku(999, 5), 1);
        var request = order(cart);
        market.place(request);
        var other = new PlaceOrder(
                request.idempotencyKey(), cart, request.email(), request.address(), "express", request.payment());
        assertThat(market.place(other)).isInstanceOf(PlaceOrderReply.KeyReused.class);
    }

    @Test
    void place_sameKeyTwentyTimesAtOnce_isOneOrder() {
        var sku = market.sku(999, 50);
        var request = order(market.cartWith(sku, 1));
        List<Future<Answer>> asked = IntStream.range(0, 20)
                .mapToObj(i -> market.send(Caller.GUEST, ShopContract.PLACE_ORDER, request))
                .toList();
        LocalPod.await(Future.join(asked));
        var replies = asked.stream()
                .map(answer -> confirmed(answer.result().reply(ShopContract.PLACE_ORDER)))
                .toList();
        assertThat(replies.stream().map(PlaceOrderReply.Confirmed::order).distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> reply.replayed() == null)).hasSize(1);
        assertThat(market.level(sku).allocated()).isEqualTo(1);
    }

    @Test
    void place_secondOrderForACart_isRefusedAlsoAgain() {
        var cart = market.cartWith(market.sku(999, 5), 1);
        confirmed(market.place(order(cart)));
        var second = order(cart);
        assertThat(market.place(second))
                .isInstanceOfSatisfying(
                        PlaceOrderReply.CartOrdered.class,
                        refused -> assertThat(refused.replayed()).isNull());
        assertThat(market.place(second))
                .isInstanceOfSatisfying(
                        PlaceOrderReply.CartOrdered.class,
                        refused -> assertThat(refused.replayed()).isEqualTo("true"));
    }

    @Test
    void place_declined_holdsNothingAndOpensTheCartAgain() {
        var sku = market.sku(999, 5);
        var cart = market.cartWith(sku, 2);
        var before = market.cart(Caller.GUEST, cart);
        var request = Market.order(market.key(), cart, market.token(Market.DECLINED_CARD));
        var reply = market.place(request);
        assertThat(reply).isInstanceOf(PlaceOrderReply.PaymentDeclined.class);
        var after = market.cart(Caller.GUEST, cart);
        assertThat(after.state()).isEqualTo(CartState.OPEN);
        assertThat(after.lines()).isEqualTo(before.lines());
        assertThat(market.level(sku)).satisfies(level -> {
            assertThat(level.allocated()).isZero();
            assertThat(level.reserved()).isEqualTo(2);
        });
        assertThat(market.place(request)).isInstanceOfSatisfying(PlaceOrderReply.PaymentDeclined.class, again -> {
            assertThat(again.replayed()).isEqualTo("true");
            assertThat(again.number()).isEqualTo(((PlaceOrderReply.PaymentDeclined) reply).number());
        });
        confirmed(market.place(order(cart)));
        assertThat(market.level(sku).allocated()).isEqualTo(2);
    }

    @Test
    void place_priceChanged_tellsBothAndTheCartTakesTheNewOne() {
        var sku = market.sku(999, 5);
        var cart = market.cartWith(sku, 1);
        market.price(sku, 1_099);
        assertThat(market.place(order(cart))).isInstanceOfSatisfying(PlaceOrderReply.PriceChanged.class, refused -> {
            assertThat(refused.before()).isEqualTo(Money.eur(1_489));
            assertThat(refused.now()).isEqualTo(Money.eur(1_589));
        });
        assertThat(market.cart(Caller.GUEST, cart).totals().grand()).isEqualTo(Money.eur(1_099));
        confirmed(market.place(order(cart)));
    }

    @Test
    void place_nothingToOrder_isRefused() {
        assertThat(market.place(order(market.cart(Caller.GUEST)))).isInstanceOf(PlaceOrderReply.CartEmpty.class);
        assertProblem(404, () -> market.place(order(new CartId("nope"))));
        assertProblem(404, () -> market.place(order(market.cart(ANNA))));
        assertThatThrownBy(() -> new PlaceOrder(
                        null,
                        new CartId("c"),
                        order(new CartId("c")).email(),
                        order(new CartId("c")).address(),
                        "standard",
                        order(new CartId("c")).payment()))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void order_onlyItsOwner_seesIt() {
        var cart = market.cartWith(market.sku(999, 5), 1);
        var guests = confirmed(market.place(order(cart))).order();
        assertThat(see(Caller.GUEST, guests.number(), guests.orderToken())).isEqualTo(guests);
        assertProblem(404, () -> see(Caller.GUEST, guests.number(), null));
        assertProblem(404, () -> see(Caller.GUEST, guests.number(), "wrong"));
        assertProblem(404, () -> see(ANNA, guests.number(), null));
        assertThat(see(Market.SUPPORT, guests.number(), null)).isEqualTo(guests);
        var annas = market.cart(ANNA);
        market.add(ANNA, annas, market.sku(999, 5), 1);
        var order = confirmed(market.call(ANNA, ShopContract.PLACE_ORDER, order(annas)))
                .order();
        assertThat(see(ANNA, order.number(), null)).isEqualTo(order);
        assertProblem(404, () -> see(BOB, order.number(), null));
        assertThat(market.call(ANNA, ShopContract.ORDERS_PAGE, new OrdersQuery(null, null, null, null))
                        .items())
                .extracting(item -> item.number())
                .containsExactly(order.number());
        assertThat(market.call(BOB, ShopContract.ORDERS_PAGE, new OrdersQuery(null, null, null, null))
                        .items())
                .isEmpty();
        assertThat(market.call(
                                Market.SUPPORT,
                                ShopContract.ORDERS_PAGE,
                                new OrdersQuery(null, order.number().value(), null, null))
                        .items())
                .hasSize(1);
    }

    private Order see(Caller caller, OrderNumber number, @Nullable String token) {
        return market.call(caller, ShopContract.ORDER, new OrderQuery(number, token));
    }

    @Test
    void orders_pageByPage_areAllThereOnce() {
        var carl = Caller.user(new UserId("carl"), Set.of(Role.CUSTOMER));
        var sku = market.sku(999, 50);
        var numbers = IntStream.range(0, 5)
                .mapToObj(i -> {
                    var cart = market.cart(carl);
                    market.add(carl, cart, sku, 1);
                    return confirmed(market.call(carl, ShopContract.PLACE_ORDER, order(cart)))
                            .order()
                            .number();
                })
                .toList();
        var first = market.call(carl, ShopContract.ORDERS_PAGE, new OrdersQuery(null, null, 3, null));
        var second = market.call(carl, ShopContract.ORDERS_PAGE, new OrdersQuery(null, null, 3, first.next()));
        assertThat(second.next()).isNull();
        assertThat(Stream.concat(first.items().stream(), second.items().stream())
                        .map(item -> item.number()))
                .containsExactlyElementsOf(numbers.reversed());
        assertThat(market.call(
                                Market.SUPPORT,
                                ShopContract.ORDERS_PAGE,
                                new OrdersQuery(OrderState.CONFIRMED, "ADA@example.test", 100, null))
                        .items())
                .extracting(item -> item.number())
                .containsAll(numbers);
    }

    @Test
    void cancel_confirmed_freesUnitsAndMoney() {
        var sku = market.sku(999, 5);
        var order = confirmed(market.place(order(market.cartWith(sku, 2)))).order();
        var reply = cancel(order.number(), order.orderToken());
        assertThat(reply)
                .isInstanceOfSatisfying(
                        CancelReply.Cancelled.class,
                        cancelled -> assertThat(cancelled.order().state()).isEqualTo(OrderState.CANCELLED));
        assertThat(market.level(sku)).satisfies(level -> {
            assertThat(level.allocated()).isZero();
            assertThat(level.availableToPromise()).isEqualTo(5);
        });
        assertThat(market.payment(order.number()).state()).isEqualTo(Payments.State.VOIDED);
        assertThat(cancel(order.number(), order.orderToken())).isInstanceOf(CancelReply.NotCancellable.class);
        assertProblem(404, () -> cancel(order.number(), null));
        LocalPod.eventually(() -> timeline(order.number()).contains("payment.voided"), "the news of Payment");
        assertThat(timeline(order.number()))
                .startsWith("order.placed", "order.confirmed")
                .contains("order.cancelled")
                .hasSize(4);
    }

    private List<String> timeline(OrderNumber number) {
        return market.call(Market.SUPPORT, ShopContract.TIMELINE, new TimelineQuery(number, null)).items().stream()
                .map(TimelineEntry::what)
                .toList();
    }

    private CancelReply cancel(OrderNumber number, @Nullable String token) {
        return market.call(Caller.GUEST, ShopContract.CANCEL_ORDER, new CancelOrder(number, token));
    }

    private static void assertProblem(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(status));
    }
}
