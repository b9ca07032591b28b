package com.ecamazon.stock.domain;

import static com.ecamazon.stock.domain.Shelf.NORTH;
import static com.ecamazon.stock.domain.Shelf.SKU;
import static com.ecamazon.stock.domain.Shelf.SOUTH;
import static com.ecamazon.stock.domain.Shelf.WEST;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.CartId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply.Allocated;
import com.ecamazon.contract.stock.Holds.AllocateReply.OutOfStock;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.ShortReason;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AllocatingTest {
    private static Allocated allocated(Share... shares) {
        return new Allocated(SKU, List.of(shares));
    }

    @Test
    void allocate_liveHold_isConvertedWithoutTheLedger() {
        var shelf = Shelf.with(3, 0);
        shelf.hold("cart", 3);
        int before = shelf.looks;
        assertThat(shelf.allocate("EC1", "cart", 3)).isEqualTo(allocated(new Share(NORTH, 3)));
        assertThat(shelf.looks).isEqualTo(before);
        assertThat(shelf.stock.holds()).isEmpty();
        assertThat(shelf.allocated(NORTH)).isEqualTo(3);
        assertThat(shelf.onHand(NORTH)).isEqualTo(3);
        assertThat(shelf.available()).isZero();
    }

    @Test
    void allocate_noHold_takesFreeUnits() {
        var shelf = Shelf.with(3, 0);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(allocated(new Share(NORTH, 2)));
        assertThat(shelf.available()).isEqualTo(1);
    }

    @Test
    void allocate_unitsHeldByOthers_isRefused() {
        var shelf = Shelf.with(3, 0);
        shelf.hold("other", 2);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(new OutOfStock(SKU, 1));
        assertThat(shelf.allocated(NORTH)).isZero();
    }

    @Test
    void allocate_moreThanHeld_takesFreeUnitsToo() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("cart", 2);
        shelf.hold("other", 2);
        assertThat(shelf.allocate("EC1", "cart", 3)).isEqualTo(allocated(new Share(NORTH, 3)));
        assertThat(shelf.available()).isZero();
    }

    @Test
    void allocate_lessThanHeld_letsTheRestGo() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("cart", 4);
        shelf.allocate("EC1", "cart", 1);
        assertThat(shelf.available()).isEqualTo(4);
    }

    @Test
    void allocate_endedHold_countsAsNone() {
        var shelf = Shelf.with(2, 0);
        shelf.hold("cart", 2);
        shelf.pass(600);
        shelf.hold("other", 1);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(new OutOfStock(SKU, 1));
    }

    @Test
    void allocate_again_answersTheSameFromMemoryAndFromTheLedger() {
        var shelf = Shelf.with(3, 0);
        shelf.hold("cart", 2);
        var first = shelf.allocate("EC1", "cart", 2);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(first);
        shelf.forget();
        assertThat(shelf.stock.recent()).isEmpty();
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(first);
        assertThat(shelf.allocated(NORTH)).isEqualTo(2);
    }

    @Test
    void allocate_againAfterAHoldThatCameLate_answersTheSame() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("cart", 2);
        var first = shelf.allocate("EC1", "cart", 2);
        shelf.forget();
        shelf.holdUnheard("cart", 2);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(first);
        assertThat(shelf.allocated(NORTH)).isEqualTo(2);
    }

    @Test
    void allocate_holdFromBeforeHoldsHadNumbers_asksTheLedger() {
        var shelf = Shelf.with(3, 0);
        var cart = new CartId("cart");
        var old = new CartHold(cart, 2, shelf.now.plusSeconds(60), 0);
        shelf.stock = shelf.stock.evolve(List.of(), List.of(old), shelf.now);
        var command = new Allocate(new OrderNumber("EC1"), cart, SKU, 2, 0);
        assertThat(Allocating.allocate(shelf.stock, command, Shelf.ACTOR, History.NOT_ASKED, shelf.now))
                .isInstanceOf(Verdict.AskLedger.class);
    }

    @Test
    void allocate_oneDepotCanGiveAll_isNotSplit() {
        var shelf = Shelf.with(3, 9);
        shelf.receive(WEST, 5);
        assertThat(shelf.allocate("EC1", "cart", 4)).isEqualTo(allocated(new Share(SOUTH, 4)));
    }

    @Test
    void allocate_noDepotCanGiveAll_isSplitFullestFirst() {
        var shelf = Shelf.with(3, 4);
        shelf.receive(WEST, 1);
        assertThat(shelf.allocate("EC1", "cart", 8))
                .isEqualTo(allocated(new Share(SOUTH, 4), new Share(NORTH, 3), new Share(WEST, 1)));
        assertThat(shelf.ledger.getLast().movements()).hasSize(3);
    }

    @Test
    void allocate_blockedUnits_areNotGiven() {
        var shelf = Shelf.with(5, 2);
        shelf.keepBack(NORTH, 0, 4);
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(allocated(new Share(SOUTH, 2)));
    }

    @Test
    void allocate_heldUnitsThatWereBlockedLater_isRefused() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("cart", 5);
        shelf.keepBack(NORTH, 0, 1);
        assertThat(shelf.allocate("EC1", "cart", 5)).isEqualTo(new OutOfStock(SKU, 4));
    }

    @Test
    void allocate_heldUnitsThatBecameSafetyStock_areStillGiven() {
        var shelf = Shelf.with(5, 0);
        shelf.hold("cart", 5);
        shelf.keepBack(NORTH, 5, 0);
        assertThat(shelf.allocate("EC1", "cart", 5)).isEqualTo(allocated(new Share(NORTH, 5)));
    }

    @Test
    void deallocate_liveUntil_holdsForTheCartAgain() {
        var shelf = Shelf.with(3, 4);
        shelf.allocate("EC1", "cart", 6);
        shelf.deallocate("EC1", "cart", shelf.now.plusSeconds(60));
        assertThat(shelf.allocated(NORTH) + shelf.allocated(SOUTH)).isZero();
        assertThat(shelf.stock.held(new CartId("cart"), shelf.now)).isEqualTo(6);
        assertThat(shelf.available()).isEqualTo(1);
    }

    @Test
    void deallocate_untilThePast_freesTheUnits() {
        var shelf = Shelf.with(3, 0);
        shelf.allocate("EC1", "cart", 3);
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        assertThat(shelf.available()).isEqualTo(3);
        assertThat(shelf.stock.holds()).isEmpty();
    }

    @Test
    void deallocate_again_changesNothing() {
        var shelf = Shelf.with(3, 0);
        shelf.allocate("EC1", "cart", 2);
        shelf.forget();
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        shelf.pass(120);
        shelf.forget();
        assertThat(shelf.stock.recent()).isEmpty();
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        assertThat(shelf.ledger).extracting(LedgerEntry::kind).containsOnlyOnce(MovementKind.RELEASE);
        assertThat(shelf.available()).isEqualTo(3);
    }

    @Test
    void allocate_afterDeallocate_isRefusedEvenWithAHold() {
        var shelf = Shelf.with(3, 0);
        shelf.allocate("EC1", "cart", 2);
        shelf.deallocate("EC1", "cart", shelf.now.plusSeconds(600));
        shelf.forget();
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(new OutOfStock(SKU, 3));
        assertThat(shelf.allocate("EC2", "cart", 2)).isEqualTo(allocated(new Share(NORTH, 2)));
    }

    @Test
    void allocate_afterDeallocateCameFirst_isRefusedForAMinute() {
        var shelf = Shelf.with(3, 0);
        shelf.deallocate("EC1", "cart", shelf.now.plusSeconds(600));
        assertThat(shelf.stock.holds()).isEmpty();
        shelf.pass(59);
        shelf.forget();
        assertThat(shelf.allocate("EC1", "cart", 2)).isEqualTo(new OutOfStock(SKU, 3));
        shelf.pass(1);
        shelf.forget();
        assertThat(shelf.stock.recent()).isEmpty();
        assertThat(shelf.ledger).extracting(LedgerEntry::kind).doesNotContain(MovementKind.RELEASE);
    }

    @Test
    void deallocate_afterAShortPick_takesBackWhatTheOrderHasNow() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 4);
        shelf.shortfall(
                new Leaving.Shortfall("r", new OrderNumber("EC1"), SKU, NORTH, 3, ShortReason.COULD_NOT_LOCATE));
        shelf.forget();
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        assertThat(shelf.allocated(NORTH)).isZero();
        assertThat(shelf.allocated(SOUTH)).isZero();
        assertThat(shelf.available()).isEqualTo(4);
    }

    @Test
    void forgetting_notInTheLedger_isRemembered() {
        var shelf = Shelf.with(3, 0);
        shelf.allocate("EC1", "cart", 2);
        assertThat(shelf.stock.forgetting(_ -> false, shelf.now)).isSameAs(shelf.stock);
        var id = shelf.ledger.getLast().id();
        assertThat(shelf.stock.forgetting(id::equals, shelf.now).did(id)).isEmpty();
    }
}
