package com.ecamazon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RandomSchedulesTest {
    private static final long SEED = 20_261_122;

    /** A hold that came late let an order that was taken up again after a crash allocate twice. */
    private static final long LATE_HOLD = 96;

    @Test
    void schedules_ofAThousandSeeds_endWell() {
        assertThat(Simulator.random(SEED, 1_000, failure -> {}).failures()).isEmpty();
    }

    @Test
    void schedule_ofASeedThatOnceFailed_endsWell() {
        assertThat(Simulator.random(LATE_HOLD, 1, failure -> {}).failures()).isEmpty();
    }

    @Test
    void schedule_ofTheSameSeed_happensAgainAsItDid() {
        var first = Schedule.run(Plan.of(SEED), true);
        var again = Schedule.run(Plan.of(SEED), true);
        assertThat(again.trace()).isEqualTo(first.trace()).hasSizeGreaterThan(50);
        assertThat(again.digest()).isEqualTo(first.digest());
        assertThat(Schedule.run(Plan.of(SEED), false).digest()).isEqualTo(first.digest());
    }

    @Test
    void schedules_ofManySeeds_meetFaultsAndCrashes() {
        var plans = LongStream.range(0, 200).mapToObj(Plan::of).toList();
        assertThat(plans).anySatisfy(plan -> assertThat(plan.crashes()).hasSize(3));
        assertThat(plans).anySatisfy(plan -> assertThat(plan.instances()).isEqualTo(2));
        assertThat(plans)
                .anySatisfy(plan -> assertThat(plan.faults().bankSilentAfter()).isPositive());
    }
}
