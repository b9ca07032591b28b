package com.ecamazon.dispatching.domain;

import static com.ecamazon.dispatching.domain.Examples.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.LastPosition;
import com.ecamazon.contract.dispatching.Rounds.ReportPosition;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class TrackedTest {
    private static final Duration FIVE = Duration.ofSeconds(5);

    private static ReportPosition report(long sequence, int seconds) {
        return new ReportPosition(new VehicleId("van"), sequence, 52.5, 13.4, null, null, NINE.plusSeconds(seconds));
    }

    private static LastPosition known() {
        return Tracked.after(null, report(10, 0)).orElseThrow();
    }

    @Test
    void after_higherNumber_isNews() {
        assertThat(Tracked.after(known(), report(11, 1))).isPresent();
    }

    @Test
    void after_sameOrLowerNumber_isNone() {
        assertThat(Tracked.after(known(), report(10, 1))).isEmpty();
        assertThat(Tracked.after(known(), report(9, 2))).isEmpty();
    }

    @Test
    void after_deviceStartsAgain_isBelievedAfterAMinute() {
        assertThat(Tracked.after(known(), report(1, 60))).isEmpty();
        assertThat(Tracked.after(known(), report(1, 61))).isPresent();
    }

    @Test
    void isDue_everyFewSeconds() {
        assertThat(Tracked.isDue(null, NINE, FIVE)).isTrue();
        assertThat(Tracked.isDue(NINE, NINE.plusSeconds(4), FIVE)).isFalse();
        assertThat(Tracked.isDue(NINE, NINE.plusSeconds(5), FIVE)).isTrue();
    }
}
