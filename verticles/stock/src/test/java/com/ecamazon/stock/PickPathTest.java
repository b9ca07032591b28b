package com.ecamazon.stock;

import static com.ecamazon.stock.Warehouse.NORTH;
import static com.ecamazon.stock.Warehouse.PICKER;
import static com.ecamazon.stock.Warehouse.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnInspected;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shop.Orders.OrderNews.OrderCancelled;
import com.ecamazon.contract.stock.Holds.Withdraw;
import com.ecamazon.contract.stock.Holds.WithdrawReply;
import com.ecamazon.contract.stock.Holds.WithdrawReply.AlreadyPacked;
import com.ecamazon.contract.stock.Holds.WithdrawReply.Withdrawn;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.ParcelNews;
import com.ecamazon.contract.stock.Picks.ParcelNews.ParcelPacked;
import com.ecamazon.contract.stock.Picks.ParcelNews.UnitsMissing;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickQuery;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.PickReply.Done;
import com.ecamazon.contract.stock.Picks.PickReply.WrongScan;
import com.ecamazon.contract.stock.Picks.PickReply.WrongState;
import com.ecamazon.contract.stock.Picks.PickState;
import com.ecamazon.contract.stock.Picks.PicksQuery;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.Picks.ShortPick;
import com.ecamazon.contract.stock.Picks.ShortReason;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PickPathTest {
    private static final int RACES_AT_A_TIME = 16;
    /** From none to more than packing takes. */
    private static final int HEAD_STARTS = 12;

    private static Warehouse warehouse;

    @BeforeAll
    static void open() throws IOException {
        warehouse = new Warehouse(Files.createTempDirectory("stock-test"), Map.of(), InstantSource.system());
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static WithdrawReply withdraw(OrderNumber order) {
        return warehouse.pod.call(Domain.SHOP, StockContract.WITHDRAW, new Withdraw(order));
    }

    private static List<ParcelPacked> packed(OrderNumber order) {
        return warehouse.parcelNews().stream()
                .filter(ParcelPacked.class::isInstance)
                .map(ParcelPacked.class::cast)
                .filter(news -> news.order().equals(order))
                .toList();
    }

    private static Pick pack(Pick pick) {
        var reply = warehouse.pack(warehouse.pickAll(pick));
        assertThat(reply).isInstanceOf(Done.class);
        return warehouse.pick(pick);
    }

    private static void depart(Pick pick) {
        warehouse.tellAsShipping(departed(pick));
    }

    private static ParcelDeparted departed(Pick pick) {
        var news = packed(pick.order()).stream()
                .filter(parcel -> parcel.depot().equals(pick.depot()))
                .findFirst()
                .orElseThrow();
        return new ParcelDeparted(
                news.sscc(), news.order(), news.depot(), news.lines(), true, news.recipient(), Instant.now());
    }

    @Test
    void order_overTwoDepots_becomesAParcelPerDepotAndLeavesEachDepotOnce() {
        var sku = warehouse.sku(4, 3);
        var order = warehouse.order();
        warehouse.confirm(order, sku, 6);
        LocalPod.eventually(() -> warehouse.picks(order).size() == 2, "two pick lists");
        var lists = warehouse.picks(order);
        assertThat(lists).extracting(Pick::depot).containsExactlyInAnyOrder(NORTH, SOUTH);
        assertThat(lists).allSatisfy(list -> {
            assertThat(list.state()).isEqualTo(PickState.OPEN);
            assertThat(list.lines().getFirst().title()).isEqualTo("A thing");
            assertThat(list.lines().getFirst().bin()).matches("[A-H]-\\d+-\\d");
        });
        lists.forEach(PickPathTest::pack);
        LocalPod.eventually(() -> packed(order).size() == 2, "two parcels");
        assertThat(packed(order)).extracting(ParcelPacked::sscc).doesNotHaveDuplicates();
        assertThat(packed(order)).allMatch(news -> news.parcelsOfOrder() == 2);
        assertThat(warehouse.level(sku).onHand()).isEqualTo(7);
        for (var list : lists) {
            depart(list);
            depart(list);
        }
        LocalPod.eventually(() -> warehouse.level(sku).onHand() == 1, "the units are gone");
        assertThat(warehouse.level(sku).allocated()).isZero();
        LocalPod.eventually(() -> warehouse.movements(sku).size() == 10, "ten movements");
        assertThat(warehouse.movements(sku))
                .filteredOn(MovementKind.DISPATCH::equals)
                .hasSize(2);
        assertThat(warehouse.movements(sku))
                .filteredOn(MovementKind.PACK::equals)
                .hasSize(2);
    }

    @Test
    void scan_wrongBinOrSku_isRefused() {
        var sku = warehouse.sku(4, 0);
        var pick = warehouse.confirmed(warehouse.order(), sku, 2).getFirst();
        assertThat(warehouse.asPicker(StockContract.SCAN, new Scan(pick.id(), "Z-99-9", sku, 1, null)))
                .isInstanceOf(WrongScan.class);
        var bin = pick.lines().getFirst().bin();
        assertThat(warehouse.asPicker(StockContract.SCAN, new Scan(pick.id(), bin, sku, 3, null)))
                .isInstanceOf(WrongScan.class);
        assertThat(warehouse.pack(pick)).isEqualTo(new WrongState(PickState.OPEN));
        assertThat(warehouse.pick(pick).lines().getFirst().picked()).isZero();
    }

    @Test
    void pick_unknown_isNotFound() {
        var unknown = new PickId("EC0-nowhere");
        assertThatThrownBy(() -> warehouse.asPicker(StockContract.PICK, new PickQuery(unknown)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() ->
                        warehouse.asPicker(StockContract.SCAN, new Scan(unknown, "A", warehouse.sku(1, 0), 1, null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void picks_aGuest_isRefused() {
        var query = new PicksQuery(null, null, 1, null);
        assertThatThrownBy(() -> warehouse.pod.call(Caller.GUEST, StockContract.PICKS, query))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void picks_paged_areAllThereOnceOldestFirst() {
        var sku = warehouse.sku(40, 0);
        for (int i = 0; i < 7; i++) {
            warehouse.confirmed(warehouse.order(), sku, 1);
        }
        var seen = new HashSet<PickId>();
        var times = new ArrayList<Instant>();
        String cursor = null;
        do {
            var page = warehouse.asPicker(StockContract.PICKS, new PicksQuery(NORTH, PickState.OPEN, 3, cursor));
            page.items().forEach(pick -> {
                assertThat(seen.add(pick.id())).isTrue();
                times.add(pick.createdAt());
            });
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSizeGreaterThanOrEqualTo(7);
        assertThat(times).isSorted();
    }

    @Test
    void pack_twice_keepsOneLabelAndOneEvent() {
        var sku = warehouse.sku(4, 0);
        var pick = pack(warehouse.confirmed(warehouse.order(), sku, 2).getFirst());
        Sscc label = pick.sscc();
        warehouse.pack(pick);
        assertThat(warehouse.pick(pick).sscc()).isEqualTo(label).isNotNull();
        LocalPod.eventually(() -> !packed(pick.order()).isEmpty(), "the parcel");
        assertThat(packed(pick.order())).hasSize(1);
    }

    @Test
    void reportShort_otherDepotHasUnits_opensAListThere() {
        var sku = warehouse.sku(4, 3);
        var pick = warehouse.confirmed(warehouse.order(), sku, 4).getFirst();
        warehouse.asPicker(StockContract.SHORT, new ShortPick(pick.id(), sku, 4, ShortReason.COULD_NOT_LOCATE, null));
        assertThat(warehouse.pick(pick).state()).isEqualTo(PickState.WITHDRAWN);
        LocalPod.eventually(() -> warehouse.picks(pick.order()).size() == 2, "a list in the other depot");
        var other = warehouse.picks(pick.order()).getLast();
        assertThat(other.depot()).isEqualTo(SOUTH);
        assertThat(other.lines().getFirst().quantity()).isEqualTo(3);
        LocalPod.eventually(
                () -> warehouse.parcelNews().stream().anyMatch(news -> missing(news, pick.order())), "the rest");
        assertThat(warehouse.level(sku).onHand()).isEqualTo(3);
        assertThat(warehouse.level(sku).allocated()).isEqualTo(3);
        pack(other);
        LocalPod.eventually(() -> !packed(pick.order()).isEmpty(), "the parcel");
        assertThat(packed(pick.order()).getFirst().parcelsOfOrder()).isEqualTo(1);
    }

    private static boolean missing(ParcelNews news, OrderNumber order) {
        return news instanceof UnitsMissing missing && missing.order().equals(order) && missing.quantity() == 1;
    }

    @Test
    void withdraw_againstPackAtTheSameTime_exactlyOneWins() {
        var sku = warehouse.sku(1_000, 0);
        var won = new AtomicInteger();
        races(500, race -> {
            var pick = warehouse.pickAll(
                    warehouse.confirmed(warehouse.order(), sku, 1).getFirst());
            won.addAndGet(race(pick, race % HEAD_STARTS) ? 1 : 0);
        });
        assertThat(won).as("withdrawals that won").hasPositiveValue().hasValueLessThan(500);
    }

    /** Runs so many, some of them at a time, and fails when one does. */
    private static void races(int count, IntConsumer race) {
        try (var runners = Executors.newFixedThreadPool(RACES_AT_A_TIME)) {
            var runs = IntStream.range(0, count)
                    .mapToObj(number -> CompletableFuture.runAsync(() -> race.accept(number), runners))
                    .toList();
            runs.forEach(CompletableFuture::join);
        }
    }

    /** Whether the withdrawal won, which begins when so many questions were answered since the packing did. */
    private static boolean race(Pick pick, int questions) {
        var packing = asPicker(pick);
        var withdrawing = after(questions, pick).compose(done -> asShop(new Withdraw(pick.order())));
        var withdrawn = LocalPod.await(withdrawing).reply(StockContract.WITHDRAW) instanceof Withdrawn;
        PickReply packed = LocalPod.await(packing).reply(StockContract.PACK);
        assertThat(packed instanceof Done).isNotEqualTo(withdrawn);
        assertThat(warehouse.pick(pick).state()).isEqualTo(withdrawn ? PickState.WITHDRAWN : PickState.PACKED);
        return withdrawn;
    }

    private static Future<?> after(int questions, Pick pick) {
        return questions == 0
                ? Future.succeededFuture()
                : warehouse
                        .pod
                        .send(PICKER, StockContract.PICK, new PickQuery(pick.id()))
                        .compose(answered -> after(questions - 1, pick));
    }

    private static Future<Answer> asShop(Withdraw withdraw) {
        return warehouse.pod.send(Caller.domain(Domain.SHOP), StockContract.WITHDRAW, withdraw);
    }

    private static Future<Answer> asPicker(Pick pick) {
        return warehouse.pod.send(PICKER, StockContract.PACK, Warehouse.packing(pick));
    }

    @Test
    void withdraw_whileOneOfTwoIsPacked_stopsBothOrNone() {
        races(100, race -> {
            var order = warehouse.order();
            warehouse.confirm(order, warehouse.sku(1, 1), 2);
            LocalPod.eventually(() -> warehouse.picks(order).size() == 2, "two lists");
            var lists = warehouse.picks(order).stream().map(warehouse::pickAll).toList();
            var packing = asPicker(lists.get(race % 2));
            var withdrawing = asShop(new Withdraw(order));
            var packed = LocalPod.await(packing).reply(StockContract.PACK);
            var withdrawn = LocalPod.await(withdrawing).reply(StockContract.WITHDRAW) instanceof Withdrawn;
            assertThat(packed instanceof Done).isNotEqualTo(withdrawn);
            assertThat(warehouse.pick(lists.get(1 - race % 2)).state())
                    .isEqualTo(withdrawn ? PickState.WITHDRAWN : PickState.PICKED);
        });
    }

    @Test
    void withdraw_oneOfTwoPacked_opensTheOtherAgain() {
        var sku = warehouse.sku(2, 1);
        var order = warehouse.order();
        warehouse.confirm(order, sku, 3);
        LocalPod.eventually(() -> warehouse.picks(order).size() == 2, "two lists");
        pack(warehouse.picks(order).getFirst());
        assertThat(withdraw(order)).isInstanceOf(AlreadyPacked.class);
        var open = warehouse.picks(order).stream()
                .filter(pick -> pick.state() != PickState.PACKED)
                .findFirst()
                .orElseThrow();
        assertThat(open.state()).isEqualTo(PickState.OPEN);
        assertThat(pack(open).state()).isEqualTo(PickState.PACKED);
    }

    @Test
    void withdraw_beforeTheConfirmationArrives_nothingIsPicked() {
        var sku = warehouse.sku(5, 0);
        var order = warehouse.order();
        assertThat(withdraw(order)).isInstanceOf(Withdrawn.class);
        warehouse.confirm(order, sku, 1);
        LocalPod.eventually(
                () -> warehouse.picks(order).stream().anyMatch(pick -> pick.state() == PickState.WITHDRAWN),
                "the list is withdrawn");
        assertThat(warehouse.pack(warehouse.picks(order).getFirst())).isInstanceOf(WrongState.class);
    }

    @Test
    void orderCancelled_openList_isWithdrawn() {
        var sku = warehouse.sku(5, 0);
        var pick = warehouse.confirmed(warehouse.order(), sku, 1).getFirst();
        warehouse.tellAsShop(new OrderCancelled(pick.order(), null, new Email("a@example.org"), Instant.now()));
        LocalPod.eventually(() -> warehouse.pick(pick).state() == PickState.WITHDRAWN, "the list is withdrawn");
    }

    @Test
    void returnInspected_mixedGrades_restocksTheGoodOnes() {
        var sku = warehouse.sku(2, 0);
        var news = new ReturnInspected(
                new ReturnNumber("R1"),
                warehouse.order(),
                SOUTH,
                List.of(
                        new InspectedLine(sku, 1, Grade.A),
                        new InspectedLine(sku, 1, Grade.B),
                        new InspectedLine(sku, 1, Grade.C)),
                Instant.now());
        warehouse.tellAsShipping(news);
        warehouse.tellAsShipping(news);
        LocalPod.eventually(() -> warehouse.level(sku).onHand() == 4, "the good units");
        LocalPod.eventually(() -> warehouse.ledgerEntries(sku) == 3, "the ledger");
        assertThat(warehouse.movements(sku)).contains(MovementKind.RETURN, MovementKind.SCRAP);
    }
}
