package com.ecamazon.dispatching;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.StopId;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.Deliver;
import com.ecamazon.contract.dispatching.Rounds.Depart;
import com.ecamazon.contract.dispatching.Rounds.Fail;
import com.ecamazon.contract.dispatching.Rounds.MyRound;
import com.ecamazon.contract.dispatching.Rounds.MyRoundQuery;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundNews;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.dispatching.Rounds.RoundQuery;
import com.ecamazon.contract.dispatching.Rounds.RoundReply;
import com.ecamazon.contract.dispatching.Rounds.RoundReply.Done;
import com.ecamazon.contract.dispatching.Rounds.RoundReply.WrongState;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.dispatching.Rounds.StopState;
import com.ecamazon.dispatching.domain.DeliveryRound;
import com.ecamazon.dispatching.domain.DeliveryStop;
import com.ecamazon.dispatching.domain.Travel;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.RoundBook;
import com.ecamazon.platform.bus.Request;
import com.ecamazon.platform.data.Decision;
import io.vertx.core.Future;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a driver does with a round: sees it, leaves, hands over, or fails to. A repeat is answered and changes nothing. */
final class Driving {
    private final RoundBook rounds;
    private final FleetList fleet;
    private final Crew crew;
    private final Travel travel;
    private final InstantSource clock;

    Driving(RoundBook rounds, FleetList fleet, Crew crew, Travel travel, InstantSource clock) {
        this.rounds = rounds;
        this.fleet = fleet;
        this.crew = crew;
        this.travel = travel;
        this.clock = clock;
    }

    Future<Round> show(Request<RoundQuery> request) {
        return own(request.caller(), request.body().id()).map(DeliveryRound::shown);
    }

    Future<MyRound> mine(Request<MyRoundQuery> request) {
        return fleet.drivers(new UserId(request.caller().subject()))
                .compose(drivers -> drivers.stream()
                        .flatMap(driver -> Optional.ofNullable(driver.round()).stream())
                        .findFirst()
                        .map(rounds::find)
                        .orElse(Future.succeededFuture(Optional.empty())))
                .map(found -> new MyRound(found.filter(round -> round.isOnToday())
                        .map(DeliveryRound::shown)
                        .orElse(null)));
    }

    Future<RoundReply> depart(Request<Depart> request) {
        var now = clock.instant();
        return decide(request.caller(), request.body().id(), round -> departed(round, now));
    }

    private Decision<DeliveryRound, RoundReply> departed(DeliveryRound round, Instant now) {
        if (round.hasLeft()) {
            return Decision.unchanged(new Done(round.shown()));
        }
        if (round.state() != RoundState.PLANNED) {
            return Decision.unchanged(new WrongState(round.state()));
        }
        var next = round.departed(now, travel);
        var news = new RoundDeparted(round.id(), round.vehicle(), round.driver(), round.depot(), round.parcels(), now);
        return change(next, news);
    }

    Future<RoundReply> deliver(Request<Deliver> request) {
        var body = request.body();
        var now = clock.instant();
        return decide(
                request.caller(),
                body.id(),
                round -> done(round, body.stop(), StopState.DELIVERED, stop -> {
                    var next = round.done(stop.id(), StopState.DELIVERED, now, null, travel);
                    var news = new StopDelivered(round.id(), stop.sscc(), body.receivedBy(), body.position(), now);
                    return over(
                            next,
                            change(next, news)
                                    .news(RoundAftermath.TOPIC, new RoundAftermath.Delivered(round.id(), stop.sscc())));
                }));
    }

    Future<RoundReply> fail(Request<Fail> request) {
        var body = request.body();
        var now = clock.instant();
        var reason = body.reason().name().toLowerCase(Locale.ROOT);
        return decide(
                request.caller(),
                body.id(),
                round -> done(round, body.stop(), StopState.FAILED, stop -> {
                    var next = round.done(stop.id(), StopState.FAILED, now, reason, travel);
                    var news = new StopFailed(round.id(), stop.sscc(), body.reason(), body.position(), now);
                    return over(
                            next,
                            change(next, news)
                                    .news(
                                            RoundAftermath.TOPIC,
                                            new RoundAftermath.BroughtBack(round.id(), stop.sscc())));
                }));
    }

    private static Decision<DeliveryRound, RoundReply> done(
            DeliveryRound round,
            StopId id,
            StopState end,
            Function<DeliveryStop, Decision<DeliveryRound, RoundReply>> finish) {
        var stop = round.stop(id).orElseThrow(() -> new ProblemException(Problem.notFound()));
        if (stop.state() == end) {
            return Decision.unchanged(new Done(round.shown()));
        }
        return round.underWay() && stop.state() == StopState.OPEN
                ? finish.apply(stop)
                : Decision.unchanged(new WrongState(round.state()));
    }

    private static Decision<DeliveryRound, RoundReply> over(
            DeliveryRound round, Decision<DeliveryRound, RoundReply> decision) {
        return round.state() == RoundState.COMPLETED
                ? decision.news(
                        RoundAftermath.TOPIC,
                        new RoundAftermath.Over(round.id(), round.vehicle(), round.driver(), round.parcels()))
                : decision;
    }

    private static Decision<DeliveryRound, RoundReply> change(DeliveryRound next, RoundNews news) {
        return Decision.<DeliveryRound, RoundReply>change(next, new Done(next.shown()))
                .journaled()
                .news(DispatchingContract.ROUNDS, news);
    }

    private Future<RoundReply> decide(
            Caller caller, RoundId id, Function<DeliveryRound, Decision<DeliveryRound, RoundReply>> decision) {
        return own(caller, id).compose(done -> rounds.decide(id, round -> decision.apply(known(round))));
    }

    private Future<DeliveryRound> own(Caller caller, RoundId id) {
        return rounds.find(id).compose(found -> {
            var round = found.orElseThrow(() -> new ProblemException(Problem.notFound()));
            return crew.mustBe(caller, round.driver()).map(done -> round);
        });
    }

    private static DeliveryRound known(@Nullable DeliveryRound round) {
        return Objects.requireNonNull(round, "a round is never removed");
    }
}
