package com.ecamazon.platform.data;

import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.operations.ParkedEvents.ParkedLane;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Presence;
import com.ecamazon.platform.data.Moves.Listener;
import com.ecamazon.platform.data.Moves.Moved;
import com.ecamazon.platform.data.Moves.Shelf;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A hundred poisonous events among ten thousand, over the real bus and store. */
class PoisonTest {
    private static final Logger LOG = LoggerFactory.getLogger(PoisonTest.class);
    private static final Caller SUPPORT = Caller.user(new UserId("somebody"), Set.of(Role.SUPPORT));
    private static final int SUBJECTS = 2_000;
    private static final int MOVES = 5;
    private static final int POISONED_MOVE = 3;
    private static final int POISON_EVERY = 20;
    private static final int POISONED = SUBJECTS / POISON_EVERY;
    private static final int PARKED = POISONED * (MOVES - POISONED_MOVE + 1);
    private static final int AT_ONCE = 64;

    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Event<Moved>> heard = new ConcurrentLinkedQueue<>();
    private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
    private final Map<String, Long> told = new ConcurrentHashMap<>();
    private final Map<String, Long> heardAt = new ConcurrentHashMap<>();
    private volatile boolean mended;
    private LocalPod pod;
    private Shelf shelf;

    @AfterEach
    void close() {
        pod.close();
    }

    private Future<?> hear(Event<Moved> event) {
        int subject = Integer.parseInt(event.subject());
        if (!mended && subject % POISON_EVERY == 0 && event.data().move() == POISONED_MOVE) {
            refusals.merge(event.id(), 1, Integer::sum);
            if (subject % (2 * POISON_EVERY) == 0) {
                throw new IllegalStateException("it fails on this one");
            }
            throw new InvalidRequest("/move", "move makes no sense");
        }
        heard.add(event);
        heardAt.putIfAbsent(event.id(), System.nanoTime());
        return Future.succeededFuture();
    }

    private Parking parked() {
        return pod.call(SUPPORT, StockContract.PARKED, new ParkedQuery());
    }

    private int alarm() {
        return pod.node().exchange().directory().instances().stream()
                .mapToInt(Presence::parked)
                .max()
                .orElse(0);
    }

    private void tellAll() throws InterruptedException {
        var window = new Semaphore(AT_ONCE);
        for (int move = 1; move <= MOVES; move++) {
            for (int subject = 0; subject < SUBJECTS; subject++) {
                var id = Moves.MOVED.name() + "/" + subject + "/" + move;
                window.acquire();
                shelf.moveLater(String.valueOf(subject)).onComplete(done -> {
                    told.put(id, System.nanoTime());
                    window.release();
                });
            }
        }
        window.acquire(AT_ONCE);
    }

    private Map<String, List<Integer>> heardOfEach() {
        var all = new HashMap<String, List<Integer>>();
        heard.forEach(event -> all.merge(
                event.subject(),
                List.of(event.data().move()),
                (before, next) -> IntStream.concat(
                                before.stream().mapToInt(i -> i), next.stream().mapToInt(i -> i))
                        .boxed()
                        .toList()));
        return all;
    }

    @Test
    void deliver_aHundredOfTenThousandArePoison_onlyTheyWaitAndAreDeliveredWhenMended() throws InterruptedException {
        pod = LocalPod.open(folder, Map.of(), InstantSource.system());
        pod.deploy(new Service(
                Domain.SHOP, platform -> new Listener(platform, Domain.SHOP, event -> Future.succeededFuture())));
        pod.deploy(new Service(Domain.SHIPPING, platform -> new Listener(platform, Domain.SHIPPING, this::hear)));
        pod.deploy(new Service(Domain.STOCK, platform -> {
            shelf = new Shelf(platform, events -> {});
            return shelf;
        }));

        tellAll();
        eventually(() -> heard.size() == SUBJECTS * MOVES - PARKED, "all others are heard");
        logDelays();
        eventually(() -> parked().events() == PARKED, "the poison and what follows it are parked");
        assertThat(refusals).hasSize(POISONED);
        assertThat(refusals.values()).containsOnly(5);
        assertThat(parked().lanes())
                .hasSize(POISONED)
                .allSatisfy(lane -> assertThat(lane.following()).isEqualTo(MOVES - POISONED_MOVE))
                .extracting(ParkedLane::reason)
                .allMatch(reason -> reason.contains("500 INTERNAL") || reason.contains("400 INVALID"));
        eventually(() -> alarm() == PARKED, "the alarm is raised");

        assertThat(await(Future.all(shelf.redriveLater(), shelf.redriveLater())).<Redriven>list())
                .as("nothing is delivered before it is mended")
                .allSatisfy(outcome -> assertThat(outcome.delivered()).isZero());
        mended = true;
        eventually(
                () -> pod.call(SUPPORT, StockContract.REDRIVE, new Redrive(null, null))
                                .left()
                        == 0,
                "all is delivered");
        assertThat(heardOfEach().values())
                .hasSize(SUBJECTS)
                .as("in order, and once")
                .containsOnly(IntStream.rangeClosed(1, MOVES).boxed().toList());
        eventually(() -> alarm() == 0 && shelf.owesNothing("0"), "the alarm is over");
    }

    /** From the answer to whoever told it until the subscriber heard it. */
    private void logDelays() {
        var millis = heardAt.entrySet().stream()
                .filter(one -> Integer.parseInt(one.getKey().split("/", -1)[1]) % POISON_EVERY != 0)
                .mapToLong(one -> TimeUnit.NANOSECONDS.toMillis(
                        Math.max(0, one.getValue() - told.getOrDefault(one.getKey(), one.getValue()))))
                .sorted()
                .toArray();
        LOG.info(
                "neighbours were heard after {} ms (median), {} ms (99 %), {} ms (longest), {} of them",
                millis[millis.length / 2], millis[millis.length * 99 / 100], millis[millis.length - 1], millis.length);
    }
}
