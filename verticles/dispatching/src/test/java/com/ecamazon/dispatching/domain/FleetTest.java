package com.ecamazon.dispatching.domain;

import static com.ecamazon.dispatching.domain.Examples.DEPOT;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.dispatching.domain.Fleet.FleetDriver;
import com.ecamazon.dispatching.domain.Fleet.FleetVehicle;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FleetTest {
    private static final RoundId ROUND = new RoundId("round-1");
    private static final VehicleId VAN = new VehicleId("van");

    private static FleetVehicle vehicle(FleetVehicle... before) {
        var put = new PutVehicle(VAN, "B-EC 1", DEPOT, 500_000, 5_000_000, 40);
        return FleetVehicle.entered(before.length == 0 ? null : before[0], put);
    }

    private static FleetDriver driver(String id, boolean onDuty) {
        return FleetDriver.entered(null, new PutDriver(new DriverId(id), id, null, VAN, onDuty));
    }

    @Test
    void free_driverOnDuty_hasTheVan() {
        assertThat(Fleet.free(DEPOT, List.of(vehicle()), List.of(driver("off", false), driver("on", true))))
                .singleElement()
                .satisfies(van -> assertThat(van.driver().value()).isEqualTo("on"));
    }

    @Test
    void free_twoDriversOfOneVan_oneHasIt() {
        assertThat(Fleet.free(DEPOT, List.of(vehicle()), List.of(driver("b", true), driver("a", true))))
                .singleElement()
                .satisfies(van -> assertThat(van.driver().value()).isEqualTo("a"));
    }

    @Test
    void free_vanOrDriverInARoundOrOtherDepot_isNot() {
        var drivers = List.of(driver("on", true));

        assertThat(Fleet.free(DEPOT, List.of(vehicle().with(ROUND)), drivers)).isEmpty();
        assertThat(Fleet.free(
                        DEPOT, List.of(vehicle()), List.of(driver("on", true).with(ROUND))))
                .isEmpty();
        assertThat(Fleet.free(new DepotId("other"), List.of(vehicle()), drivers))
                .isEmpty();
    }

    @Test
    void entered_again_keepsTheRound() {
        assertThat(vehicle(vehicle().with(ROUND)).round()).isEqualTo(ROUND);
    }
}
