package com.ecamazon.stock.domain;

import static com.ecamazon.stock.domain.Shelf.NORTH;
import static com.ecamazon.stock.domain.Shelf.SKU;
import static com.ecamazon.stock.domain.Shelf.SOUTH;
import static com.ecamazon.stock.domain.Shelf.WEST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.stock.Levels.LevelReply.Changed;
import com.ecamazon.contract.stock.Levels.LevelReply.TooFew;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Levels.Receipt;
import org.junit.jupiter.api.Test;

class CountingTest {
    @Test
    void receive_firstInADepot_givesABin() {
        var shelf = Shelf.with(3, 2);
        var bin = shelf.stock.bin(NORTH).orElseThrow();
        assertThat(bin).matches("[A-H]-\\d{1,2}-[1-5]");
        shelf.receive(NORTH, 1);
        assertThat(shelf.stock.bin(NORTH)).contains(bin);
        assertThat(shelf.stock.bin(WEST)).isEmpty();
    }

    @Test
    void receive_sameReference_countsOnce() {
        var shelf = new Shelf();
        var receipt = new Receipt(SKU, NORTH, 5, "note 7/a");
        shelf.receive(receipt);
        shelf.receive(receipt);
        shelf.forget();
        assertThat(shelf.receive(receipt)).isInstanceOf(Changed.class);
        assertThat(shelf.onHand(NORTH)).isEqualTo(5);
        shelf.receive(new Receipt(SKU, SOUTH, 5, "note 7/a"));
        assertThat(shelf.onHand(SOUTH)).isEqualTo(5);
    }

    @Test
    void adjust_sameReference_countsOnce() {
        var shelf = Shelf.with(5, 0);
        shelf.adjust(NORTH, -2, "count");
        shelf.forget();
        shelf.adjust(NORTH, -2, "count");
        assertThat(shelf.onHand(NORTH)).isEqualTo(3);
    }

    @Test
    void adjust_unitsOfOrdersAndCarts_areRefused() {
        var shelf = Shelf.with(5, 5);
        shelf.allocate("EC1", "x", 5);
        shelf.hold("cart", 3);
        assertThat(shelf.adjust(NORTH, -1, "a")).isEqualTo(new TooFew(SKU, 0));
        assertThat(shelf.adjust(SOUTH, -3, "b")).isEqualTo(new TooFew(SKU, 2));
        assertThat(shelf.adjust(SOUTH, -2, "c")).isInstanceOf(Changed.class);
        assertThat(shelf.available()).isZero();
    }

    @Test
    void adjust_unknownDepot_canOnlyAdd() {
        var shelf = Shelf.with(5, 5);
        assertThat(shelf.adjust(WEST, -1, "a")).isEqualTo(new TooFew(SKU, 0));
        assertThat(shelf.adjust(WEST, 2, "b")).isInstanceOf(Changed.class);
        assertThat(shelf.onHand(WEST)).isEqualTo(2);
    }

    @Test
    void keepBack_moreThanThereIs_isRefused() {
        var shelf = Shelf.with(5, 0);
        shelf.allocate("EC1", "x", 2);
        assertThat(shelf.keepBack(NORTH, 0, 4)).isEqualTo(new TooFew(SKU, 3));
        assertThat(shelf.keepBack(NORTH, 9, 3)).isInstanceOf(Changed.class);
        assertThat(shelf.available()).isZero();
    }

    @Test
    void keepBack_depotWithoutTheSku_isNotFound() {
        assertThatThrownBy(() -> Shelf.with(1, 1).keepBack(WEST, 1, 0)).isInstanceOf(ProblemException.class);
    }

    @Test
    void returned_mixedGrades_restocksOnceWithoutTheScrap() {
        var shelf = Shelf.with(1, 0);
        var units = new Counting.Returned(new ReturnNumber("R1"), WEST, 3, 1);
        shelf.returned(units);
        shelf.forget();
        shelf.returned(units);
        assertThat(shelf.onHand(WEST)).isEqualTo(2);
        assertThat(shelf.ledger)
                .extracting(LedgerEntry::kind)
                .containsSubsequence(MovementKind.RETURN, MovementKind.SCRAP)
                .containsOnlyOnce(MovementKind.RETURN);
    }

    @Test
    void level_addsUp() {
        var shelf = Shelf.with(5, 2);
        shelf.keepBack(NORTH, 1, 1);
        shelf.allocate("EC1", "x", 2);
        shelf.hold("cart", 2);
        var level = shelf.stock.level(shelf.now);
        assertThat(level.onHand()).isEqualTo(7);
        assertThat(level.allocated()).isEqualTo(2);
        assertThat(level.onHold()).isEqualTo(1);
        assertThat(level.safetyStock()).isEqualTo(1);
        assertThat(level.reserved()).isEqualTo(2);
        assertThat(level.availableToPromise()).isEqualTo(1);
        assertThat(level.depots()).extracting(depot -> depot.reserved()).containsExactly(2, 0);
    }
}
