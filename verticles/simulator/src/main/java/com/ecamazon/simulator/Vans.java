package com.ecamazon.simulator;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.dispatching.Rounds.RoundNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import io.vertx.core.Future;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Stands for Dispatching: takes each labelled parcel to the door, and tells of it until it is heard, in order. */
final class Vans implements Network.Listener {
    private static final Position DOOR = new Position(52.4, 4.9);

    private final VirtualTime time;
    private final Chances chances;
    private final SimulatedBus bus;
    private final Set<Sscc> known = new HashSet<>();
    private long rounds;
    private int underWay;

    Vans(World world) {
        time = world.time();
        chances = world.chances();
        bus = world.bus(Caller.domain(Domain.DISPATCHING));
        world.network().register(Domain.DISPATCHING, new Life(), this);
    }

    boolean isQuiet() {
        return underWay == 0;
    }

    @Override
    public Future<?> answer(Question question) {
        if (question.body() instanceof Event<?> event
                && event.data() instanceof ParcelLabelled labelled
                && known.add(labelled.sscc())) {
            underWay++;
            drive(labelled.sscc(), labelled.depot(), chances.strikes(0.2));
        }
        return Future.succeededFuture(true);
    }

    @Override
    public void hear(Feed<?> feed, Object news) {}

    /** @param inVain whether nobody opens the first time */
    private void drive(Sscc parcel, DepotId depot, boolean inVain) {
        var round = new RoundId("R-" + ++rounds);
        time.after(
                seconds(),
                () -> tell(
                        round,
                        1,
                        new RoundNews.RoundDeparted(
                                round,
                                new VehicleId("van"),
                                new DriverId("ada"),
                                depot,
                                List.of(parcel),
                                time.instant()),
                        () -> time.after(seconds(), () -> arrive(round, parcel, depot, inVain))));
    }

    private void arrive(RoundId round, Sscc parcel, DepotId depot, boolean inVain) {
        if (inVain) {
            tell(
                    round,
                    2,
                    new RoundNews.StopFailed(round, parcel, FailReason.NOT_AT_HOME, DOOR, time.instant()),
                    () -> drive(parcel, depot, false));
        } else {
            tell(round, 2, new RoundNews.StopDelivered(round, parcel, "Ada", DOOR, time.instant()), () -> underWay--);
        }
    }

    private long seconds() {
        return chances.between(500_000, 2_000_000);
    }

    private void tell(RoundId round, long sequence, RoundNews news, Runnable heard) {
        var event = new Event<>(
                "dispatching.rounds/" + round + "/" + sequence, round.value(), sequence, time.instant(), news);
        bus.deliver(DispatchingContract.ROUNDS, Domain.SHIPPING, event).onComplete(done -> {
            if (done.succeeded()) {
                heard.run();
            } else {
                time.after(500_000, () -> tell(round, sequence, news, heard));
            }
        });
    }
}
