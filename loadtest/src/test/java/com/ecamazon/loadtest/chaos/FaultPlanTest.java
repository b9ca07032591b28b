package com.ecamazon.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.loadtest.chaos.Fault.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class FaultPlanTest {
    private static final List<String> INSTANCES =
            List.of("gateway-1", "gateway-2", "payment-1", "shop-1", "shop-2", "stock-1");
    private static final int HALF_AN_HOUR = 1_800;

    private static List<Fault> plan(long seed, int seconds) {
        return FaultPlan.of(seed, INSTANCES, seconds, true);
    }

    @Test
    void plan_ofOneSeed_isTheSameAgain() {
        assertThat(plan(7, HALF_AN_HOUR)).isEqualTo(plan(7, HALF_AN_HOUR)).isNotEqualTo(plan(8, HALF_AN_HOUR));
    }

    @Test
    void plan_ofTwoMinutes_restartsADomainAndBreaksSomethingElse() {
        assertThat(plan(1, 120)).hasSizeGreaterThan(1).first().satisfies(first -> {
            assertThat(first.kind()).isEqualTo(Kind.ROLL);
            assertThat(first.target()).isIn("gateway", "payment", "shop", "stock");
        });
    }

    @Test
    void plan_ofAnyLength_breaksOneThingAtATimeAndEndsWithCalm() {
        var plan = plan(3, HALF_AN_HOUR);
        for (int i = 1; i < plan.size(); i++) {
            assertThat(plan.get(i).at()).isGreaterThan(plan.get(i - 1).end());
        }
        assertThat(plan.getLast().end()).isLessThan(HALF_AN_HOUR - 10);
    }

    @Test
    void plans_ofManySeeds_haveEveryKind() {
        var kinds = LongStream.range(0, 20)
                .mapToObj(seed -> plan(seed, HALF_AN_HOUR))
                .flatMap(List::stream)
                .map(Fault::kind)
                .toList();
        assertThat(EnumSet.copyOf(kinds)).isEqualTo(EnumSet.allOf(Kind.class));
    }

    @Test
    void plans_ofManySeeds_killGatewaysButNeverPauseOrCutThem() {
        var kinds = LongStream.range(0, 20)
                .mapToObj(seed -> plan(seed, HALF_AN_HOUR))
                .flatMap(List::stream)
                .filter(fault -> fault.target().startsWith("gateway-"))
                .map(Fault::kind);
        assertThat(kinds).isNotEmpty().containsOnly(Kind.KILL);
    }

    @Test
    void plan_ofHalfAnHour_pausesForLongerThanOneOfTwoMinutes() {
        assertThat(longestPause(HALF_AN_HOUR)).isEqualTo(30);
        assertThat(longestPause(120)).isEqualTo(15);
    }

    private static int longestPause(int seconds) {
        return LongStream.range(0, 200)
                .mapToObj(seed -> plan(seed, seconds))
                .flatMap(List::stream)
                .filter(fault -> fault.kind() == Kind.PAUSE)
                .mapToInt(Fault::seconds)
                .max()
                .orElse(0);
    }

    @Test
    void rolls_ofTenMinutes_takeEveryDomainInTurnTwice() {
        var domains = List.of("gateway", "payment", "shop", "stock");
        var plan = FaultPlan.rolls(INSTANCES, 600);
        assertThat(plan).extracting(Fault::kind).containsOnly(Kind.ROLL);
        assertThat(plan).extracting(Fault::target).startsWith("gateway", "payment", "shop", "stock", "gateway");
        assertThat(domains)
                .allSatisfy(domain -> assertThat(plan)
                        .extracting(Fault::target)
                        .filteredOn(domain::equals)
                        .hasSizeGreaterThan(1));
        assertThat(plan.getLast().end()).isLessThan(600 - 10);
    }

    @Test
    void plan_withoutNetworks_pausesInsteadOfCutting() {
        var plan = FaultPlan.of(3, INSTANCES, HALF_AN_HOUR, false);
        assertThat(plan)
                .extracting(Fault::kind)
                .contains(Kind.PAUSE)
                .doesNotContain(Kind.CUT, Kind.CUT_IN, Kind.CUT_OUT);
    }
}
