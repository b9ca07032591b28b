package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final long SECOND = 1_000_000_000L;
    private static final long MILLI = 1_000_000L;

    private final AtomicLong now = new AtomicLong();
    private final Load load = new Load(now::get);

    @Test
    void read_nothingServed_isZero() {
        assertThat(afterASecond()).isEqualTo(new Reading(0, 0, 0));
    }

    @Test
    void read_servedSomeSecondsAgo_stillCounts() {
        served(8, false);
        served(2, true);
        afterASecond();
        afterASecond();
        afterASecond();
        afterASecond();

        assertThat(afterASecond()).isEqualTo(new Reading(2, 0.4, 5));
    }

    @Test
    void read_servedLongAgo_countsNoMore() {
        served(50, false);
        for (int second = 1; second <= 10; second++) {
            assertThat(afterASecond().requestsPerSecond()).isPositive();
        }

        assertThat(afterASecond()).isEqualTo(new Reading(0, 0, 0));
    }

    private void served(int requests, boolean failed) {
        for (int request = 0; request < requests; request++) {
            load.served(5 * MILLI, failed);
        }
    }

    private Reading afterASecond() {
        now.addAndGet(SECOND);
        return load.read();
    }
}
