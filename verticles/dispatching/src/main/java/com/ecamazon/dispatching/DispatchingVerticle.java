package com.ecamazon.dispatching;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Event;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.Drivers;
import com.ecamazon.contract.dispatching.Rounds.DriversQuery;
import com.ecamazon.contract.dispatching.Rounds.Waiting;
import com.ecamazon.contract.dispatching.Rounds.WaitingQuery;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.dispatching.domain.Fleet.FleetDriver;
import com.ecamazon.dispatching.domain.RoundParcel;
import com.ecamazon.dispatching.domain.Travel;
import com.ecamazon.dispatching.store.Depots;
import com.ecamazon.dispatching.store.FleetList;
import com.ecamazon.dispatching.store.LastPositions;
import com.ecamazon.dispatching.store.RoundBook;
import com.ecamazon.dispatching.store.RoundParcels;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.util.concurrent.TimeUnit;

/**
 * What Dispatching serves, and by what. {@code CITY_SPEED} says how many times faster than in life the vans drive; 1 unless
 * the demo's city drives them.
 */
final class DispatchingVerticle extends DomainVerticle {
    private static final int MOST_WAITING_SHOWN = 1_000;
    private static final int PLANNERS = 1;
    private static final long PLAN_SECONDS = 60;

    private final Depots depots;
    private final FleetList fleet;
    private final RoundParcels parcels;
    private final RoundBook rounds;
    private final Planning planning;
    private final Driving driving;
    private final Vans vans;
    private final Aftermath aftermath;
    private final AuditFacts auditFacts;

    DispatchingVerticle(Platform platform) {
        super(platform, Domain.DISPATCHING);
        var database = platform.database();
        var clock = platform.clock();
        var travel = new Travel(platform.settings().integer("CITY_SPEED", 1));
        var worker = platform.vertx().createSharedWorkerExecutor("planner", PLANNERS, PLAN_SECONDS, TimeUnit.SECONDS);
        depots = new Depots(database);
        fleet = new FleetList(database);
        parcels = new RoundParcels(database);
        rounds = new RoundBook(database);
        planning = new Planning(depots, fleet, parcels, rounds, travel, worker, clock);
        driving = new Driving(rounds, fleet, new Crew(fleet), travel, clock);
        vans = new Vans(fleet, rounds, parcels, new LastPositions(database), travel, platform.bus(), clock);
        aftermath = new Aftermath(parcels, fleet);
        auditFacts = new AuditFacts(parcels, rounds, fleet);
    }

    @Override
    protected Future<?> prepare() {
        return vans.load();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(DispatchingContract.DRIVERS, this::drivers);
        bindings.serve(DispatchingContract.PUT_DRIVER, request -> fleet.enter(request.body()));
        bindings.serve(DispatchingContract.VEHICLES, vans::vehicles);
        bindings.serve(DispatchingContract.PUT_VEHICLE, request -> fleet.enter(request.body()));
        bindings.serve(DispatchingContract.CENTRES, request -> depots.centres());
        bindings.serve(DispatchingContract.PUT_CENTRE, request -> depots.enter(request.body()));
        bindings.serve(DispatchingContract.PUT_DEPOT, request -> depots.enter(request.body()));
        bindings.serve(DispatchingContract.WAITING, this::waiting);
        bindings.serve(DispatchingContract.PLAN, planning::plan);
        bindings.serve(DispatchingContract.ROUNDS_PAGE, request -> rounds.page(request.body()));
        bindings.serve(DispatchingContract.ROUND, driving::show);
        bindings.serve(DispatchingContract.MY_ROUND, driving::mine);
        bindings.serve(DispatchingContract.DEPART, driving::depart);
        bindings.serve(DispatchingContract.DELIVER, driving::deliver);
        bindings.serve(DispatchingContract.FAIL, driving::fail);
        bindings.serve(DispatchingContract.REPORT_POSITION, vans::report);
        bindings.serve(DispatchingContract.VAN, vans::show);
        bindings.serve(DispatchingContract.DELIVERY_FACTS, auditFacts::deliveries);
        bindings.serve(DispatchingContract.ROUND_FACTS, auditFacts::rounds);
        bindings.serve(
                DispatchingContract.OUTBOXES,
                request -> platform.database().outboxes(request.body().before()));
        bindings.serve(
                DispatchingContract.PARKED, request -> platform.database().parked());
        bindings.serve(
                DispatchingContract.REDRIVE, request -> platform.database().redrive(request.body()));
        bindings.subscribe(ShippingContract.PARCELS, this::heard);
        bindings.project(RoundAftermath.TOPIC, aftermath::follow);
        bindings.listen(DispatchingContract.VAN_FEED, vans::heard);
    }

    private Future<Drivers> drivers(Request<DriversQuery> request) {
        return fleet.drivers()
                .map(found -> new Drivers(found.stream().map(FleetDriver::shown).toList()));
    }

    private Future<Waiting> waiting(Request<WaitingQuery> request) {
        return parcels.waiting(request.body().depot(), MOST_WAITING_SHOWN)
                .map(found -> new Waiting(found.stream().map(RoundParcel::shown).toList()));
    }

    private Future<?> heard(Event<TraceNews> event) {
        return event.data() instanceof ParcelLabelled labelled
                ? parcels.enter(RoundParcel.labelled(labelled))
                : Future.succeededFuture();
    }
}
