package com.ecamazon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Dies before and after every write of placing, cancelling, shipping and returning an order, once and twice. */
class CrashPointsTest {
    @ParameterizedTest
    @EnumSource(Path.class)
    void crash_beforeOrAfterAnyWrite_endsWell(Path path) {
        var plans = path.singles();
        assertThat(plans).hasSizeGreaterThan(20);
        assertThat(Simulator.play(plans.stream(), failure -> {}).failures()).isEmpty();
    }

    /** All pairs of placing; of the others as many. {@code ./ecamazon simulate --crashes} plays them all. */
    @ParameterizedTest
    @CsvSource({"PLACE, 1", "CANCEL, 4", "SHIP, 12", "RETURN, 20"})
    void crash_atTwoWrites_endsWell(Path path, int every) {
        var plans = path.pairs(every);
        assertThat(plans).hasSizeGreaterThan(200);
        assertThat(Simulator.play(plans.stream(), failure -> {}).failures()).isEmpty();
    }
}
