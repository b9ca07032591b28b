package com.ecamazon.stock;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Holds.Allocate;
import com.ecamazon.contract.stock.Holds.AllocateReply;
import com.ecamazon.contract.stock.Holds.AllocateReply.Allocated;
import com.ecamazon.contract.stock.Holds.AllocateReply.OutOfStock;
import com.ecamazon.contract.stock.Holds.Deallocate;
import com.ecamazon.contract.stock.Holds.Hold;
import com.ecamazon.contract.stock.Holds.HoldReply;
import com.ecamazon.contract.stock.Holds.HoldReply.Held;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PromisingTest {
    private static final MovableClock CLOCK = new MovableClock();
    private static Warehouse warehouse;

    @BeforeAll
    static void open() throws IOException {
        warehouse = new Warehouse(Files.createTempDirectory("stock-test"), Map.of(), CLOCK);
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static <Q, R> List<R> atOnce(Operation<Q, R> operation, List<Q> requests) {
        var caller = Caller.domain(Domain.SHOP);
        return LocalPod.await(Future.all(requests.stream()
                                .map(request -> warehouse.pod.send(caller, operation, request))
                                .toList())
                        .map(done -> done.<Answer>list()))
                .stream()
                .map(answer -> answer.reply(operation))
                .toList();
    }

    @Test
    void allocate_fiftyAtOnceForTheLastUnit_oneWins() {
        var sku = warehouse.sku(1, 0);
        var replies = atOnce(
                StockContract.ALLOCATE,
                IntStream.range(0, 50)
                        .mapToObj(_ -> new Allocate(warehouse.order(), warehouse.cart(), sku, 1, 0))
                        .toList());
        assertThat(replies).filteredOn(Allocated.class::isInstance).hasSize(1);
        assertThat(replies).filteredOn(new OutOfStock(sku, 0)::equals).hasSize(49);
        assertThat(warehouse.level(sku).allocated()).isEqualTo(1);
    }

    @Test
    void allocate_sameOrderTwentyTimesAtOnce_isOneAllocation() {
        var sku = warehouse.sku(9, 0);
        var command = new Allocate(warehouse.order(), warehouse.cart(), sku, 2, 0);
        var replies = atOnce(
                StockContract.ALLOCATE,
                IntStream.range(0, 20).mapToObj(_ -> command).toList());
        assertThat(replies)
                .hasSize(20)
                .allMatch(replies.getFirst()::equals)
                .first()
                .isInstanceOf(Allocated.class);
        assertThat(warehouse.level(sku).allocated()).isEqualTo(2);
    }

    @Test
    void holdAndAllocate_eachAreOneDocumentWriteAndOneLedgerEntry() {
        var sku = warehouse.sku(9, 0);
        LocalPod.eventually(() -> warehouse.ledgerEntries(sku) == 1, "the receipt in the ledger");
        long before = warehouse.version(sku);
        var cart = warehouse.cart();
        assertThat(warehouse.hold(cart, sku, 2)).isInstanceOf(Held.class);
        assertThat(warehouse.version(sku)).isEqualTo(before + 1);
        assertThat(warehouse.allocate(warehouse.order(), cart, sku, 2)).isInstanceOf(Allocated.class);
        assertThat(warehouse.version(sku)).isEqualTo(before + 2);
        LocalPod.eventually(() -> warehouse.ledgerEntries(sku) == 2, "the allocation in the ledger");
        assertThat(warehouse.version(sku)).isEqualTo(before + 2);
    }

    @Test
    void hold_manyAtOnce_shareWritesAndNeverExceed() {
        var sku = warehouse.sku(60, 40);
        long before = warehouse.version(sku);
        var replies = atOnce(
                StockContract.HOLD,
                IntStream.range(0, 150)
                        .mapToObj(_ -> new Hold(
                                warehouse.cart(), sku, 1, CLOCK.instant().plusSeconds(600)))
                        .toList());
        assertThat(replies).filteredOn(Held.class::isInstance).hasSize(100);
        assertThat(warehouse.level(sku).availableToPromise()).isZero();
        assertThat(warehouse.version(sku) - before).isLessThan(100);
    }

    @Test
    void hold_pastItsTime_isFreeAtOnceAndSweptAndTold() {
        var sku = warehouse.sku(3, 0);
        warehouse.hold(warehouse.cart(), sku, 3);
        assertThat(warehouse.hold(warehouse.cart(), sku, 1)).isEqualTo(new HoldReply.OutOfStock(sku, 0));
        LocalPod.eventually(() -> told(sku, 0), "news that nothing is left");
        CLOCK.forward(Duration.ofSeconds(601));
        assertThat(warehouse.level(sku).availableToPromise()).isEqualTo(3);
        LocalPod.eventually(
                () -> warehouse
                        .document(sku)
                        .getJsonObject("state")
                        .getJsonArray("holds")
                        .isEmpty(),
                "the sweep");
        LocalPod.eventually(() -> told(sku, 3), "news that the units are free");
        assertThat(warehouse.hold(warehouse.cart(), sku, 3)).isInstanceOf(Held.class);
    }

    private static boolean told(Sku sku, int units) {
        return warehouse.availability.stream()
                .flatMap(news -> news.changes().stream())
                .filter(change -> change.sku().equals(sku))
                .reduce((_, last) -> last)
                .filter(last -> last.units() == units)
                .isPresent();
    }

    @Test
    void availability_nothingChanges_stillBeatsWithoutGaps() {
        int before = warehouse.availability.size();
        LocalPod.eventually(() -> warehouse.availability.size() > before + 2, "the heartbeat");
        var sequence =
                warehouse.availability.stream().map(news -> news.sequence()).toList();
        assertThat(sequence)
                .isEqualTo(
                        IntStream.rangeClosed(Math.toIntExact(sequence.getFirst()), Math.toIntExact(sequence.getLast()))
                                .mapToObj(Long::valueOf)
                                .toList());
    }

    @Test
    void deallocate_afterAllocate_restoresTheHoldAndRefusesTheLateOne() {
        var sku = warehouse.sku(3, 0);
        var cart = warehouse.cart();
        var order = warehouse.order();
        warehouse.allocate(order, cart, sku, 2);
        var back = new Deallocate(order, cart, sku, CLOCK.instant().plusSeconds(60));
        warehouse.pod.call(Domain.SHOP, StockContract.DEALLOCATE, back);
        warehouse.pod.call(Domain.SHOP, StockContract.DEALLOCATE, back);
        assertThat(warehouse.level(sku).reserved()).isEqualTo(2);
        assertThat(warehouse.level(sku).allocated()).isZero();
        assertThat(warehouse.allocate(order, cart, sku, 2)).isInstanceOf(OutOfStock.class);
        LocalPod.eventually(() -> warehouse.movements(sku).contains(MovementKind.RELEASE), "the release in the ledger");
        assertThat(warehouse.movements(sku))
                .containsExactly(MovementKind.RELEASE, MovementKind.ALLOCATE, MovementKind.RECEIPT);
    }

    @Test
    void hotSku_oldAllocations_leaveTheDocumentAndStillAnswerTheSame() {
        var sku = warehouse.sku(500, 0);
        var commands = IntStream.range(0, 200)
                .mapToObj(_ -> new Allocate(warehouse.order(), warehouse.cart(), sku, 1, 0))
                .toList();
        var first = atOnce(StockContract.ALLOCATE, commands);
        LocalPod.eventually(() -> warehouse.ledgerEntries(sku) == 201, "all in the ledger");
        CLOCK.forward(Duration.ofSeconds(3));
        warehouse.hold(warehouse.cart(), sku, 1);
        assertThat(warehouse.document(sku).getJsonObject("state").getJsonArray("recent"))
                .isEmpty();
        assertThat(atOnce(StockContract.ALLOCATE, commands)).isEqualTo(first);
        assertThat(warehouse.level(sku).allocated()).isEqualTo(200);
    }

    @Test
    void allocate_afterARestartWithoutCache_answersTheSame() throws IOException {
        Path folder = Files.createTempDirectory("stock-test");
        Allocate command;
        AllocateReply first;
        try (var before = new Warehouse(folder, Map.of(), CLOCK)) {
            var sku = before.sku(5, 2);
            command = new Allocate(before.order(), before.cart(), sku, 6, 0);
            first = before.pod.call(Domain.SHOP, StockContract.ALLOCATE, command);
            before.hold(before.cart(), sku, 1);
        }
        try (var after = new Warehouse(folder, Map.of("DOCUMENT_CACHE", "0"), CLOCK)) {
            var sku = command.sku();
            assertThat(after.pod.call(Domain.SHOP, StockContract.ALLOCATE, command))
                    .isEqualTo(first);
            assertThat(after.level(sku).reserved()).isEqualTo(1);
            assertThat(after.hold(after.cart(), sku, 1)).isEqualTo(new HoldReply.OutOfStock(sku, 0));
            CLOCK.forward(Duration.ofMinutes(2));
            LocalPod.eventually(() -> after.ledgerEntries(sku) == 3, "the ledger");
            assertThat(after.pod.call(Domain.SHOP, StockContract.ALLOCATE, command))
                    .isEqualTo(first);
            assertThat(after.level(sku).allocated()).isEqualTo(6);
        }
        assertThat(first).isInstanceOf(Allocated.class);
    }
}
