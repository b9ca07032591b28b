package com.ecamazon.contract.shipping;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.DISPATCHING;
import static com.ecamazon.contract.Domain.GATEWAY;
import static com.ecamazon.contract.Domain.NOTIFICATION;
import static com.ecamazon.contract.Domain.PAYMENT;
import static com.ecamazon.contract.Domain.SHIPPING;
import static com.ecamazon.contract.Domain.SHOP;
import static com.ecamazon.contract.Domain.STOCK;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.DISPATCHER;
import static com.ecamazon.contract.Role.DRIVER;
import static com.ecamazon.contract.Role.SUPPORT;
import static com.ecamazon.contract.Role.WAREHOUSE;

import com.ecamazon.contract.Away;
import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.ParcelFacts;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.operations.OperationsContract;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.shipping.Parcels.Label;
import com.ecamazon.contract.shipping.Parcels.LabelQuery;
import com.ecamazon.contract.shipping.Parcels.OpenReturn;
import com.ecamazon.contract.shipping.Parcels.Owner;
import com.ecamazon.contract.shipping.Parcels.OwnerQuery;
import com.ecamazon.contract.shipping.Parcels.Parcel;
import com.ecamazon.contract.shipping.Parcels.ParcelChanged;
import com.ecamazon.contract.shipping.Parcels.ParcelPage;
import com.ecamazon.contract.shipping.Parcels.ParcelQuery;
import com.ecamazon.contract.shipping.Parcels.ParcelsQuery;
import com.ecamazon.contract.shipping.Parcels.ReceiveReturn;
import com.ecamazon.contract.shipping.Parcels.RecordEvent;
import com.ecamazon.contract.shipping.Parcels.RecordReply;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.Parcels.ReturnNews;
import com.ecamazon.contract.shipping.Parcels.ReturnPage;
import com.ecamazon.contract.shipping.Parcels.ReturnQuery;
import com.ecamazon.contract.shipping.Parcels.ReturnReply;
import com.ecamazon.contract.shipping.Parcels.ReturnsQuery;
import com.ecamazon.contract.shipping.Parcels.TraceNews;
import com.ecamazon.contract.shipping.Parcels.Tracking;
import com.ecamazon.contract.shipping.Parcels.TrackingQuery;
import java.time.Duration;
import java.util.List;

/** The operations, topics and feeds of Shipping. */
public final class ShippingContract {
    public static final Operation<ParcelQuery, Parcel> PARCEL = query(
                    SHIPPING, "shipping.parcel", ParcelQuery.class, Parcel.class, "A parcel with its history")
            .get("/api/parcels/{sscc}")
            .roles(WAREHOUSE, SUPPORT, DISPATCHER, DRIVER);

    public static final Operation<OwnerQuery, Owner> OWNER = query(
                    SHIPPING, "shipping.owner", OwnerQuery.class, Owner.class, "Whose parcel it is")
            .internal(GATEWAY);

    public static final Operation<ParcelsQuery, ParcelPage> PARCELS_PAGE = query(
                    SHIPPING, "shipping.parcels", ParcelsQuery.class, ParcelPage.class, "Parcels, newest first")
            .get("/api/parcels")
            .roles(WAREHOUSE, SUPPORT, DISPATCHER);

    public static final Operation<RecordEvent, RecordReply> RECORD_EVENT = command(
                    SHIPPING, "shipping.recordEvent", RecordEvent.class, RecordReply.class, "Scans a parcel")
            .post("/api/parcels/{sscc}/events")
            .roles(WAREHOUSE, DISPATCHER, DRIVER)
            .promises();

    public static final Operation<LabelQuery, Label> LABEL = query(
                    SHIPPING, "shipping.label", LabelQuery.class, Label.class, "A parcel's label")
            .get("/api/parcels/{sscc}/label")
            .roles(WAREHOUSE, SUPPORT, DISPATCHER);

    public static final Operation<TrackingQuery, Tracking> TRACKING = query(
                    SHIPPING, "shipping.tracking", TrackingQuery.class, Tracking.class, "The public view of a parcel")
            .get("/api/tracking/{sscc}")
            .anyone()
            .whenAway(Away.LAST_KNOWN);

    public static final Operation<OpenReturn, ReturnReply> OPEN_RETURN = command(
                    SHIPPING, "shipping.openReturn", OpenReturn.class, ReturnReply.class, "Opens a return")
            .post("/api/returns")
            .owner(SUPPORT)
            .promises();

    public static final Operation<ReturnQuery, Return> RETURN = query(
                    SHIPPING, "shipping.return", ReturnQuery.class, Return.class, "A return")
            .get("/api/returns/{number}")
            .owner(SUPPORT, WAREHOUSE);

    public static final Operation<ReturnsQuery, ReturnPage> RETURNS_PAGE = query(
                    SHIPPING, "shipping.returns", ReturnsQuery.class, ReturnPage.class, "Returns, newest first")
            .get("/api/returns")
            .roles(SUPPORT, WAREHOUSE);

    public static final Operation<ReceiveReturn, ReturnReply> RECEIVE_RETURN = command(
                    SHIPPING, "shipping.receiveReturn", ReceiveReturn.class, ReturnReply.class, "Receives a return")
            .post("/api/returns/{number}/receipts")
            .roles(WAREHOUSE)
            .promises();

    public static final Operation<Window, ParcelFacts.ParcelPage> PARCEL_FACTS = query(
                    SHIPPING, "shipping.parcelFacts", Window.class, ParcelFacts.ParcelPage.class, "Parcels, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, ShipmentPage> SHIPMENT_FACTS = query(
                    SHIPPING, "shipping.shipmentFacts", Window.class, ShipmentPage.class, "Shipments, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, ParcelFacts.ReturnPage> RETURN_FACTS = query(
                    SHIPPING, "shipping.returnFacts", Window.class, ParcelFacts.ReturnPage.class, "Returns, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<OutboxQuery, Outboxes> OUTBOXES = AuditorContract.outboxes(SHIPPING);

    public static final Operation<ParkedQuery, Parking> PARKED = OperationsContract.parked(SHIPPING);

    public static final Operation<Redrive, Redriven> REDRIVE = OperationsContract.redrive(SHIPPING);

    public static final Topic<TraceNews> PARCELS =
            Topic.of(SHIPPING, "shipping.parcels", TraceNews.class, DISPATCHING, STOCK, PAYMENT, SHOP, NOTIFICATION);

    public static final Topic<ReturnNews> RETURNS =
            Topic.of(SHIPPING, "shipping.returns", ReturnNews.class, STOCK, PAYMENT, SHOP);

    public static final Feed<ParcelChanged> PARCEL_FEED =
            new Feed<>(SHIPPING, "feed.shipping.parcels", ParcelChanged.class);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            PARCEL,
            OWNER,
            PARCELS_PAGE,
            RECORD_EVENT,
            LABEL,
            TRACKING,
            OPEN_RETURN,
            RETURN,
            RETURNS_PAGE,
            RECEIVE_RETURN,
            PARCEL_FACTS,
            SHIPMENT_FACTS,
            RETURN_FACTS,
            OUTBOXES,
            PARKED,
            REDRIVE);

    public static final List<Topic<?>> TOPICS = List.of(PARCELS, RETURNS);

    public static final List<Feed<?>> FEEDS = List.of(PARCEL_FEED);

    private ShippingContract() {}
}
