package com.ecamazon.dispatching.domain;

import static com.ecamazon.dispatching.domain.Examples.BERLIN;
import static com.ecamazon.dispatching.domain.Examples.NINE;
import static com.ecamazon.dispatching.domain.Examples.TRAVEL;
import static com.ecamazon.dispatching.domain.Examples.draft;
import static com.ecamazon.dispatching.domain.Examples.sscc;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.StopId;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.StopState;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class DeliveryRoundTest {
    private static final StopId FIRST = new StopId(sscc(1).value());
    private static final StopId SECOND = new StopId(sscc(2).value());

    private static DeliveryRound onTheRoad() {
        return draft(2).confirmed(Set.of(sscc(1), sscc(2)), TRAVEL).departed(NINE, TRAVEL);
    }

    private static DeliveryRound delivered(DeliveryRound round, StopId stop, int seconds) {
        return round.done(stop, StopState.DELIVERED, NINE.plusSeconds(seconds), null, TRAVEL);
    }

    @Test
    void confirmed_allParcels_isPlannedAsDrafted() {
        var round = draft(2).confirmed(Set.of(sscc(1), sscc(2)), TRAVEL);

        assertThat(round.state()).isEqualTo(RoundState.PLANNED);
        assertThat(round.metres()).isEqualTo(9_999);
        assertThat(round.stops()).isEqualTo(draft(2).stops());
    }

    @Test
    void confirmed_oneParcelLostToAnother_isPlannedWithoutIt() {
        var round = draft(2).confirmed(Set.of(sscc(2)), TRAVEL);

        assertThat(round.parcels()).containsExactly(sscc(2));
        var door = round.stops().getFirst().door().position();
        assertThat(round.metres()).isEqualTo(Math.round(2 * TRAVEL.metres(BERLIN, door)));
        assertThat(round.stops().getFirst().planned()).isEqualTo(TRAVEL.arrival(BERLIN, NINE, door, NINE));
    }

    @Test
    void confirmed_noParcel_isAbortedAndNamesNobody() {
        var round = draft(2).confirmed(Set.of(), TRAVEL);

        assertThat(round.state()).isEqualTo(RoundState.ABORTED);
        assertThat(round.toString()).doesNotContain("Anna", "Linden");
    }

    @Test
    void done_firstStop_isInProgressAndForgetsWhoLivesThere() {
        var round = delivered(onTheRoad(), FIRST, 500);
        var done = round.stop(FIRST).orElseThrow();

        assertThat(round.state()).isEqualTo(RoundState.IN_PROGRESS);
        assertThat(done.state()).isEqualTo(StopState.DELIVERED);
        assertThat(done.toString()).doesNotContain("Anna", "Linden");
        assertThat(round.stop(SECOND).orElseThrow().toString()).contains("Anna", "Lindenallee 7, 3rd floor");
    }

    @Test
    void done_outOfOrder_othersAreExpectedFromThere() {
        var third = new StopId(sscc(3).value());
        var round = delivered(draft(3).departed(NINE, TRAVEL), third, 500);
        var done = round.stop(third).orElseThrow().door().position();
        var left = round.stop(FIRST).orElseThrow();

        assertThat(left.estimated())
                .isEqualTo(
                        TRAVEL.arrival(done, NINE.plusSeconds(500), left.door().position(), left.from()))
                .isNotEqualTo(TRAVEL.arrival(
                        BERLIN, NINE.plusSeconds(500), left.door().position(), left.from()));
    }

    @Test
    void done_late_movesWhatIsExpectedLater() {
        var onTime = delivered(onTheRoad(), FIRST, 500).stop(SECOND).orElseThrow();
        var late = delivered(onTheRoad(), FIRST, 1_500).stop(SECOND).orElseThrow();

        assertThat(late.estimated()).isEqualTo(onTime.estimated().plusSeconds(1_000));
        assertThat(late.planned()).isEqualTo(onTime.planned());
    }

    @Test
    void done_lastStop_isCompleted() {
        var round = delivered(delivered(onTheRoad(), SECOND, 500), FIRST, 900);

        assertThat(round.state()).isEqualTo(RoundState.COMPLETED);
        assertThat(round.ahead(BERLIN, NINE, TRAVEL)).isEmpty();
    }

    @Test
    void ahead_onTheWay_countsFromWhereTheVanIs() {
        var round = delivered(onTheRoad(), FIRST, 500);
        var second = round.stop(SECOND).orElseThrow();
        var ahead = round.ahead(second.door().position(), NINE.plusSeconds(800), TRAVEL);

        assertThat(ahead).singleElement().satisfies(stop -> {
            assertThat(stop.sscc()).isEqualTo(sscc(2));
            assertThat(stop.estimated()).isEqualTo(NINE.plusSeconds(800));
        });
    }
}
