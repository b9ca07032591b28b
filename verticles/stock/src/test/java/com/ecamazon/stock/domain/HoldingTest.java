package com.ecamazon.stock.domain;

import static com.ecamazon.stock.domain.Shelf.NORTH;
import static com.ecamazon.stock.domain.Shelf.SKU;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import org.junit.jupiter.api.Test;

class HoldingTest {
    @Test
    void hold_freeUnits_areNoLongerAvailable() {
        var shelf = Shelf.with(3, 2);
        assertThat(shelf.hold("a", 4)).isEqualTo(new HoldReply.Held(SKU, 4, shelf.now.plusSeconds(600), 1));
        assertThat(shelf.available()).isEqualTo(1);
        assertThat(shelf.stock.nextExpiry()).isEqualTo(shelf.now.plusSeconds(600));
    }

    @Test
    void hold_unknownSku_isOutOfStock() {
        assertThat(new Shelf().hold("a", 1)).isEqualTo(new HoldReply.OutOfStock(SKU, 0));
    }

    @Test
    void hold_moreThanThereAre_isRefusedAndTheOldHoldStays() {
        var shelf = Shelf.with(3, 2);
        shelf.hold("a", 2);
        shelf.hold("b", 2);
        assertThat(shelf.hold("a", 4)).isEqualTo(new HoldReply.OutOfStock(SKU, 3));
        assertThat(shelf.stock.held(new CartId("a"), shelf.now)).isEqualTo(2);
    }

    @Test
    void hold_ownHold_doesNotBlock() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 5);
        assertThat(shelf.hold("a", 5)).isInstanceOf(HoldReply.Held.class);
        assertThat(shelf.hold("a", 4)).isInstanceOf(HoldReply.Held.class);
        assertThat(shelf.stock.holds()).hasSize(1);
        assertThat(shelf.available()).isEqualTo(1);
    }

    @Test
    void hold_none_letsGo() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 5);
        shelf.hold("a", 0);
        assertThat(shelf.available()).isEqualTo(5);
        assertThat(shelf.stock.nextExpiry()).isNull();
    }

    @Test
    void hold_noneWithoutAHold_changesNothing() {
        var shelf = Shelf.with(5, 0);
        var hold = new Hold(new CartId("a"), SKU, 0, shelf.now);
        assertThat(Holding.hold(shelf.stock, hold, shelf.now)).isInstanceOf(Verdict.Unchanged.class);
    }

    @Test
    void hold_ended_doesNotCountAndGoesWithTheNextChange() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 5);
        shelf.pass(600);
        assertThat(shelf.available()).isEqualTo(5);
        assertThat(shelf.hold("b", 5)).isInstanceOf(HoldReply.Held.class);
        assertThat(shelf.stock.holds()).extracting(CartHold::cart).containsExactly(new CartId("b"));
    }

    @Test
    void hold_lastMomentOfAnother_stillBlocks() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 5);
        shelf.pass(599);
        assertThat(shelf.hold("b", 1)).isEqualTo(new HoldReply.OutOfStock(SKU, 0));
    }

    @Test
    void hold_untilThePast_isInvalid() {
        var shelf = Shelf.with(5, 0);
        var hold = new Hold(new CartId("a"), SKU, 1, shelf.now);
        assertThatThrownBy(() -> Holding.hold(shelf.stock, hold, shelf.now)).isInstanceOf(InvalidRequest.class);
    }

    @Test
    void hold_safetyStock_isNotPromised() {
        var shelf = Shelf.with(5, 0);
        shelf.keepBack(NORTH, 2, 1);
        assertThat(shelf.available()).isEqualTo(2);
        assertThat(shelf.hold("a", 3)).isEqualTo(new HoldReply.OutOfStock(SKU, 2));
    }

    @Test
    void hold_bufferRaisedLater_neverShowsLessThanNothing() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 4);
        shelf.keepBack(NORTH, 3, 0);
        assertThat(shelf.available()).isZero();
        assertThat(shelf.hold("a", 4)).isInstanceOf(HoldReply.Held.class);
    }

    @Test
    void hold_tooManyCarts_isRefused() {
        var shelf = Shelf.with(10_000, 0);
        for (int i = 0; i < Holding.MOST_HOLDS; i++) {
            shelf.hold("cart " + i, 1);
        }
        assertThatThrownBy(() -> shelf.hold("one more", 1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("TOO_MANY_HOLDS"));
        assertThat(shelf.hold("cart 7", 2)).isInstanceOf(HoldReply.Held.class);
    }

    @Test
    void expire_someEnded_keepsTheOthers() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("a", 2);
        shelf.pass(300);
        shelf.hold("b", 1);
        shelf.pass(300);
        assertThat(shelf.<Integer>decide("", (stock, _, now) -> Holding.expire(stock, now)))
                .isEqualTo(1);
        assertThat(shelf.stock.available()).isEqualTo(4);
        assertThat(shelf.<Integer>decide("", (stock, _, now) -> Holding.expire(stock, now)))
                .isZero();
    }
}
