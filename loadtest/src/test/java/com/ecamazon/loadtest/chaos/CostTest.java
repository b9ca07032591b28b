package com.ecamazon.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.loadtest.chaos.Cost.Share;
import com.ecamazon.loadtest.chaos.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTest {
    private long nanos;
    private final Timeline timeline = new Timeline(100, () -> nanos);

    private void asked(int second, boolean answered) {
        nanos = second * 1_000_000_000L;
        timeline.asked(answered);
        timeline.left(answered);
    }

    @Test
    void of_faultsOfTwoKinds_countsForEachWhatCameInItsTime() {
        var faults = List.of(
                new Fault(10, Kind.CUT, "stock-1", 25),
                new Fault(60, Kind.KILL, "shop-1", 5),
                new Fault(80, Kind.KILL, "shop-2", 5));
        asked(5, false);
        asked(19, false);
        asked(20, true);
        asked(44, false);
        asked(45, false);
        asked(62, true);
        asked(74, true);
        asked(84, false);
        assertThat(Cost.of(faults, timeline))
                .containsExactly(
                        new Cost(Kind.KILL, 2, 100 * 2 / 3.0, new Share(1, 2), new Share(0, 1), 5),
                        new Cost(Kind.CUT, 1, 100 / 3.0, new Share(1, 1), new Share(1, 2), 35));
    }
}
