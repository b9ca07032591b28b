package com.ecamazon.stock.domain;

import static com.ecamazon.stock.domain.Shelf.NORTH;
import static com.ecamazon.stock.domain.Shelf.SKU;
import static com.ecamazon.stock.domain.Shelf.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.ParcelNews.UnitsMissing;
import com.ecamazon.contract.stock.Picks.ShortReason;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LeavingTest {
    private static final OrderNumber ORDER = new OrderNumber("EC1");

    private static Leaving.Shortfall shortfall(int quantity, ShortReason reason) {
        return new Leaving.Shortfall("list.1", ORDER, SKU, NORTH, quantity, reason);
    }

    @Test
    void dispatch_twice_countsOnce() {
        var shelf = Shelf.with(5, 0);
        shelf.allocate("EC1", "cart", 3);
        shelf.dispatch("EC1", 1, NORTH, 2);
        shelf.forget();
        shelf.dispatch("EC1", 1, NORTH, 2);
        assertThat(shelf.onHand(NORTH)).isEqualTo(3);
        assertThat(shelf.allocated(NORTH)).isEqualTo(1);
        shelf.dispatch("EC1", 2, NORTH, 1);
        assertThat(shelf.allocated(NORTH)).isZero();
    }

    @Test
    void dispatch_neverAllocated_fails() {
        var shelf = Shelf.with(5, 0);
        assertThatThrownBy(() -> shelf.dispatch("EC1", 1, NORTH, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void shortfall_otherDepotHasUnits_givesThem() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 5);
        var replaced = shelf.shortfall(shortfall(2, ShortReason.COULD_NOT_LOCATE));
        assertThat(replaced.shares()).containsExactly(new Share(SOUTH, 2));
        assertThat(shelf.onHand(NORTH)).isEqualTo(3);
        assertThat(shelf.allocated(NORTH)).isEqualTo(3);
        assertThat(shelf.allocated(SOUTH)).isEqualTo(2);
    }

    @Test
    void shortfall_again_answersTheSameFromTheLedger() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 5);
        var first = shelf.shortfall(shortfall(2, ShortReason.DAMAGED));
        shelf.pass(120);
        shelf.forget();
        assertThat(shelf.shortfall(shortfall(2, ShortReason.DAMAGED))).isEqualTo(first);
        assertThat(shelf.ledger).extracting(LedgerEntry::kind).containsOnlyOnce(MovementKind.SCRAP);
    }

    @Test
    void shortfall_tooFewElsewhere_tellsWhatIsMissing() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 5);
        shelf.hold("other", 1);
        shelf.shortfall(shortfall(3, ShortReason.MISPLACED));
        assertThat(shelf.news).containsExactly(new UnitsMissing(ORDER, SKU, 2, shelf.now));
    }

    @Test
    void shortfall_unitsHeldByCarts_areNotTaken() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 5);
        shelf.hold("other", 2);
        assertThat(shelf.shortfall(shortfall(1, ShortReason.EXPIRED)).shares()).isEmpty();
        assertThat(shelf.stock.free()).isEqualTo(2);
    }

    @Test
    void shortfall_afterCancellation_onlyCorrectsTheCount() {
        var shelf = Shelf.with(5, 2);
        shelf.allocate("EC1", "cart", 5);
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        assertThat(shelf.shortfall(shortfall(2, ShortReason.COULD_NOT_LOCATE)).shares())
                .isEmpty();
        assertThat(shelf.onHand(NORTH)).isEqualTo(3);
        assertThat(shelf.allocated(NORTH)).isZero();
    }

    @Test
    void shortfall_afterCancellationAndResale_neverTakesUnitsOfTheNextOrder() {
        var shelf = Shelf.with(5, 0);
        shelf.allocate("EC1", "cart", 5);
        shelf.deallocate("EC1", "cart", Instant.EPOCH);
        shelf.allocate("EC2", "other", 4);
        shelf.shortfall(shortfall(2, ShortReason.COULD_NOT_LOCATE));
        assertThat(shelf.onHand(NORTH)).isEqualTo(4);
        assertThat(shelf.allocated(NORTH)).isEqualTo(4);
    }
}
