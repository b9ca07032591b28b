package com.ecamazon.dispatching.domain;

import static com.ecamazon.dispatching.domain.Examples.BERLIN;
import static com.ecamazon.dispatching.domain.Examples.NINE;
import static com.ecamazon.dispatching.domain.Examples.TRAVEL;
import static com.ecamazon.dispatching.domain.Examples.drop;
import static com.ecamazon.dispatching.domain.Examples.sscc;
import static com.ecamazon.dispatching.domain.Examples.van;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Position;
import com.ecamazon.contract.Sscc;
import com.ecamazon.dispatching.domain.RoundPlanner.Drop;
import com.ecamazon.dispatching.domain.RoundPlanner.LeftOut;
import com.ecamazon.dispatching.domain.RoundPlanner.Planned;
import com.ecamazon.dispatching.domain.RoundPlanner.PlannedDrop;
import com.ecamazon.dispatching.domain.RoundPlanner.Van;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class RoundPlannerTest {
    private static final Duration ALL_DAY = Duration.ofHours(10);

    private final RoundPlanner planner = new RoundPlanner(TRAVEL);

    private static Position north(double degrees) {
        return new Position(BERLIN.lat() + degrees, BERLIN.lon());
    }

    private static String reason(Planned plan) {
        assertThat(plan.leftOut()).hasSize(1);
        return plan.leftOut().getFirst().reason();
    }

    @Test
    void plan_doorsOnALine_areVisitedWithoutTurningBack() {
        var drops = List.of(
                drop(3, north(0.03), NINE, ALL_DAY),
                drop(1, north(0.01), NINE, ALL_DAY),
                drop(2, north(0.02), NINE, ALL_DAY));
        var plan = planner.plan(BERLIN, NINE, List.of(van(1, 10_000, 10)), drops);

        assertThat(plan.rounds()).hasSize(1);
        assertThat(plan.rounds().getFirst().metres()).isEqualTo(Math.round(2 * TRAVEL.metres(BERLIN, north(0.03))));
        assertThat(plan.leftOut()).isEmpty();
    }

    @Test
    void plan_windowThatOpensLater_isWaitedFor() {
        var plan = planner.plan(
                BERLIN,
                NINE,
                List.of(van(1, 10_000, 10)),
                List.of(drop(1, north(0.01), NINE.plusSeconds(7_200), Duration.ofHours(1))));

        assertThat(plan.rounds().getFirst().drops().getFirst().at()).isEqualTo(NINE.plusSeconds(7_200));
    }

    @Test
    void plan_fasterCity_doesNotWaitAndIsFaster() {
        var door = north(0.01);
        var plan = new RoundPlanner(new Travel(60))
                .plan(
                        BERLIN,
                        NINE,
                        List.of(van(1, 10_000, 10)),
                        List.of(drop(1, door, NINE.plusSeconds(7_200), Duration.ofHours(1))));

        assertThat(plan.rounds().getFirst().drops().getFirst().at())
                .isBetween(NINE.plusSeconds(2), NINE.plusSeconds(5));
    }

    @Test
    void plan_parcelThatIsLateAlready_isBroughtFirst() {
        var drops = List.of(
                drop(1, north(0.01), NINE, ALL_DAY),
                drop(2, north(0.02), NINE, ALL_DAY),
                drop(3, north(-0.02), NINE.minus(ALL_DAY), Duration.ofHours(1)));
        var plan = planner.plan(BERLIN, NINE, List.of(van(1, 10_000, 10)), drops);

        assertThat(plan.leftOut()).isEmpty();
        assertThat(plan.rounds().getFirst().drops().getFirst().sscc()).isEqualTo(sscc(3));
    }

    @Test
    void plan_noVan_saysSo() {
        var plan = planner.plan(BERLIN, NINE, List.of(), List.of(drop(1, north(0.01), NINE, ALL_DAY)));

        assertThat(reason(plan)).contains("No van");
    }

    @Test
    void plan_parcelTooHeavyForAnyVan_saysSo() {
        var plan = planner.plan(BERLIN, NINE, List.of(van(1, 999, 10)), List.of(drop(1, north(0.01), NINE, ALL_DAY)));

        assertThat(reason(plan)).contains("heavier or larger");
    }

    @Test
    void plan_moreParcelsThanRoom_saysThatVansAreFull() {
        var drops = List.of(drop(1, north(0.01), NINE, ALL_DAY), drop(2, north(0.02), NINE, ALL_DAY));

        assertThat(reason(planner.plan(BERLIN, NINE, List.of(van(1, 10_000, 1)), drops)))
                .contains("full");
    }

    @Test
    void plan_twoFarDoorsAtTheSameTimeForOneVan_saysThatTheWindowIsMissed() {
        var inHalfAnHour = NINE.plusSeconds(1_800);
        var drops = List.of(
                drop(1, north(0.05), inHalfAnHour, Duration.ofMinutes(5)),
                drop(2, north(-0.05), inHalfAnHour, Duration.ofMinutes(5)));

        assertThat(reason(planner.plan(BERLIN, NINE, List.of(van(1, 10_000, 10)), drops)))
                .contains("window");
        assertThat(planner.plan(BERLIN, NINE, List.of(van(1, 10_000, 10), van(2, 10_000, 10)), drops)
                        .leftOut())
                .isEmpty();
    }

    @Test
    void plan_moreParcelsThanOnePlanTakes_leavesTheLeastUrgentWithAReason() {
        var drops = IntStream.rangeClosed(1, RoundPlanner.MOST_PARCELS + 1)
                .mapToObj(i -> drop(i, north(0.001), NINE, ALL_DAY.plusMinutes(i)))
                .toList();
        var plan = planner.plan(BERLIN, NINE, List.of(), drops);

        assertThat(plan.leftOut()).hasSize(drops.size());
        assertThat(plan.leftOut().getLast())
                .isEqualTo(new LeftOut(
                        sscc(RoundPlanner.MOST_PARCELS + 1), "More parcels wait than one plan takes; plan again."));
    }

    @Test
    void plan_sameInput_samePlan() {
        var drops = anyDrops(new Random(5), 40);
        var vans = List.of(van(1, 20_000, 15), van(2, 20_000, 15));

        assertThat(planner.plan(BERLIN, NINE, vans, drops)).isEqualTo(planner.plan(BERLIN, NINE, vans, drops));
    }

    @Test
    void plan_anyParcelsAndVans_keepsEveryPromise() {
        for (int seed = 0; seed < 60; seed++) {
            var random = new Random(seed);
            var drops = anyDrops(random, random.nextInt(50));
            var vans = IntStream.rangeClosed(1, random.nextInt(5))
                    .mapToObj(i -> van(i, 2_000 + random.nextInt(20_000), 1 + random.nextInt(15)))
                    .toList();

            verify(planner.plan(BERLIN, NINE, vans, drops), vans, drops);
        }
    }

    @Test
    void plan_threeHundredParcelsFifteenVans_keepsEveryPromiseAndBringsAll() {
        var drops = IntStream.rangeClosed(1, 300)
                .mapToObj(i -> drop(i, anyDoor(new Random(i)), NINE, ALL_DAY))
                .toList();
        var vans =
                IntStream.rangeClosed(1, 15).mapToObj(i -> van(i, 30_000, 25)).toList();
        var plan = planner.plan(BERLIN, NINE, vans, drops);

        verify(plan, vans, drops);
        assertThat(plan.leftOut()).isEmpty();
    }

    private static Position anyDoor(Random random) {
        return new Position(BERLIN.lat() + random.nextDouble(-0.1, 0.1), BERLIN.lon() + random.nextDouble(-0.15, 0.15));
    }

    private static List<Drop> anyDrops(Random random, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new Drop(
                        sscc(i),
                        anyDoor(random),
                        1 + random.nextInt(4_000),
                        1 + random.nextInt(2_000_000),
                        NINE.plusSeconds(60L * random.nextInt(-300, 300)),
                        NINE.plusSeconds(60L * random.nextInt(-200, 700))))
                .map(drop -> drop.until().isAfter(drop.from()) ? drop : swapped(drop))
                .toList();
    }

    private static Drop swapped(Drop drop) {
        return new Drop(drop.sscc(), drop.position(), drop.grams(), drop.cubicCentimetres(), drop.until(), drop.from());
    }

    private static void verify(Planned plan, List<Van> vans, List<Drop> drops) {
        Map<Sscc, Drop> bySscc = drops.stream().collect(Collectors.toMap(Drop::sscc, Function.identity()));
        var seen = new HashSet<Sscc>();
        var used = new HashSet<Van>();
        for (var round : plan.rounds()) {
            assertThat(used.add(round.van())).as("a van has one round").isTrue();
            assertThat(vans).contains(round.van());
            var inVan = round.drops().stream()
                    .map(PlannedDrop::sscc)
                    .map(bySscc::get)
                    .toList();
            assertThat(inVan.size()).isBetween(1, round.van().parcels());
            assertThat(inVan.stream().mapToInt(Drop::grams).sum())
                    .isLessThanOrEqualTo(round.van().grams());
            assertThat(inVan.stream().mapToLong(Drop::cubicCentimetres).sum())
                    .isLessThanOrEqualTo(round.van().cubicCentimetres());
            var here = BERLIN;
            var free = NINE;
            for (var planned : round.drops()) {
                var drop = bySscc.get(planned.sscc());
                assertThat(seen.add(drop.sscc())).as("a parcel is in one round").isTrue();
                assertThat(planned.at()).isEqualTo(TRAVEL.arrival(here, free, drop.position(), drop.from()));
                boolean keepable = TRAVEL.arrival(BERLIN, NINE, drop.position(), drop.from())
                        .isBefore(drop.until().minusSeconds(1));
                if (keepable) {
                    assertThat(planned.at()).as("its window is kept").isBetween(drop.from(), drop.until());
                }
                here = drop.position();
                free = TRAVEL.free(planned.at());
            }
        }
        for (var left : plan.leftOut()) {
            assertThat(left.reason()).isNotBlank();
            assertThat(seen.add(left.sscc())).as("left out or in a round").isTrue();
        }
        assertThat(seen).isEqualTo(bySscc.keySet());
    }
}
