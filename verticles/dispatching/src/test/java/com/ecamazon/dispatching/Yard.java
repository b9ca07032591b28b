package com.ecamazon.dispatching;

import static com.ecamazon.dispatching.domain.Examples.BERLIN;
import static com.ecamazon.dispatching.domain.Examples.DEPOT;
import static com.ecamazon.dispatching.domain.Examples.labelled;
import static com.ecamazon.platform.testing.LocalPod.eventually;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.Deliver;
import com.ecamazon.contract.dispatching.Rounds.Depart;
import com.ecamazon.contract.dispatching.Rounds.Fail;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.dispatching.Rounds.MyRoundQuery;
import com.ecamazon.contract.dispatching.Rounds.Plan;
import com.ecamazon.contract.dispatching.Rounds.PlanRounds;
import com.ecamazon.contract.dispatching.Rounds.PutDepot;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundQuery;
import com.ecamazon.contract.dispatching.Rounds.RoundReply;
import com.ecamazon.contract.dispatching.Rounds.Waiting;
import com.ecamazon.contract.dispatching.Rounds.WaitingQuery;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Dispatching with a depot, vans and drivers, and Shipping beside it, on a folder that outlives them. */
final class Yard implements AutoCloseable {
    static final Caller DISPATCHER = Caller.user(new UserId("d"), Set.of(Role.DISPATCHER));

    final Neighbour shipping = new Neighbour(Domain.SHIPPING);
    final LocalPod pod;

    Yard(Path folder) {
        pod = LocalPod.open(folder, Map.of(), InstantSource.system(), shipping.service(), DispatchingApp.SERVICE);
    }

    static Caller driver(int number) {
        return Caller.user(new UserId("user-" + number), Set.of(Role.DRIVER));
    }

    /** A depot with so many vans, each with its driver on duty. */
    Yard withVans(int vans) {
        pod.call(DISPATCHER, DispatchingContract.PUT_DEPOT, new PutDepot(DEPOT, "North", BERLIN));
        for (int i = 1; i <= vans; i++) {
            var van = new VehicleId("van-" + i);
            pod.call(
                    DISPATCHER,
                    DispatchingContract.PUT_VEHICLE,
                    new PutVehicle(van, "B-EC " + i, DEPOT, 50_000, 5_000_000, 10));
            pod.call(
                    DISPATCHER,
                    DispatchingContract.PUT_DRIVER,
                    new PutDriver(new DriverId("driver-" + i), "Driver " + i, new UserId("user-" + i), van, true));
        }
        return this;
    }

    /** Parcels with the serials 1 to n, labelled and waiting. */
    Yard withParcels(int parcels) {
        var now = Instant.now();
        for (int i = 1; i <= parcels; i++) {
            shipping.tell(ShippingContract.PARCELS, labelled(i, i / 200.0, now, now.plus(Duration.ofHours(9))));
        }
        waitFor(parcels);
        return this;
    }

    void waitFor(int parcels) {
        eventually(() -> waiting().items().size() == parcels, parcels + " parcels wait");
    }

    Waiting waiting() {
        return pod.call(DISPATCHER, DispatchingContract.WAITING, new WaitingQuery(DEPOT));
    }

    Plan plan() {
        return pod.call(DISPATCHER, DispatchingContract.PLAN, new PlanRounds(null));
    }

    RoundReply depart(Caller caller, RoundId round) {
        return pod.call(caller, DispatchingContract.DEPART, new Depart(round));
    }

    RoundReply deliver(Caller caller, RoundId round, StopId stop) {
        return pod.call(caller, DispatchingContract.DELIVER, new Deliver(round, stop, "Anna", BERLIN));
    }

    RoundReply fail(Caller caller, RoundId round, StopId stop) {
        return pod.call(caller, DispatchingContract.FAIL, new Fail(round, stop, FailReason.NOT_AT_HOME, BERLIN));
    }

    Round round(Caller caller, RoundId round) {
        return pod.call(caller, DispatchingContract.ROUND, new RoundQuery(round));
    }

    /** The round that the driver sees. */
    Round mine(Caller driver) {
        return Objects.requireNonNull(pod.call(driver, DispatchingContract.MY_ROUND, new MyRoundQuery())
                .round());
    }

    @Override
    public void close() {
        pod.close();
    }
}
