package com.ecamazon.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.loadtest.chaos.Fault.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {
    private long nanos;

    @Test
    void of_aRun_endsWithItsLastGuestAndNamesTheFaults() {
        var timeline = new Timeline(300, () -> nanos);
        nanos = 99_000_000_000L;
        timeline.left(true);
        var svg = Plot.of(timeline, List.of(new Fault(20, Kind.PAUSE, "stock-1", 15)));
        assertThat(svg).startsWith("<svg").contains(">100 s<", "stock-1 paused at 20 s, for 15 s", ">P<");
        assertThat(svg).doesNotContain(">110 s<");
    }
}
