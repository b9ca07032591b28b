package com.ecamazon.dispatching;

import static com.ecamazon.dispatching.Yard.DISPATCHER;
import static com.ecamazon.dispatching.Yard.driver;
import static com.ecamazon.dispatching.domain.Examples.BERLIN;
import static com.ecamazon.dispatching.domain.Examples.sscc;
import static com.ecamazon.platform.testing.LocalPod.await;
import static com.ecamazon.platform.testing.LocalPod.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.MyRoundQuery;
import com.ecamazon.contract.dispatching.Rounds.PlanRounds;
import com.ecamazon.contract.dispatching.Rounds.PositionHeard;
import com.ecamazon.contract.dispatching.Rounds.ReportPosition;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.dispatching.Rounds.RoundReply;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.RoundsQuery;
import com.ecamazon.contract.dispatching.Rounds.Stop;
import com.ecamazon.contract.dispatching.Rounds.Unassigned;
import com.ecamazon.contract.dispatching.Rounds.VanQuery;
import com.ecamazon.contract.dispatching.Rounds.VehiclesQuery;
import io.vertx.core.Future;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DispatchingTest {
    @TempDir
    Path folder;

    private Yard yard;

    @BeforeEach
    void open() {
        yard = new Yard(folder);
    }

    @AfterEach
    void close() {
        yard.close();
    }

    private Round onTheRoad(int parcels) {
        yard.withVans(1).withParcels(parcels);
        var round = yard.plan().rounds().getFirst();
        yard.depart(driver(1), round.id());
        return round;
    }

    private PositionHeard report(int by, long sequence, double lat, Instant at) {
        return yard.pod.call(
                driver(by),
                DispatchingContract.REPORT_POSITION,
                new ReportPosition(new VehicleId("van-1"), sequence, lat, BERLIN.lon(), 8.0, 5.0, at));
    }

    @Test
    void plannedToCompleted_eachStepTwice_eachEffectOnce() {
        var round = onTheRoad(2);
        yard.depart(driver(1), round.id());
        for (var stop : round.stops()) {
            yard.deliver(driver(1), round.id(), stop.id());
            assertThat(yard.deliver(driver(1), round.id(), stop.id())).isInstanceOf(RoundReply.Done.class);
        }
        eventually(() -> yard.shipping.heard(StopDelivered.class).size() == 2, "both told");

        assertThat(yard.shipping.heard(RoundDeparted.class))
                .singleElement()
                .satisfies(news -> assertThat(news.parcels()).containsExactlyInAnyOrder(sscc(1), sscc(2)));
        assertThat(yard.round(DISPATCHER, round.id()).state()).isEqualTo(RoundState.COMPLETED);
        assertThat(yard.waiting().items()).isEmpty();
        assertThat(yard.round(DISPATCHER, round.id()).stops())
                .allSatisfy(stop -> assertThat(stop.recipient()).isNull())
                .allSatisfy(stop -> assertThat(stop.street()).isNull());
    }

    @Test
    void deliver_beforeDeparture_isWrongState() {
        yard.withVans(1).withParcels(1);
        var round = yard.plan().rounds().getFirst();

        assertThat(yard.deliver(driver(1), round.id(), round.stops().getFirst().id()))
                .isEqualTo(new RoundReply.WrongState(RoundState.PLANNED));
    }

    @Test
    void deliver_afterFailure_isWrongState() {
        var round = onTheRoad(2);
        var stop = round.stops().getFirst().id();
        yard.fail(driver(1), round.id(), stop);

        assertThat(yard.deliver(driver(1), round.id(), stop))
                .isEqualTo(new RoundReply.WrongState(RoundState.IN_PROGRESS));
        assertThat(yard.fail(driver(1), round.id(), stop)).isInstanceOf(RoundReply.Done.class);
    }

    @Test
    void fail_threeTimes_waitsTwiceThenNoMore() {
        yard.withVans(1).withParcels(1);
        for (int attempt = 1; attempt <= 3; attempt++) {
            int attempts = attempt;
            var round = planned();
            yard.depart(driver(1), round.id());
            yard.fail(driver(1), round.id(), round.stops().getFirst().id());
            eventually(() -> yard.shipping.heard(StopFailed.class).size() == attempts, "told");
            eventually(() -> freeVan(), "the van is free again");
            if (attempt < 3) {
                yard.waitFor(1);
                assertThat(yard.waiting().items().getFirst().attempts()).isEqualTo(attempt);
            }
        }

        assertThat(yard.waiting().items()).isEmpty();
        assertThat(yard.plan().rounds()).isEmpty();
    }

    private Round planned() {
        return yard.plan().rounds().getFirst();
    }

    private boolean freeVan() {
        return yard.pod
                        .call(driver(1), DispatchingContract.MY_ROUND, new MyRoundQuery())
                        .round()
                == null;
    }

    @Test
    void plan_moreThanVansCanTake_restHasReasons() {
        yard.withVans(1).withParcels(12);
        var plan = yard.plan();

        assertThat(plan.rounds())
                .singleElement()
                .satisfies(round -> assertThat(round.stops()).hasSize(10));
        assertThat(plan.unassigned())
                .hasSize(2)
                .allSatisfy(left -> assertThat(left.reason()).isNotBlank());
        assertThat(yard.waiting().items()).hasSize(2);
        assertThat(yard.plan().unassigned())
                .extracting(Unassigned::reason)
                .allSatisfy(reason -> assertThat(reason).contains("No van"));
    }

    @Test
    void plan_unknownDepot_saysSo() {
        yard.withParcels(1);

        assertThat(yard.plan().unassigned())
                .singleElement()
                .satisfies(left -> assertThat(left.reason()).contains("not known"));
    }

    @Test
    void plan_manyAtOnceOverTwoInstances_noParcelVanOrDriverTwice() {
        yard.pod.deploy(DispatchingApp.SERVICE);
        yard.withVans(4).withParcels(25);
        var plans = IntStream.range(0, 12)
                .mapToObj(i -> yard.pod
                        .send(DISPATCHER, DispatchingContract.PLAN, new PlanRounds(null))
                        .map(answer -> answer.reply(DispatchingContract.PLAN)))
                .toList();
        await(Future.all(plans));

        var rounds =
                plans.stream().flatMap(plan -> plan.result().rounds().stream()).toList();
        List<Sscc> parcels = rounds.stream()
                .flatMap(round -> round.stops().stream())
                .map(Stop::sscc)
                .toList();
        assertThat(parcels).doesNotHaveDuplicates();
        assertThat(rounds.stream().map(Round::vehicle)).doesNotHaveDuplicates();
        assertThat(rounds.stream().map(Round::driver)).doesNotHaveDuplicates();
        eventually(() -> yard.waiting().items().size() + parcels.size() == 25, "each parcel waits or is in a round");
        var open = yard.pod
                .call(DISPATCHER, DispatchingContract.ROUNDS_PAGE, new RoundsQuery(RoundState.PLANNED, null, null))
                .items();
        assertThat(open)
                .extracting(Round::id)
                .containsExactlyInAnyOrderElementsOf(
                        rounds.stream().map(Round::id).toList());
    }

    @Test
    void round_otherDriver_isNotFound() {
        var round = onTheRoad(1);
        var stop = round.stops().getFirst().id();

        assertNotFound(() -> yard.round(driver(2), round.id()));
        assertNotFound(() -> yard.deliver(driver(2), round.id(), stop));
        assertNotFound(() -> yard.deliver(driver(1), round.id(), new StopId("none")));
        assertThat(yard.mine(driver(1)).stops())
                .singleElement()
                .satisfies(shown -> assertThat(shown.street()).contains("Lindenallee"));
        assertThat(yard.deliver(DISPATCHER, round.id(), stop)).isInstanceOf(RoundReply.Done.class);
    }

    @Test
    void position_olderSequence_isNotUsed_otherDriver_isNotFound() {
        yard.withVans(2);
        var now = Instant.now();

        assertThat(report(1, 5, 52.6, now).used()).isTrue();
        assertThat(report(1, 4, 52.7, now.plusSeconds(1)).used()).isFalse();
        assertNotFound(() -> report(2, 6, 52.7, now));
        assertThat(yard.pod
                        .call(DISPATCHER, DispatchingContract.VEHICLES, new VehiclesQuery())
                        .items()
                        .getFirst()
                        .last())
                .isNotNull()
                .satisfies(last -> assertThat(last.position().lat()).isEqualTo(52.6));
    }

    @Test
    void van_onItsWay_showsStopsBeforeAndExpectsByPosition() {
        var round = onTheRoad(3);
        var second = round.stops().get(1);
        report(1, 1, second.position().lat(), Instant.now());
        var van = yard.pod.call(Domain.SHIPPING, DispatchingContract.VAN, new VanQuery(second.sscc()));
        yard.deliver(driver(1), round.id(), round.stops().getFirst().id());
        var next = yard.pod.call(Domain.SHIPPING, DispatchingContract.VAN, new VanQuery(second.sscc()));

        assertThat(van.stopsBefore()).isEqualTo(1);
        assertThat(van.depot()).isEqualTo(round.start());
        assertThat(van.door()).isEqualTo(second.position());
        assertThat(next.stopsBefore()).isZero();
        assertThat(next.position()).isEqualTo(second.position());
        assertThat(next.estimated()).isBefore(van.estimated());
        yard.deliver(driver(1), round.id(), second.id());
        assertThat(yard.pod
                        .call(Domain.SHIPPING, DispatchingContract.VAN, new VanQuery(second.sscc()))
                        .position())
                .isNull();
    }

    @Test
    void restart_everythingIsThereAndGoesOn() {
        var round = onTheRoad(2);
        report(1, 7, 52.6, Instant.now());
        yard.deliver(driver(1), round.id(), round.stops().getFirst().id());
        var before = yard.mine(driver(1));
        yard.close();
        yard = new Yard(folder);

        assertThat(yard.mine(driver(1))).isEqualTo(before);
        yard.deliver(driver(1), round.id(), round.stops().getLast().id());
        assertThat(yard.round(DISPATCHER, round.id()).state()).isEqualTo(RoundState.COMPLETED);
        eventually(this::freeVan, "the driver is free");
        assertThat(report(1, 3, 52.7, Instant.now()).used()).isFalse();
    }

    @Test
    void rounds_pages_giveEachOnceNewestFirst() {
        yard.withVans(3).withParcels(25);
        var made = yard.plan().rounds().stream()
                .map(round -> round.id().value())
                .sorted()
                .toList();
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = yard.pod.call(DISPATCHER, DispatchingContract.ROUNDS_PAGE, new RoundsQuery(null, 1, cursor));
            page.items().forEach(round -> seen.add(round.id().value()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen.reversed()).isEqualTo(made);
        assertThat(made).hasSize(3);
    }

    private static void assertNotFound(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }
}
