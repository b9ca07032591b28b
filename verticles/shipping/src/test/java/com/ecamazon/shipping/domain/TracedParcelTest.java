package com.ecamazon.shipping.domain;

import static com.ecamazon.shipping.domain.Examples.DEPOT;
import static com.ecamazon.shipping.domain.Examples.FIRST;
import static com.ecamazon.shipping.domain.Examples.NINE;
import static com.ecamazon.shipping.domain.Examples.ROUND;
import static com.ecamazon.shipping.domain.Examples.packed;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Status;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TracedParcelTest {
    private static final RoundDeparted DEPARTED = new RoundDeparted(
            ROUND, new VehicleId("van"), new DriverId("driver"), DEPOT, List.of(FIRST), NINE.plusSeconds(60));

    private static TracedParcel parcel() {
        return TracedParcel.packed(packed(FIRST, 1), NINE);
    }

    private static StopFailed failed(int round) {
        return new StopFailed(
                new RoundId("round-" + round), FIRST, FailReason.NOT_AT_HOME, null, NINE.plusSeconds(100L * round));
    }

    @Test
    void packed_hasALabelAndWaits() {
        assertThat(parcel().status()).isEqualTo(Status.PRE_TRANSIT);
        assertThat(parcel().history().count(Code.LABEL_CREATED)).isEqualTo(1);
    }

    @Test
    void after_departureTwice_isOutOnce() {
        var out = parcel().after(Scans.departed(DEPARTED, NINE));

        assertThat(out.status()).isEqualTo(Status.OUT_FOR_DELIVERY);
        assertThat(out.after(Scans.departed(DEPARTED, NINE.plusSeconds(99)))).isSameAs(out);
    }

    @Test
    void delivered_showsTheFirstProof() {
        var stop = new StopDelivered(ROUND, FIRST, "Anna", null, NINE.plusSeconds(600));
        var delivered = parcel().delivered(Scans.delivered(stop, NINE), Scans.proof(stop));
        var other = new StopDelivered(new RoundId("round-9"), FIRST, "Bob", null, NINE.plusSeconds(700));
        var again = delivered.delivered(Scans.delivered(other, NINE), Scans.proof(other));

        assertThat(delivered.status()).isEqualTo(Status.DELIVERED);
        assertThat(again.proof()).isEqualTo(Scans.proof(stop));
    }

    @Test
    void failed_thirdTime_goesBackToItsSender() {
        var parcel = parcel();
        for (int round = 1; round <= 3; round++) {
            assertThat(parcel.status()).isNotEqualTo(Status.RETURN_TO_SENDER);
            parcel = parcel.after(Scans.failed(parcel, failed(round), NINE));
        }

        assertThat(parcel.status()).isEqualTo(Status.RETURN_TO_SENDER);
        assertThat(parcel.after(Scans.failed(parcel, failed(3), NINE))).isSameAs(parcel);
    }

    @Test
    void tracking_showsNeitherNameNorStreet() {
        assertThat(parcel().tracking().toString()).contains("Berlin").doesNotContain("Anna", "Linden", "example.org");
    }

    @Test
    void byHand_whatFollowsFromOtherThings_isNot() {
        assertThat(Scans.byHand(Code.DELIVERED)).isFalse();
        assertThat(Scans.byHand(Code.OUT_FOR_DELIVERY)).isFalse();
        assertThat(Scans.byHand(Code.ARRIVED_AT_FACILITY)).isTrue();
    }
}
