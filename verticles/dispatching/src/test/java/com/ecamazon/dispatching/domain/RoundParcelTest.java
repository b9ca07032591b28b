package com.ecamazon.dispatching.domain;

import static com.ecamazon.dispatching.domain.Examples.NINE;
import static com.ecamazon.dispatching.domain.Examples.labelled;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.RoundId;
import com.ecamazon.dispatching.domain.RoundParcel.Where;
import org.junit.jupiter.api.Test;

final class RoundParcelTest {
    private static final RoundParcel WAITING = RoundParcel.labelled(labelled(1, 0.01, NINE, NINE.plusSeconds(3_600)));

    private static RoundParcel broughtBack(RoundParcel parcel, int round) {
        var id = new RoundId("round-" + round);
        return parcel.taken(id).broughtBack(id);
    }

    @Test
    void broughtBack_upToTwice_waitsAgain() {
        var twice = broughtBack(broughtBack(WAITING, 1), 2);

        assertThat(twice.where()).isEqualTo(Where.WAITING);
        assertThat(twice.shown().attempts()).isEqualTo(2);
        assertThat(twice.door().name()).isEqualTo("Anna Beispiel");
    }

    @Test
    void broughtBack_thirdTime_isGivenUpAndNamesNobody() {
        var given = broughtBack(broughtBack(broughtBack(WAITING, 1), 2), 3);

        assertThat(given.where()).isEqualTo(Where.GIVEN_UP);
        assertThat(given.toString()).doesNotContain("Anna", "Linden");
    }

    @Test
    void delivered_namesNobody() {
        var delivered = WAITING.taken(new RoundId("round-1")).delivered();

        assertThat(delivered.toString()).doesNotContain("Anna", "Linden").contains("Berlin");
    }

    @Test
    void letGo_waitsAsBefore() {
        assertThat(WAITING.taken(new RoundId("round-1")).letGo()).isEqualTo(WAITING);
    }
}
