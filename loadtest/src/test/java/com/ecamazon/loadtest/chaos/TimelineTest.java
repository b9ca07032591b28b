package com.ecamazon.loadtest.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimelineTest {
    private long nanos;
    private final Timeline timeline = new Timeline(10, () -> nanos);

    private void at(int second) {
        nanos = second * 1_000_000_000L;
    }

    @Test
    void longestGap_betweenTheFirstAndTheLastAnswer_isCountedInSeconds() {
        for (int second : new int[] {1, 2, 6}) {
            at(second);
            timeline.left(true);
        }
        at(4);
        timeline.left(false);
        assertThat(timeline.longestGap()).isEqualTo(3);
        assertThat(timeline.guests()).isEqualTo(4);
        assertThat(timeline.untilTheLast()).isEqualTo(7);
        assertThat(timeline.percentAnswered(any -> true)).isEqualTo(75);
        assertThat(timeline.percentAnswered(second -> second < 4)).isEqualTo(100);
    }

    @Test
    void refused_ofSomeSeconds_countsOnlyTheirs() {
        at(1);
        timeline.asked(false);
        at(5);
        timeline.asked(true);
        timeline.asked(false);
        assertThat(timeline.asked(second -> second >= 5)).isEqualTo(2);
        assertThat(timeline.refused(second -> second >= 5)).isEqualTo(1);
    }

    @Test
    void left_afterItsEnd_countsAsItsLastSecond() {
        at(99);
        timeline.left(true);
        assertThat(timeline.succeeded()[9]).isEqualTo(1);
    }
}
