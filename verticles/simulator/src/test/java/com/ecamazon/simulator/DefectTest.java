package com.ecamazon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A simulator that finds nothing must be known to find something. */
class DefectTest {
    private static final int SEEDS = 60;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
    void schedules_withAPlantedDefect_fail(Defect defect) {
        var found = LongStream.range(0, SEEDS)
                .mapToObj(seed -> Schedule.run(Plan.of(seed).with(defect), false))
                .filter(result -> !result.breaches().isEmpty())
                .findFirst();
        assertThat(found).isPresent();
    }
}
