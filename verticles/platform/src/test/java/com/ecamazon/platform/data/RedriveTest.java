package com.ecamazon.platform.data;

import static com.ecamazon.platform.data.Moves.moves;
import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.data.Moves.Listener;
import com.ecamazon.platform.data.Moves.Moved;
import com.ecamazon.platform.data.Moves.Shelf;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a subscriber refused is delivered again when it is mended: all of it, in order, whichever instance is asked. */
class RedriveTest {
    private static final Caller SUPPORT = Caller.user(new UserId("somebody"), Set.of(Role.SUPPORT));

    @TempDir
    Path folder;

    private final List<Event<Moved>> shipping = new CopyOnWriteArrayList<>();
    private volatile Predicate<Event<Moved>> poison = event -> false;
    private volatile Problem problem = Problem.internal();
    private LocalPod pod;
    private Shelf shelf;

    @BeforeEach
    void open() {
        pod = LocalPod.open(folder, Map.of(), InstantSource.system());
        pod.deploy(new Service(Domain.SHOP, platform -> new Listener(platform, Domain.SHOP, event -> done())));
        pod.deploy(new Service(Domain.SHIPPING, platform -> new Listener(platform, Domain.SHIPPING, this::hear)));
        shelf = shelve();
    }

    @AfterEach
    void close() {
        pod.close();
    }

    private static Future<?> done() {
        return Future.succeededFuture();
    }

    private Future<?> hear(Event<Moved> event) {
        if (poison.test(event)) {
            return Future.failedFuture(new ProblemException(problem));
        }
        shipping.add(event);
        return done();
    }

    /** Another instance on the same documents. */
    private Shelf shelve() {
        var shelves = new ArrayList<Shelf>();
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shelves.add(new Shelf(platform, events -> {}));
            return shelves.getFirst();
        }));
        return shelves.getFirst();
    }

    private static Predicate<Event<Moved>> move(String id, int move) {
        return event -> event.subject().equals(id) && event.data().move() == move;
    }

    /** The moves in the order in which each was heard first: instances repeat what they do not know to be heard. */
    private List<Integer> firstHearings(String id) {
        return moves(shipping, id).stream().distinct().toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private Parking parked() {
        return pod.call(SUPPORT, StockContract.PARKED, new ParkedQuery());
    }

    private Redriven redrive(Redrive wanted) {
        return pod.call(SUPPORT, StockContract.REDRIVE, wanted);
    }

    private void moveAndPark(String id, int moves) {
        long before = parked().events();
        for (int i = 0; i < moves; i++) {
            shelf.move(id);
        }
        eventually(() -> parked().events() == before + moves && shelf.owesNothing(id), "all of " + id + " is parked");
    }

    @Test
    void redrive_subscriberIsMended_deliversAllInOrderOnce() {
        poison = move("a", 1);
        moveAndPark("a", 3);
        var lane = parked().lanes().getFirst();
        assertThat(parked().lanes()).hasSize(1);
        assertThat(lane.group()).isEqualTo(Domain.SHIPPING);
        assertThat(lane.subject()).isEqualTo("a");
        assertThat(lane.event()).isEqualTo("test.moved/a/1");
        assertThat(lane.topic()).isEqualTo("test.moved");
        assertThat(lane.reason()).contains("shipping answered 500 INTERNAL");
        assertThat(lane.following()).isEqualTo(2);

        poison = event -> false;
        assertThat(redrive(new Redrive(null, null))).isEqualTo(new Redriven(3, 0, false));
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3);
        assertThat(parked()).isEqualTo(new Parking(0, List.of()));
        assertThat(redrive(new Redrive(null, null))).isEqualTo(new Redriven(0, 0, false));

        shelf.move("a");
        eventually(() -> moves(shipping, "a").equals(List.of(1, 2, 3, 4)), "what follows is delivered at once");
        assertThat(shelf.parked()).isZero();
    }

    @Test
    void redrive_refusedAgain_staysParkedWithTheNewReason() {
        poison = move("a", 1);
        moveAndPark("a", 3);

        poison = move("a", 2);
        problem = Problem.of(422, "NO_SUCH_SHELF", "There is no such shelf.");
        assertThat(redrive(new Redrive(null, null))).isEqualTo(new Redriven(1, 2, false));
        var lane = parked().lanes().getFirst();
        assertThat(lane.event()).isEqualTo("test.moved/a/2");
        assertThat(lane.reason()).contains("422 NO_SUCH_SHELF");
        assertThat(lane.following()).isEqualTo(1);
        shelf.move("a");
        eventually(() -> parked().events() == 3, "what follows is still parked");

        poison = event -> false;
        assertThat(redrive(new Redrive(null, null))).isEqualTo(new Redriven(3, 0, false));
        assertThat(moves(shipping, "a")).containsExactly(1, 2, 3, 4);
    }

    @Test
    void redrive_ofOneLane_leavesTheOthers() {
        poison = event -> true;
        moveAndPark("a", 1);
        moveAndPark("b", 2);

        poison = event -> false;
        assertThat(redrive(new Redrive(Domain.SHOP, null))).isEqualTo(new Redriven(0, 0, false));
        assertThat(redrive(new Redrive(Domain.SHIPPING, "b"))).isEqualTo(new Redriven(2, 0, false));
        assertThat(parked().lanes())
                .singleElement()
                .satisfies(lane -> assertThat(lane.subject()).isEqualTo("a"));
    }

    @Test
    void redrive_askedManyTimesAtOnce_isOneRun() {
        poison = move("a", 1);
        moveAndPark("a", 20);
        var other = shelve();

        poison = event -> false;
        var asked = IntStream.range(0, 10)
                .mapToObj(i -> (i % 2 == 0 ? shelf : other).redriveLater())
                .toList();
        await(Future.all(asked));
        eventually(() -> parked().events() == 0, "all is delivered");
        assertThat(moves(shipping, "a")).isEqualTo(upTo(20));
    }

    @Test
    void redrive_ofMoreThanAPage_deliversAllAndCountsRight() {
        poison = event -> event.subject().startsWith("many") || event.subject().equals("long");
        var told = IntStream.range(0, 250)
                .mapToObj(i -> shelf.moveLater("many-" + i))
                .toList();
        await(Future.all(told));
        for (int i = 0; i < 230; i++) {
            shelf.move("long");
        }
        eventually(() -> parked().events() == 480 && shelf.parked() == 480, "all are parked and counted");
        assertThat(parked().lanes()).hasSize(100);
        assertThat(redrive(new Redrive(null, null)).left())
                .as("all are refused again")
                .isEqualTo(480);

        poison = event -> false;
        eventually(() -> redrive(new Redrive(null, null)).left() == 0, "all are delivered");
        assertThat(shipping).hasSize(480);
        assertThat(moves(shipping, "long")).isEqualTo(upTo(230));
        // A count that was asked of the store before the last went may come after it, until the next look.
        eventually(() -> shelf.parked() == 0, "none is counted");
    }

    @Test
    void deliver_afterAnotherInstanceParked_isHeldBack() {
        var other = shelve();
        other.move("a");
        eventually(() -> moves(shipping, "a").equals(List.of(1)), "the first is heard");
        poison = move("a", 2);
        moveAndPark("a", 1);

        other.move("a");
        other.move("a");
        shelf.move("a");
        eventually(() -> parked().events() == 4 && shelf.owesNothing("a"), "what follows is parked too");
        assertThat(firstHearings("a")).containsExactly(1);

        poison = event -> false;
        assertThat(redrive(new Redrive(null, null))).isEqualTo(new Redriven(4, 0, false));
        assertThat(firstHearings("a")).isEqualTo(upTo(5));
    }

    @Test
    void deliver_afterAnotherInstanceDeliveredAgain_isHeldBackNoMore() {
        var other = shelve();
        poison = move("a", 1);
        moveAndPark("a", 2);
        eventually(() -> shelf.parked() == 2, "it is the first instance that parked");

        poison = event -> false;
        assertThat(other.redrive()).isEqualTo(new Redriven(2, 0, false));
        shelf.move("a");
        eventually(() -> moves(shipping, "a").equals(upTo(3)), "the third is delivered");
        shelf.move("a");
        other.move("a");
        eventually(() -> firstHearings("a").equals(upTo(5)), "and all that follow");
        eventually(() -> shelf.parked() == 0 && parked().events() == 0, "nothing is parked");
    }

    /** Whoever parks, delivers again and goes on at the same time: nobody hears an event before the one ahead of it. */
    @Test
    void deliver_subscriberFailsNowAndThen_firstHearingsAreInOrder() {
        int subjects = 12;
        int each = 25;
        var other = shelve();
        var random = new Random(20_261_122);
        var down = new boolean[subjects];
        poison = event -> down[Integer.parseInt(event.subject())];
        for (int move = 0; move < each; move++) {
            var told = new ArrayList<Future<?>>();
            for (int subject = 0; subject < subjects; subject++) {
                down[subject] = random.nextInt(3) > 0;
                told.add((random.nextBoolean() ? shelf : other).moveLater(String.valueOf(subject)));
            }
            if (move % 5 == 4) {
                told.add(shelf.redriveLater());
                told.add(other.redriveLater());
            }
            await(Future.all(told));
        }
        Arrays.fill(down, false);
        eventually(
                () -> {
                    shelf.redrive();
                    return IntStream.range(0, subjects)
                            .allMatch(subject ->
                                    moves(shipping, String.valueOf(subject)).contains(each));
                },
                "all is heard");
        for (int subject = 0; subject < subjects; subject++) {
            assertThat(firstHearings(String.valueOf(subject))).isEqualTo(upTo(each));
        }
    }
}
