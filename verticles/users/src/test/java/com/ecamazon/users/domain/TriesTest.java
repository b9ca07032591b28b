package com.ecamazon.users.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TriesTest {
    private static final Instant NOW = Instant.parse("2026-01-01T10:00:00Z");

    private static Tries ten() {
        var tries = Tries.NONE;
        for (int minute = 0; minute < 10; minute++) {
            assertThat(tries.wait(NOW.plus(Duration.ofMinutes(minute)))).isEmpty();
            tries = tries.tried(NOW.plus(Duration.ofMinutes(minute)));
        }
        return tries;
    }

    @Test
    void wait_tenInTheWindow_isUntilTheOldestLeavesIt() {
        assertThat(ten().wait(NOW.plus(Duration.ofMinutes(10)))).contains(Duration.ofMinutes(5));
        assertThat(ten().wait(NOW.plus(Duration.ofMinutes(15)).minusMillis(1))).contains(Duration.ofMillis(1));
    }

    @Test
    void wait_oldestLeftTheWindow_isOver() {
        assertThat(ten().wait(NOW.plus(Duration.ofMinutes(15)))).isEmpty();
    }

    @Test
    void tried_longAfter_forgetsTheOld() {
        var later = NOW.plus(Duration.ofHours(1));
        assertThat(ten().tried(later).at()).containsExactly(later);
        assertThat(ten().tried(later).until()).isEqualTo(later.plus(Tries.WINDOW));
    }

    @Test
    void without_oneThatCameToNoVerdict_hasRoomAgain() {
        assertThat(ten().without(NOW.plus(Duration.ofMinutes(3))).wait(NOW.plus(Duration.ofMinutes(10))))
                .isEmpty();
    }
}
