package com.ecamazon.contract.dispatching;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.DISPATCHING;
import static com.ecamazon.contract.Domain.GATEWAY;
import static com.ecamazon.contract.Domain.SHIPPING;
import static com.ecamazon.contract.Domain.SHOP;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.DISPATCHER;
import static com.ecamazon.contract.Role.DRIVER;
import static com.ecamazon.contract.Role.SUPPORT;
import static com.ecamazon.contract.Role.WAREHOUSE;

import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.ParcelFacts;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.dispatching.Rounds.Centres;
import com.ecamazon.contract.dispatching.Rounds.CentresQuery;
import com.ecamazon.contract.dispatching.Rounds.Deliver;
import com.ecamazon.contract.dispatching.Rounds.Depart;
import com.ecamazon.contract.dispatching.Rounds.Drivers;
import com.ecamazon.contract.dispatching.Rounds.DriversQuery;
import com.ecamazon.contract.dispatching.Rounds.Entered;
import com.ecamazon.contract.dispatching.Rounds.Fail;
import com.ecamazon.contract.dispatching.Rounds.MyRound;
import com.ecamazon.contract.dispatching.Rounds.MyRoundQuery;
import com.ecamazon.contract.dispatching.Rounds.Plan;
import com.ecamazon.contract.dispatching.Rounds.PlanRounds;
import com.ecamazon.contract.dispatching.Rounds.PositionHeard;
import com.ecamazon.contract.dispatching.Rounds.PutCentre;
import com.ecamazon.contract.dispatching.Rounds.PutDepot;
import com.ecamazon.contract.dispatching.Rounds.PutDriver;
import com.ecamazon.contract.dispatching.Rounds.PutVehicle;
import com.ecamazon.contract.dispatching.Rounds.ReportPosition;
import com.ecamazon.contract.dispatching.Rounds.Round;
import com.ecamazon.contract.dispatching.Rounds.RoundNews;
import com.ecamazon.contract.dispatching.Rounds.RoundPage;
import com.ecamazon.contract.dispatching.Rounds.RoundQuery;
import com.ecamazon.contract.dispatching.Rounds.RoundReply;
import com.ecamazon.contract.dispatching.Rounds.RoundsQuery;
import com.ecamazon.contract.dispatching.Rounds.Van;
import com.ecamazon.contract.dispatching.Rounds.VanMoved;
import com.ecamazon.contract.dispatching.Rounds.VanQuery;
import com.ecamazon.contract.dispatching.Rounds.Vehicles;
import com.ecamazon.contract.dispatching.Rounds.VehiclesQuery;
import com.ecamazon.contract.dispatching.Rounds.Waiting;
import com.ecamazon.contract.dispatching.Rounds.WaitingQuery;
import com.ecamazon.contract.operations.OperationsContract;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import java.time.Duration;
import java.util.List;

/** The operations, topics and feeds of Dispatching. */
public final class DispatchingContract {
    public static final Operation<DriversQuery, Drivers> DRIVERS = query(
                    DISPATCHING, "dispatching.drivers", DriversQuery.class, Drivers.class, "The drivers")
            .get("/api/drivers")
            .roles(DISPATCHER, DRIVER);

    public static final Operation<PutDriver, Entered> PUT_DRIVER = command(
                    DISPATCHING, "dispatching.putDriver", PutDriver.class, Entered.class, "Enters a driver")
            .put("/api/drivers/{id}")
            .roles(DISPATCHER);

    public static final Operation<VehiclesQuery, Vehicles> VEHICLES = query(
                    DISPATCHING, "dispatching.vehicles", VehiclesQuery.class, Vehicles.class, "The vehicles")
            .get("/api/vehicles")
            .roles(DISPATCHER, DRIVER);

    public static final Operation<PutVehicle, Entered> PUT_VEHICLE = command(
                    DISPATCHING, "dispatching.putVehicle", PutVehicle.class, Entered.class, "Enters a vehicle")
            .put("/api/vehicles/{id}")
            .roles(DISPATCHER);

    public static final Operation<CentresQuery, Centres> CENTRES = query(
                    DISPATCHING, "dispatching.centres", CentresQuery.class, Centres.class, "The sorting centres")
            .get("/api/centres")
            .roles(DISPATCHER, WAREHOUSE);

    public static final Operation<PutCentre, Entered> PUT_CENTRE = command(
                    DISPATCHING, "dispatching.putCentre", PutCentre.class, Entered.class, "Enters a sorting centre")
            .put("/api/centres/{id}")
            .roles(DISPATCHER);

    public static final Operation<PutDepot, Entered> PUT_DEPOT = command(
                    DISPATCHING, "dispatching.putDepot", PutDepot.class, Entered.class, "Enters a depot to start from")
            .put("/api/round-depots/{id}")
            .roles(DISPATCHER);

    public static final Operation<WaitingQuery, Waiting> WAITING = query(
                    DISPATCHING, "dispatching.waiting", WaitingQuery.class, Waiting.class, "Parcels in no round")
            .get("/api/rounds/waiting")
            .roles(DISPATCHER);

    public static final Operation<PlanRounds, Plan> PLAN = command(
                    DISPATCHING, "dispatching.plan", PlanRounds.class, Plan.class, "Plans rounds")
            .post("/api/rounds/plan")
            .roles(DISPATCHER)
            .promises()
            .within(Duration.ofSeconds(30));

    public static final Operation<RoundsQuery, RoundPage> ROUNDS_PAGE = query(
                    DISPATCHING, "dispatching.rounds", RoundsQuery.class, RoundPage.class, "Rounds, newest first")
            .get("/api/rounds")
            .roles(DISPATCHER, SUPPORT);

    public static final Operation<RoundQuery, Round> ROUND = query(
                    DISPATCHING, "dispatching.round", RoundQuery.class, Round.class, "One round")
            .get("/api/rounds/{id}")
            .roles(DISPATCHER, SUPPORT, DRIVER);

    public static final Operation<MyRoundQuery, MyRound> MY_ROUND = query(
                    DISPATCHING, "dispatching.myRound", MyRoundQuery.class, MyRound.class, "The driver's round")
            .get("/api/me/round")
            .roles(DRIVER);

    public static final Operation<Depart, RoundReply> DEPART = command(
                    DISPATCHING, "dispatching.depart", Depart.class, RoundReply.class, "A van leaves")
            .post("/api/rounds/{id}/depart")
            .roles(DISPATCHER, DRIVER)
            .promises();

    public static final Operation<Deliver, RoundReply> DELIVER = command(
                    DISPATCHING, "dispatching.deliver", Deliver.class, RoundReply.class, "Hands a parcel over")
            .post("/api/rounds/{id}/stops/{stop}/deliver")
            .roles(DISPATCHER, DRIVER)
            .promises();

    public static final Operation<Fail, RoundReply> FAIL = command(
                    DISPATCHING, "dispatching.fail", Fail.class, RoundReply.class, "Reports a failed delivery")
            .post("/api/rounds/{id}/stops/{stop}/fail")
            .roles(DISPATCHER, DRIVER)
            .promises();

    public static final Operation<ReportPosition, PositionHeard> REPORT_POSITION = command(
                    DISPATCHING,
                    "dispatching.reportPosition",
                    ReportPosition.class,
                    PositionHeard.class,
                    "Says where a van is")
            .post("/api/positions")
            .roles(DRIVER)
            .routedBy(report -> report.vehicle().value());

    /** Only for the public view of one parcel: no other stop shows. */
    public static final Operation<VanQuery, Van> VAN = query(
                    DISPATCHING, "dispatching.van", VanQuery.class, Van.class, "The van that brings a parcel")
            .internal(SHIPPING, SHOP, GATEWAY);

    public static final Operation<Window, DeliveryPage> DELIVERY_FACTS = query(
                    DISPATCHING,
                    "dispatching.deliveryFacts",
                    Window.class,
                    DeliveryPage.class,
                    "Parcels on their way to the door, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, ParcelFacts.RoundPage> ROUND_FACTS = query(
                    DISPATCHING,
                    "dispatching.roundFacts",
                    Window.class,
                    ParcelFacts.RoundPage.class,
                    "Rounds that are not over")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<OutboxQuery, Outboxes> OUTBOXES = AuditorContract.outboxes(DISPATCHING);

    public static final Operation<ParkedQuery, Parking> PARKED = OperationsContract.parked(DISPATCHING);

    public static final Operation<Redrive, Redriven> REDRIVE = OperationsContract.redrive(DISPATCHING);

    public static final Topic<RoundNews> ROUNDS =
            Topic.of(DISPATCHING, "dispatching.rounds", RoundNews.class, SHIPPING);

    public static final Feed<VanMoved> VAN_FEED = new Feed<>(DISPATCHING, "feed.dispatching.vans", VanMoved.class);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            DRIVERS,
            PUT_DRIVER,
            VEHICLES,
            PUT_VEHICLE,
            CENTRES,
            PUT_CENTRE,
            PUT_DEPOT,
            WAITING,
            PLAN,
            ROUNDS_PAGE,
            ROUND,
            MY_ROUND,
            DEPART,
            DELIVER,
            FAIL,
            REPORT_POSITION,
            VAN,
            DELIVERY_FACTS,
            ROUND_FACTS,
            OUTBOXES,
            PARKED,
            REDRIVE);

    public static final List<Topic<?>> TOPICS = List.of(ROUNDS);

    public static final List<Feed<?>> FEEDS = List.of(VAN_FEED);

    private DispatchingContract() {}
}
