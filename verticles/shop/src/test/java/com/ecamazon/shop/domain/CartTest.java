package com.ecamazon.shop.domain;

import static com.ecamazon.shop.domain.Examples.ANNA;
import static com.ecamazon.shop.domain.Examples.CATALOGUE;
import static com.ecamazon.shop.domain.Examples.DESK;
import static com.ecamazon.shop.domain.Examples.LAMP;
import static com.ecamazon.shop.domain.Examples.NOW;
import static com.ecamazon.shop.domain.Examples.cart;
import static com.ecamazon.shop.domain.Examples.offer;
import static com.ecamazon.shop.domain.Examples.purchase;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shop.Carts.CartState;
import com.ecamazon.contract.shop.Promotions.Promotion;
import com.ecamazon.contract.shop.Promotions.PromotionKind;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CartTest {
    @Test
    void with_knownSku_keepsItsLine() {
        var changed = cart().with(offer(LAMP, 999), 5, NOW.plusSeconds(900), Caller.GUEST, NOW);
        assertThat(changed.lines()).hasSize(2);
        assertThat(changed.quantity(LAMP)).isEqualTo(5);
        assertThat(changed.line(LAMP).map(Line::id)).isEqualTo(cart().line(LAMP).map(Line::id));
        assertThat(changed.heldUntil()).contains(NOW.plusSeconds(600));
        assertThat(changed.pointer(DESK)).isEqualTo("/lines/1");
        assertThat(changed.pointer(new Sku("NEW"))).isEqualTo("/lines/2");
    }

    @Test
    void with_lineTakenOutAndAnotherPutIn_givesAnotherId() {
        var before = cart().line(DESK).orElseThrow().id();
        var again = cart().without(DESK, Caller.GUEST, NOW).with(offer(DESK, 12_345), 1, NOW, Caller.GUEST, NOW);
        assertThat(again.line(DESK).orElseThrow().id()).isNotEqualTo(before);
    }

    @Test
    void with_tooMuch_isRefused() {
        var cart = cart();
        assertThatThrownBy(() -> cart.with(offer(LAMP, 999), 1_000, NOW, Caller.GUEST, NOW))
                .isInstanceOf(InvalidRequest.class);
        var full = cart;
        for (int i = 2; i < 50; i++) {
            full = full.with(offer(new Sku("S" + i), 1), 1, NOW, Caller.GUEST, NOW);
        }
        var fifty = full;
        assertThatThrownBy(() -> fifty.with(offer(new Sku("S51"), 1), 1, NOW, Caller.GUEST, NOW))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void with_otherCurrency_isRefused() {
        var dollars = new Offer(DESK, offer(DESK, 1).product(), "desk", "", new Money(1, "USD"));
        assertThatThrownBy(() -> cart().with(dollars, 1, NOW, Caller.GUEST, NOW))
                .isInstanceOf(InvalidRequest.class);
    }

    @Test
    void opensTo_ownedCart_onlyItsOwner() {
        var guests = cart();
        assertThat(guests.opensTo(ANNA)).isTrue();
        var annas = guests.with(offer(LAMP, 999), 4, NOW, ANNA, NOW);
        assertThat(annas.owner()).isEqualTo(new UserId("anna"));
        assertThat(annas.opensTo(ANNA)).isTrue();
        assertThat(annas.opensTo(Caller.GUEST)).isFalse();
        assertThat(annas.opensTo(Caller.user(new UserId("bob"), Set.of()))).isFalse();
        assertThat(annas.deleted(NOW).opensTo(ANNA)).isFalse();
    }

    @Test
    void close_twiceForOneOrder_isOneChange() {
        var purchase = purchase(cart());
        var first = CartClosing.of(cart(), purchase, CATALOGUE, NOW);
        assertThat(first.refusal()).isEmpty();
        assertThat(first.cart().state()).isEqualTo(CartState.ORDERED);
        var second = CartClosing.of(first.cart(), purchase, CATALOGUE, NOW);
        assertThat(second.cart()).isSameAs(first.cart());
        assertThat(second.refusal()).isEmpty();
    }

    @Test
    void close_cartOfAnotherOrder_isRefused() {
        var taken = cart().closed(new OrderNumber("EC1"), null, NOW);
        var closing = CartClosing.of(taken, purchase(cart()), CATALOGUE, NOW);
        assertThat(closing.refusal()).contains(new Refusal.CartOrdered());
        assertThat(closing.cart()).isSameAs(taken);
    }

    @Test
    void close_emptyCart_isRefused() {
        var empty = Cart.opened(Caller.GUEST, NOW);
        assertThat(CartClosing.of(empty, purchase(empty), CATALOGUE, NOW).refusal())
                .contains(new Refusal.CartEmpty());
    }

    @Test
    void close_priceChanged_takesTheNewPriceAndTellsBoth() {
        var purchase = purchase(cart());
        var closing = CartClosing.of(
                cart(), purchase, sku -> Optional.of(sku.equals(LAMP) ? offer(LAMP, 1_099) : offer(DESK, 12_345)), NOW);
        assertThat(closing.cart().state()).isEqualTo(CartState.OPEN);
        assertThat(closing.cart().line(LAMP).map(Line::unitPrice)).contains(Money.eur(1_099));
        assertThat(closing.refusal()).get().isInstanceOfSatisfying(Refusal.PriceChanged.class, refusal -> {
            assertThat(refusal.before()).isEqualTo(purchase.totals().grand());
            assertThat(refusal.now()).isEqualTo(refusal.before().plus(Money.eur(300)));
            assertThat(refusal.errors()).singleElement().satisfies(fault -> {
                assertThat(fault.pointer()).isEqualTo("/lines/0");
                assertThat(fault.sku()).isEqualTo(LAMP);
            });
        });
    }

    @Test
    void close_codeEnded_isTold() {
        var code = new Promotion("X", PromotionKind.PERCENTAGE, 10, null, null, NOW.plusSeconds(5));
        var cart = cart().with(code, Caller.GUEST, NOW);
        var purchase = purchase(cart);
        assertThat(CartClosing.of(cart, purchase, CATALOGUE, NOW.plusSeconds(4)).refusal())
                .isEmpty();
        var closing = CartClosing.of(cart, purchase, CATALOGUE, NOW.plusSeconds(5));
        assertThat(closing.refusal()).get().isInstanceOf(Refusal.PriceChanged.class);
        assertThat(closing.cart().codes()).isEmpty();
    }

    @Test
    void close_cartChangedSinceItWasOrdered_isTold() {
        var purchase = purchase(cart());
        var changed = cart().without(DESK, Caller.GUEST, NOW);
        var closing = CartClosing.of(changed, purchase, CATALOGUE, NOW);
        assertThat(closing.cart()).isSameAs(changed);
        assertThat(closing.refusal()).get().isInstanceOf(Refusal.PriceChanged.class);
    }

    @Test
    void close_holdRenewedMeanwhile_isNoChange() {
        var renewed = cart().with(offer(LAMP, 999), 3, NOW.plusSeconds(999), Caller.GUEST, NOW);
        assertThat(CartClosing.of(renewed, purchase(cart()), CATALOGUE, NOW).refusal())
                .isEmpty();
    }

    @Test
    void close_productGone_namesTheLine() {
        var closing = CartClosing.of(
                cart(), purchase(cart()), sku -> sku.equals(LAMP) ? Optional.empty() : CATALOGUE.apply(sku), NOW);
        assertThat(closing.refusal())
                .get()
                .isInstanceOfSatisfying(
                        Refusal.OutOfStock.class,
                        refusal -> assertThat(refusal.errors())
                                .singleElement()
                                .satisfies(
                                        fault -> assertThat(fault.available()).isZero()));
    }

    @Test
    void reopened_byItsOrder_isOpenAndNeverThatOrdersAgain() {
        var purchase = purchase(cart());
        var closed = CartClosing.of(cart(), purchase, CATALOGUE, NOW).cart();
        var open = closed.reopened(purchase.number(), NOW);
        assertThat(open.state()).isEqualTo(CartState.OPEN);
        assertThat(open.lines()).isEqualTo(cart().lines());
        assertThat(open.reopened(purchase.number(), NOW)).isSameAs(open);
        assertThat(CartClosing.of(open, purchase, CATALOGUE, NOW).refusal()).contains(new Refusal.CartOrdered());
    }

    @Test
    void reopened_byAnotherOrder_staysClosed() {
        var closed = cart().closed(new OrderNumber("EC1"), null, NOW);
        var same = closed.reopened(new OrderNumber("EC2"), NOW);
        assertThat(same.state()).isEqualTo(CartState.ORDERED);
        assertThat(same.order()).isEqualTo(new OrderNumber("EC1"));
    }
}
