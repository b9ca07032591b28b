package com.ecamazon.stock.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.contract.stock.Picks.PickLine;
import com.ecamazon.contract.stock.Picks.PickReply.Changed;
import com.ecamazon.contract.stock.Picks.PickReply.WrongScan;
import com.ecamazon.contract.stock.Picks.PickReply.WrongState;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import com.ecamazon.contract.stock.Picks.ShortReason;
import com.ecamazon.stock.domain.Picking.Step;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PickingTest {
    private static final Instant NOW = Instant.parse("2026-11-22T08:00:00Z");
    private static final PickId ID = new PickId("EC1-north");
    private static final Sku LAMP = new Sku("lamp");
    private static final Sku BULB = new Sku("bulb");
    private static final Recipient RECIPIENT = new Recipient(
            null,
            new Email("a@example.org"),
            new Address("A", "Street 1", null, "1000", "Town", "AT"),
            new Position(48, 16),
            NOW,
            NOW);
    private static final Pack PACK = new Pack(ID, 900, 300, 200, 100);

    private static PickList list() {
        return PickList.open(
                ID,
                new OrderNumber("EC1"),
                new DepotId("north"),
                List.of(new PickLine(LAMP, "Lamp", "A-1-1", 2, 0, 0), new PickLine(BULB, "Bulb", "B-1-1", 1, 0, 0)),
                RECIPIENT,
                NOW);
    }

    private static Scan scan(String bin, Sku sku, int quantity) {
        return new Scan(ID, bin, sku, quantity, null);
    }

    private static PickList taken(Step step) {
        return switch (step) {
            case Step.Taken(var list) -> list;
            case Step.Kept(var list) -> list;
            case Step.Shorted shorted -> shorted.list();
            case Step.Packed packed -> packed.list();
            case Step.Refused(var reply) -> throw new AssertionError(reply);
        };
    }

    private static PickList picked() {
        var first = taken(Picking.scan(list(), scan("A-1-1", LAMP, 2)));
        return taken(Picking.scan(first, scan("B-1-1", BULB, 1)));
    }

    private static Step shorted(PickList list, Sku sku, int quantity) {
        return shorted(list, sku, quantity, null);
    }

    private static Step shorted(PickList list, Sku sku, int quantity, @Nullable Long version) {
        var report = new ShortPick(ID, sku, quantity, ShortReason.COULD_NOT_LOCATE, version);
        return Picking.reportShort(list, report, "picker", NOW);
    }

    private static Step packed(PickList list) {
        return Picking.pack(list, PACK, Labels.of(7), 1, "picker", NOW);
    }

    @Test
    void scan_allUnits_endsPicking() {
        var begun = taken(Picking.scan(list(), scan("A-1-1", LAMP, 1)));
        assertThat(begun.state()).isEqualTo(PickState.PICKING);
        assertThat(begun.version()).isEqualTo(2);
        assertThat(picked().state()).isEqualTo(PickState.PICKED);
    }

    @Test
    void scan_wrongBinOrSku_isRefused() {
        assertThat(Picking.scan(list(), scan("A-1-2", LAMP, 1)))
                .isInstanceOfSatisfying(
                        Step.Refused.class,
                        refused -> assertThat(refused.reply()).isInstanceOf(WrongScan.class));
        assertThat(Picking.scan(list(), scan("A-1-1", new Sku("sofa"), 1))).isInstanceOf(Step.Refused.class);
    }

    @Test
    void scan_moreThanWanted_isRefused() {
        assertThat(Picking.scan(list(), scan("A-1-1", LAMP, 3))).isInstanceOf(Step.Refused.class);
    }

    @Test
    void scan_repeatedAsItWas_countsOnce() {
        var scan = new Scan(ID, "A-1-1", LAMP, 1, list().version());
        var begun = taken(Picking.scan(list(), scan));
        assertThat(Picking.scan(begun, scan)).isEqualTo(new Step.Refused(new Changed(begun.version())));
    }

    @Test
    void reportShort_repeatedAsItWas_reportsOnce() {
        var first = taken(shorted(list(), LAMP, 1, list().version()));
        assertThat(first.shorts()).isEqualTo(1);
        assertThat(shorted(first, LAMP, 1, list().version())).isEqualTo(new Step.Refused(new Changed(first.version())));
    }

    @Test
    void scan_afterPicking_isRefused() {
        assertThat(Picking.scan(picked(), scan("A-1-1", LAMP, 1)))
                .isEqualTo(new Step.Refused(new WrongState(PickState.PICKED)));
    }

    @Test
    void reportShort_someUnits_namesEachReport() {
        var first = shorted(list(), LAMP, 1);
        assertThat(first).isInstanceOfSatisfying(Step.Shorted.class, step -> {
            assertThat(step.news().reference()).isEqualTo("EC1-north.1");
            assertThat(step.news().quantity()).isEqualTo(1);
        });
        assertThat(shorted(taken(first), LAMP, 1))
                .isInstanceOfSatisfying(
                        Step.Shorted.class,
                        step -> assertThat(step.news().reference()).isEqualTo("EC1-north.2"));
        assertThat(shorted(list(), LAMP, 3)).isInstanceOf(Step.Refused.class);
    }

    @Test
    void reportShort_everything_closesTheListForGood() {
        var closed = taken(shorted(taken(shorted(list(), LAMP, 2)), BULB, 1));
        assertThat(closed.state()).isEqualTo(PickState.WITHDRAWN);
        assertThat(Picking.reopen(closed)).isSameAs(closed);
        assertThat(packed(closed)).isEqualTo(new Step.Refused(new WrongState(PickState.WITHDRAWN)));
    }

    @Test
    void pack_picked_sealsWhatWasPicked() {
        var list = taken(shorted(taken(Picking.scan(list(), scan("A-1-1", LAMP, 2))), BULB, 1));
        assertThat(packed(list)).isInstanceOfSatisfying(Step.Packed.class, step -> {
            assertThat(step.list().state()).isEqualTo(PickState.PACKED);
            assertThat(step.list().sscc()).isEqualTo(Labels.of(7));
            assertThat(step.news().lines()).containsExactly(new PackedLine(LAMP, 2));
            assertThat(step.entries())
                    .extracting(LedgerEntry::kind)
                    .containsExactly(MovementKind.PICK, MovementKind.PACK);
            assertThat(step.entries().getFirst().lines()).containsExactly(new Share(new DepotId("north"), 2));
        });
    }

    @Test
    void pack_again_keepsTheFirstLabel() {
        var sealed = taken(packed(picked()));
        assertThat(Picking.pack(sealed, PACK, Labels.of(8), 1, "picker", NOW)).isEqualTo(new Step.Kept(sealed));
    }

    @Test
    void pack_unfinished_isRefused() {
        assertThat(packed(list())).isEqualTo(new Step.Refused(new WrongState(PickState.OPEN)));
    }

    @Test
    void withdraw_beforePacking_stopsItAndCanBeTakenBack() {
        var begun = taken(Picking.scan(list(), scan("A-1-1", LAMP, 1)));
        for (var list : List.of(list(), begun, picked())) {
            var withdrawn = taken(Picking.withdraw(list));
            assertThat(withdrawn.state()).isEqualTo(PickState.WITHDRAWN);
            assertThat(packed(withdrawn)).isEqualTo(new Step.Refused(new WrongState(PickState.WITHDRAWN)));
            assertThat(Picking.withdraw(withdrawn)).isEqualTo(new Step.Kept(withdrawn));
            assertThat(Picking.reopen(withdrawn).state()).isEqualTo(list.state());
            assertThat(Picking.reopen(withdrawn).lines()).isEqualTo(list.lines());
        }
    }

    @Test
    void withdraw_packed_isRefused() {
        assertThat(Picking.withdraw(taken(packed(picked()))))
                .isEqualTo(new Step.Refused(new WrongState(PickState.PACKED)));
    }

    @Test
    void labels_serials_areDistinctAndChecked() {
        assertThat(Labels.of(0).value()).isEqualTo("095212340000000006");
        assertThat(Labels.of(1).value()).startsWith("09521234000000001");
    }
}
