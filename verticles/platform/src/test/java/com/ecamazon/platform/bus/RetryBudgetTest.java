package com.ecamazon.platform.bus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private final AtomicLong now = new AtomicLong(1_000_000);
    private final RetryBudget budget = new RetryBudget(now::get);

    private int taken() {
        int taken = 0;
        while (budget.take()) {
            taken++;
        }
        return taken;
    }

    private void asked(int times) {
        IntStream.range(0, times).forEach(i -> budget.asked());
    }

    @Test
    void take_fewQuestions_someEachSecond() {
        assertThat(taken()).isEqualTo(10);
        now.addAndGet(999);
        assertThat(taken()).isZero();
        now.addAndGet(1);
        assertThat(taken()).isEqualTo(10);
    }

    @Test
    void take_manyQuestions_aTenthOfThem() {
        taken();
        asked(500);
        assertThat(taken()).isEqualTo(50);
    }

    @Test
    void take_longQuiet_savesNoMoreThanAHundred() {
        asked(100_000);
        now.addAndGet(60_000);
        assertThat(taken()).isEqualTo(100);
    }
}
