package com.ecamazon.auditor.domain;

import static com.ecamazon.auditor.domain.Example.MOMENT;
import static com.ecamazon.auditor.domain.Example.NORTH;
import static com.ecamazon.auditor.domain.Example.NOW;
import static com.ecamazon.auditor.domain.Example.ORDER;
import static com.ecamazon.auditor.domain.Example.SKU;
import static com.ecamazon.auditor.domain.Example.entry;
import static com.ecamazon.auditor.domain.Example.lines;
import static com.ecamazon.auditor.domain.Example.moved;
import static com.ecamazon.auditor.domain.Example.order;
import static com.ecamazon.auditor.domain.Example.totals;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.Audits.Shown;
import com.ecamazon.contract.auditor.CatalogueFacts.ProductFact;
import com.ecamazon.contract.auditor.CatalogueFacts.VariantFact;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.EventFacts.Owed;
import com.ecamazon.contract.auditor.EventFacts.ParkedFact;
import com.ecamazon.contract.auditor.ParcelFacts.Capacity;
import com.ecamazon.contract.auditor.ParcelFacts.Load;
import com.ecamazon.contract.auditor.ParcelFacts.RoundFact;
import com.ecamazon.contract.auditor.StockFacts.DepotOnFile;
import com.ecamazon.contract.auditor.StockFacts.DoneOnFile;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.HoldOnFile;
import com.ecamazon.contract.auditor.StockFacts.StockOnFile;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** SKUs, rounds, outboxes and the log of a client. */
class OtherRulesTest {
    private static final EntryFact RECEIPT =
            entry("receipt/opening/" + SKU + "/" + NORTH + "/RECEIPT", MovementKind.RECEIPT, "opening", 5);
    private static final List<EntryFact> LEDGER = List.of(RECEIPT, moved("ALLOCATE", MovementKind.ALLOCATE, 2));

    private static StockOnFile stock(int onHand, int allocated, HoldOnFile... holds) {
        return new StockOnFile(
                SKU, List.of(new DepotOnFile(NORTH, onHand, allocated, 0, 0)), List.of(holds), List.of(), 3);
    }

    private static List<String> ofSku(StockOnFile stock, List<EntryFact> ledger) {
        var found = new Findings();
        SkuRules.check(stock, MOMENT, found);
        SkuRules.check(stock, ledger, found);
        ledger.forEach(fact -> EntryRules.check(fact, found));
        return found.breaches().stream().map(Breach::invariant).distinct().toList();
    }

    private static List<Breach> ofProduct(ProductFact product, int available) {
        var found = new Findings();
        CatalogueRules.check(product, found);
        product.variants().forEach(variant -> CatalogueRules.check(product, variant, available, found));
        return found.breaches();
    }

    private static ProductFact product(boolean deleted, @Nullable Long shown, int units) {
        return new ProductFact("lamp", 7, deleted, shown, List.of(new VariantFact(SKU, units)));
    }

    @Test
    void product_thatIsShownAsItIs_isClean() {
        assertThat(ofProduct(product(false, 7L, 3), 3)).isEmpty();
        assertThat(ofProduct(product(false, 8L, 99), 1_000)).isEmpty();
        assertThat(ofProduct(product(false, 7L, 0), -2)).isEmpty();
        assertThat(ofProduct(product(true, null, 3), 3)).isEmpty();
    }

    @Test
    void product_thatIsShownOtherwise_isFound() {
        var notShown = ofProduct(product(false, null, 3), 3);
        var old = ofProduct(product(false, 6L, 3), 3);
        var takenOut = ofProduct(product(true, 7L, 3), 3);
        var otherUnits = ofProduct(product(false, 7L, 3), 4);
        for (var found : List.of(notShown, old, takenOut, otherUnits)) {
            assertThat(found).singleElement().satisfies(breach -> {
                assertThat(breach.invariant()).isEqualTo("E5");
                assertThat(breach.documents()).contains("product lamp");
            });
        }
        assertThat(otherUnits.getFirst().documents()).contains("sku " + SKU);
    }

    @Test
    void sku_thatIsWhatItsLedgerSays_isClean() {
        assertThat(ofSku(stock(5, 2, new HoldOnFile("cart", 1, NOW.plusSeconds(60))), LEDGER))
                .isEmpty();
    }

    @Test
    void sku_withAnEntryOnItsWayToTheLedger_isClean() {
        var remembered = moved("ALLOCATE", MovementKind.ALLOCATE, 2).entry();
        var done = new DoneOnFile(remembered.id(), remembered.kind(), remembered.lines(), NOW);
        var stock = new StockOnFile(SKU, stock(5, 2).depots(), List.of(), List.of(done), 3);
        assertThat(ofSku(stock, List.of(RECEIPT))).isEmpty();
        assertThat(ofSku(stock, LEDGER)).as("and there").isEmpty();
    }

    @Test
    void sku_withOtherCounts_isABreach() {
        assertThat(ofSku(stock(6, 2), LEDGER)).containsExactly("S1");
        assertThat(ofSku(stock(5, 1), LEDGER)).containsExactly("S3");
        assertThat(ofSku(stock(-1, 0), LEDGER)).contains("S2", "S1");
        assertThat(ofSku(stock(1, 2), LEDGER)).contains("S2");
    }

    @Test
    void sku_withMoreUnitsPromisedThanThereAre_isABreach() {
        assertThat(ofSku(stock(5, 6), List.of(RECEIPT, moved("ALLOCATE", MovementKind.ALLOCATE, 6))))
                .contains("S9");
    }

    @Test
    void sku_withAHoldThatEndedOrIsDouble_isABreach() {
        var ended = new HoldOnFile("cart", 1, NOW.minusSeconds(600));
        var live = new HoldOnFile("cart", 1, NOW.plusSeconds(60));
        assertThat(ofSku(stock(5, 2, ended), LEDGER)).containsExactly("S5");
        assertThat(ofSku(stock(5, 2, live, live), LEDGER)).containsExactly("S5");
    }

    @Test
    void entry_underAnotherKeyThanItsCauseMakes_isABreach() {
        for (var id : List.of(
                "copy", "receipt/opening/" + SKU + "/south/RECEIPT", "receipt/other/" + SKU + "/north/RECEIPT")) {
            var found = new Findings();
            EntryRules.check(entry(id, MovementKind.RECEIPT, "opening", 5), found);
            assertThat(found.breaches()).as(id).extracting(Breach::invariant).containsExactly("S7");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/SHORT/EC00000000000001-north.1/RELEASE RELEASE",
                "/SHORT/EC00000000000001-north.1/LOSS ADJUST",
                "/SHORT/EC00000000000001-north.1/LOSS SCRAP",
                "/SHORT/EC00000000000001-north.1/ALLOCATE ALLOCATE",
                "/RELEASE RELEASE"
            })
    void entry_ofAnOrder_isMadeFromItsCause(String endAndKind) {
        var parts = endAndKind.split(" ", 2);
        var found = new Findings();
        EntryRules.check(entry(ORDER + "/" + SKU + parts[0], MovementKind.valueOf(parts[1]), ORDER, 1), found);
        assertThat(found.breaches()).isEmpty();
    }

    private static RoundFact round(String id, String van, String driver, Load... loads) {
        return new RoundFact(id, RoundState.IN_PROGRESS, van, driver, List.of(loads), new Capacity(1_000, 1_000, 2));
    }

    private static Load load(String sscc, String round, int grams) {
        return new Load(sscc, true, grams, 10, round);
    }

    private static List<Breach> ofRounds(RoundFact... rounds) {
        var found = new Findings();
        RoundRules.check(List.of(rounds), found);
        return found.breaches();
    }

    @Test
    void rounds_thatShareNothing_areClean() {
        assertThat(ofRounds(
                        round("r1", "van-1", "dora", load("p1", "r1", 600), load("p2", "r1", 400)),
                        round("r2", "van-2", "dirk", load("p3", "r2", 1))))
                .isEmpty();
    }

    @Test
    void rounds_withOneVanDriverOrParcel_areABreach() {
        assertThat(ofRounds(round("r1", "van-1", "dora"), round("r2", "van-1", "dora")))
                .flatExtracting(Breach::documents)
                .contains("vehicle van-1", "driver dora");
        assertThat(ofRounds(
                        round("r1", "van-1", "dora", load("p1", "r1", 1)),
                        round("r2", "van-2", "dirk", load("p1", "r1", 1))))
                .flatExtracting(Breach::documents)
                .contains("parcel p1");
    }

    @Test
    void round_withMoreThanItsVanCarries_isABreach() {
        assertThat(ofRounds(round("r1", "van-1", "dora", load("p1", "r1", 1_001))))
                .extracting(Breach::invariant)
                .containsExactly("P6");
        assertThat(ofRounds(new RoundFact("r1", RoundState.PLANNED, "van-1", "dora", List.of(), null)))
                .extracting(Breach::invariant)
                .containsExactly("P6");
    }

    private static List<String> ofOutbox(Instant since, Long... waiting) {
        var found = new Findings();
        var owed = new Owed("orders", ORDER, 7, List.of(waiting), "shop.orders", since);
        OutboxRules.check("shop", new Outboxes(List.of(owed), List.of()), MOMENT, found);
        return found.breaches().stream().map(Breach::invariant).toList();
    }

    @Test
    void outbox_thatWaitsTooLongOrHasGaps_isABreach() {
        assertThat(ofOutbox(NOW.minusSeconds(5), 6L, 7L)).isEmpty();
        assertThat(ofOutbox(NOW.minusSeconds(600), 7L)).containsExactly("E1");
        assertThat(ofOutbox(NOW, 5L, 7L)).containsExactly("E2");
        assertThat(ofOutbox(NOW, 8L)).containsExactly("E2");
    }

    @Test
    void outbox_withAParkedEvent_isABreach() {
        var found = new Findings();
        var parked = new ParkedFact("shop.orders/EC1/1/STOCK", "STOCK", "no");
        OutboxRules.check("shop", new Outboxes(List.of(), List.of(parked)), MOMENT, found);
        assertThat(found.breaches()).singleElement().satisfies(breach -> {
            assertThat(breach.invariant()).isEqualTo("E3");
            assertThat(breach.documents()).contains("event shop.orders/EC1/1/STOCK");
        });
    }

    private static List<String> witnessed(int status, @Nullable OrderState state) {
        var found = new Findings();
        WitnessRules.check(
                new Shown(4, ORDER, status, null),
                state == null ? null : order(state, totals(2_000, 0, 490, 2_490), lines(1_000, 2_000)),
                found);
        return found.breaches().stream().map(Breach::invariant).toList();
    }

    @Test
    void witness_ofAnOrderThatIsLost_isABreach() {
        assertThat(witnessed(201, OrderState.CONFIRMED)).isEmpty();
        assertThat(witnessed(201, OrderState.CANCELLED)).isEmpty();
        assertThat(witnessed(202, OrderState.REFUSED)).isEmpty();
        assertThat(witnessed(402, null)).isEmpty();
        assertThat(witnessed(201, null)).containsExactly("E8");
        assertThat(witnessed(202, null)).containsExactly("E8");
        assertThat(witnessed(201, OrderState.REFUSED)).containsExactly("E8");
    }

    @Test
    void legend_saysWhatIsNotThereYet() {
        assertThat(NotYetThere.ALL).extracting(one -> one.invariant()).contains("M7", "M8", "E7");
    }
}
