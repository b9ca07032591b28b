package com.ecamazon.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Carts;
import com.ecamazon.contract.shop.Carts.AddCode;
import com.ecamazon.contract.shop.Carts.AddLine;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.ChangeLine;
import com.ecamazon.contract.shop.Carts.DeleteCart;
import com.ecamazon.contract.shop.Carts.DeliveryOptionsQuery;
import com.ecamazon.contract.shop.Carts.RemoveCode;
import com.ecamazon.contract.shop.Carts.RemoveLine;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import com.ecamazon.contract.shop.Promotions.PutCode;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CartOverBusTest {
    private static final Caller ANNA = Caller.user(new UserId("anna"), Set.of(Role.CUSTOMER));
    private static final Caller BOB = Caller.user(new UserId("bob"), Set.of(Role.CUSTOMER));
    private static final Caller MERCHANDISER = Caller.user(new UserId("m"), Set.of(Role.MERCHANDISER));

    private Market market;

    @BeforeAll
    void open() {
        market = new Market(Map.of());
    }

    @AfterAll
    void close() {
        market.close();
    }

    private static Carts.Cart changed(CartReply reply) {
        return ((CartReply.Changed) reply).cart();
    }

    @Test
    void add_unitsThere_holdsThemAndSumsUp() {
        var sku = market.sku(999, 5);
        var cart = market.cartWith(sku, 2);
        var after = changed(market.add(Caller.GUEST, cart, sku, 1));
        assertThat(after.lines()).singleElement().satisfies(line -> {
            assertThat(line.quantity()).isEqualTo(3);
            assertThat(line.total()).isEqualTo(Money.eur(2_997));
        });
        assertThat(after.totals().grand()).isEqualTo(Money.eur(2_997));
        assertThat(after.heldUntil()).isNotNull();
        assertThat(market.level(sku).reserved()).isEqualTo(3);
        assertThat(market.cart(Caller.GUEST, cart)).isEqualTo(after);
    }

    @Test
    void add_moreThanThere_leavesCartAndStockAsTheyWere() {
        var sku = market.sku(999, 2);
        var other = market.sku(500, 9);
        var cart = market.cartWith(other, 1);
        market.add(Caller.GUEST, cart, sku, 1);
        var before = market.cart(Caller.GUEST, cart);
        assertThat(market.add(Caller.GUEST, cart, sku, 2))
                .isInstanceOfSatisfying(
                        CartReply.OutOfStock.class,
                        refused -> assertThat(refused.errors()).singleElement().satisfies(fault -> {
                            assertThat(fault.pointer()).isEqualTo("/lines/1");
                            assertThat(fault.sku()).isEqualTo(sku);
                            assertThat(fault.available()).isEqualTo(2);
                        }));
        assertThat(market.cart(Caller.GUEST, cart)).isEqualTo(before);
        assertThat(market.level(sku).reserved()).isEqualTo(1);
    }

    @Test
    void add_unknownSku_is400() {
        var cart = market.cart(Caller.GUEST);
        assertProblem(400, () -> market.add(Caller.GUEST, cart, new Sku("NOPE"), 1));
    }

    @Test
    void add_costs_oneWriteInShopAndOneInStock() {
        var sku = market.sku(999, 50);
        var cart = market.cartWith(sku, 1);
        var shop = market.writes(Domain.SHOP, "carts", cart.value());
        var stock = market.writes(Domain.STOCK, "stocks", sku.value());
        market.add(Caller.GUEST, cart, sku, 1);
        assertThat(market.writes(Domain.SHOP, "carts", cart.value()) - shop).isEqualTo(1);
        assertThat(market.writes(Domain.STOCK, "stocks", sku.value()) - stock).isEqualTo(1);
    }

    @Test
    void add_twentyAtOnce_holdAndCartAgree() {
        var sku = market.sku(999, 50);
        var cart = market.cart(Caller.GUEST);
        List<Future<Answer>> adding = IntStream.range(0, 20)
                .mapToObj(i -> market.send(Caller.GUEST, ShopContract.ADD_LINE, new AddLine(cart, sku, 1)))
                .toList();
        LocalPod.await(Future.join(adding).otherwiseEmpty());
        var added = adding.stream()
                .filter(answer -> answer.succeeded() && answer.result().status() == 200)
                .count();
        var lines = market.cart(Caller.GUEST, cart).lines();
        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.quantity()).isEqualTo((int) added));
        assertThat(market.level(sku).reserved()).isEqualTo((int) added);
        assertThat(added).isEqualTo(20);
    }

    @Test
    void change_andRemove_moveTheHold() {
        var sku = market.sku(999, 9);
        var cart = market.cartWith(sku, 2);
        var line = market.cart(Caller.GUEST, cart).lines().getFirst().id();
        changed(market.call(Caller.GUEST, ShopContract.CHANGE_LINE, new ChangeLine(cart, line, 5)));
        assertThat(market.level(sku).reserved()).isEqualTo(5);
        var empty = changed(market.call(Caller.GUEST, ShopContract.REMOVE_LINE, new RemoveLine(cart, line)));
        assertThat(empty.lines()).isEmpty();
        assertThat(empty.heldUntil()).isNull();
        assertThat(market.level(sku).reserved()).isZero();
        assertProblem(404, () -> market.call(Caller.GUEST, ShopContract.REMOVE_LINE, new RemoveLine(cart, line)));
    }

    @Test
    void delete_cart_letsGoOfEverything() {
        var sku = market.sku(999, 9);
        var cart = market.cartWith(sku, 2);
        market.call(Caller.GUEST, ShopContract.DELETE_CART, new DeleteCart(cart));
        assertThat(market.level(sku).reserved()).isZero();
        assertProblem(404, () -> market.cart(Caller.GUEST, cart));
    }

    @Test
    void cart_ofAnother_isNotFound() {
        var sku = market.sku(999, 9);
        var annas = market.cart(ANNA);
        assertProblem(404, () -> market.cart(BOB, annas));
        assertProblem(404, () -> market.cart(Caller.GUEST, annas));
        assertProblem(404, () -> market.add(BOB, annas, sku, 1));
        assertProblem(404, () -> market.cart(Caller.GUEST, new CartId("nope")));
        var guests = market.cartWith(sku, 1);
        changed(market.add(ANNA, guests, sku, 1));
        assertProblem(404, () -> market.cart(Caller.GUEST, guests));
        assertThat(market.cart(ANNA, guests).lines()).hasSize(1);
    }

    @Test
    void codes_addedAndRemoved_changeTheTotals() {
        var sku = market.sku(1_000, 9);
        var cart = market.cartWith(sku, 2);
        market.call(
                MERCHANDISER,
                ShopContract.PUT_CODE,
                new PutCode("welcome10", PromotionKind.PERCENTAGE, 10, null, null, null));
        market.call(
                MERCHANDISER,
                ShopContract.PUT_CODE,
                new PutCode("FREESHIP", PromotionKind.FREE_SHIPPING, null, null, null, null));
        var with = changed(market.call(Caller.GUEST, ShopContract.ADD_CODE, new AddCode(cart, "Welcome10")));
        assertThat(with.codes()).containsExactly("WELCOME10");
        assertThat(with.totals().grand()).isEqualTo(Money.eur(1_800));
        assertThat(standardPrice(cart)).isEqualTo(Money.eur(490));
        market.call(Caller.GUEST, ShopContract.ADD_CODE, new AddCode(cart, "FREESHIP"));
        assertThat(standardPrice(cart)).isEqualTo(Money.eur(0));
        var without = changed(market.call(Caller.GUEST, ShopContract.REMOVE_CODE, new RemoveCode(cart, "WELCOME10")));
        assertThat(without.totals().grand()).isEqualTo(Money.eur(2_000));
        assertThat(market.call(Caller.GUEST, ShopContract.ADD_CODE, new AddCode(cart, "NOPE")))
                .isInstanceOf(CartReply.CodeInvalid.class);
    }

    private Money standardPrice(CartId cart) {
        var options =
                market.call(Caller.GUEST, ShopContract.DELIVERY_OPTIONS, new DeliveryOptionsQuery(cart, "1011 AB"));
        return options.items().getFirst().price();
    }

    private static void assertProblem(int status, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.problem().status()).isEqualTo(status));
    }
}
