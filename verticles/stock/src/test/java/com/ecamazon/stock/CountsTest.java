package com.ecamazon.stock;

import static com.ecamazon.stock.Warehouse.NORTH;
import static com.ecamazon.stock.Warehouse.SOUTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.AvailabilityQuery;
import com.ecamazon.contract.stock.Levels.Available;
import com.ecamazon.contract.stock.Levels.Depot;
import com.ecamazon.contract.stock.Levels.DepotsQuery;
import com.ecamazon.contract.stock.Levels.KeepBack;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelReply.TooFew;
import com.ecamazon.contract.stock.Levels.LevelsQuery;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Levels.ReceiveMany;
import com.ecamazon.contract.stock.Levels.ReceivedItem;
import com.ecamazon.contract.stock.Levels.ReceivedMany;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.testing.LocalPod;
import java.io.IOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CountsTest {
    private static Warehouse warehouse;

    @BeforeAll
    static void open() throws IOException {
        warehouse = new Warehouse(Files.createTempDirectory("stock-test"), Map.of(), InstantSource.system());
    }

    @AfterAll
    static void close() {
        warehouse.close();
    }

    private static List<ReceivedItem> items(String prefix, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new ReceivedItem(
                        new Sku("%s-%03d".formatted(prefix, i / 2)), i % 2 == 0 ? NORTH : SOUTH, 1 + i))
                .toList();
    }

    @Test
    void receive_again_countsOnceEvenMuchLater() {
        var sku = warehouse.sku(5, 0);
        warehouse.receive(sku, NORTH, 2, "note");
        LocalPod.eventually(() -> warehouse.ledgerEntries(sku) == 2, "the ledger");
        warehouse.receive(sku, NORTH, 2, "note");
        assertThat(warehouse.level(sku).onHand()).isEqualTo(7);
        assertThat(warehouse.movements(sku)).containsExactly(MovementKind.RECEIPT, MovementKind.RECEIPT);
    }

    @Test
    void receive_unknownDepot_isInvalid() {
        var receipt = new Receipt(new Sku("x"), new DepotId("moon"), 1, "r");
        assertThatThrownBy(() -> warehouse.asPicker(StockContract.RECEIVE, receipt))
                .satisfiesAnyOf(
                        failure -> assertThat(failure).isInstanceOf(InvalidRequest.class),
                        failure -> assertThat(failure)
                                .isInstanceOfSatisfying(
                                        ProblemException.class,
                                        problem -> assertThat(problem.problem().status())
                                                .isEqualTo(400)));
    }

    @Test
    void adjust_moreThanFree_isRefused() {
        var sku = warehouse.sku(5, 0);
        warehouse.hold(warehouse.cart(), sku, 4);
        assertThat(warehouse.asPicker(StockContract.ADJUST, new Adjustment(sku, NORTH, -2, "counted", "a")))
                .isEqualTo(new TooFew(sku, 1));
        warehouse.asPicker(StockContract.ADJUST, new Adjustment(sku, NORTH, -1, "counted", "b"));
        assertThat(warehouse.level(sku).onHand()).isEqualTo(4);
    }

    @Test
    void keepBack_safetyStock_lowersAvailability() {
        var sku = warehouse.sku(5, 0);
        warehouse.asPicker(StockContract.KEEP_BACK, new KeepBack(sku, NORTH, 2, 1));
        assertThat(warehouse.level(sku).availableToPromise()).isEqualTo(2);
    }

    /** A slow answer is asked for again, which finds some of them received. */
    private static int all(ReceivedMany reply) {
        assertThat(reply.received()).isPositive();
        return reply.received() + reply.unchanged();
    }

    @Test
    void receiveMany_newAndKnown_countOncePerReference() {
        var items = items("bulk", 100);
        var many = new ReceiveMany(items, "import 1");
        assertThat(all(warehouse.asPicker(StockContract.RECEIVE_MANY, many))).isEqualTo(100);
        assertThat(warehouse.version(new Sku("bulk-003"))).isEqualTo(1);
        assertThat(warehouse.asPicker(StockContract.RECEIVE_MANY, many)).isEqualTo(new ReceivedMany(0, 100));
        assertThat(all(warehouse.asPicker(StockContract.RECEIVE_MANY, new ReceiveMany(items, "import 2"))))
                .isEqualTo(100);
        assertThat(warehouse.level(new Sku("bulk-003")).onHand()).isEqualTo(2 * (7 + 8));
    }

    @Test
    void levels_prefixLowAndPages_areInOrderAndComplete() {
        warehouse.asPicker(StockContract.RECEIVE_MANY, new ReceiveMany(items("page", 40), "import"));
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = warehouse.asPicker(StockContract.LEVELS, new LevelsQuery("page-", null, 7, cursor));
            page.items().forEach(level -> seen.add(level.sku().value()));
            cursor = page.next();
        } while (cursor != null);
        assertThat(seen).hasSize(20).isSorted().doesNotHaveDuplicates();
        assertThat(warehouse
                        .asPicker(StockContract.LEVELS, new LevelsQuery("page-", 10, 100, null))
                        .items())
                .extracting(Level::availableToPromise)
                .containsExactly(3, 7);
    }

    @Test
    void availability_paged_isComplete() {
        warehouse.asPicker(StockContract.RECEIVE_MANY, new ReceiveMany(items("all", 60), "import"));
        var seen = new ArrayList<Available>();
        String after = null;
        do {
            var page = warehouse.pod.call(Domain.SHOP, StockContract.ALL_AVAILABLE, new AvailabilityQuery(after, 8));
            seen.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertThat(seen)
                .extracting(available -> available.sku().value())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(seen).contains(new Available(new Sku("all-004"), 9 + 10));
    }

    @Test
    void depots_entered_areListed() {
        assertThat(warehouse.asPicker(StockContract.DEPOTS, new DepotsQuery()).items())
                .extracting(Depot::id)
                .containsExactly(NORTH, SOUTH);
    }

    @Test
    void level_unknownSku_isNotFound() {
        assertThatThrownBy(() -> warehouse.level(new Sku("nobody has it")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("NOT_FOUND");
    }
}
