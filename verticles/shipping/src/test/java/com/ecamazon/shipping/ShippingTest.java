package com.ecamazon.shipping;

import static com.ecamazon.platform.testing.LocalPod.eventually;
import static com.ecamazon.shipping.domain.Examples.CUP;
import static com.ecamazon.shipping.domain.Examples.CUSTOMER;
import static com.ecamazon.shipping.domain.Examples.DEPOT;
import static com.ecamazon.shipping.domain.Examples.FIRST;
import static com.ecamazon.shipping.domain.Examples.NINE;
import static com.ecamazon.shipping.domain.Examples.ORDER;
import static com.ecamazon.shipping.domain.Examples.POT;
import static com.ecamazon.shipping.domain.Examples.ROUND;
import static com.ecamazon.shipping.domain.Examples.SECOND;
import static com.ecamazon.shipping.domain.Examples.packed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds.FailReason;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.RoundDeparted;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopDelivered;
import com.ecamazon.contract.dispatching.Rounds.RoundNews.StopFailed;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.LabelQuery;
import com.ecamazon.contract.shipping.Parcels.OpenReturn;
import com.ecamazon.contract.shipping.Parcels.Owner;
import com.ecamazon.contract.shipping.Parcels.OwnerQuery;
import com.ecamazon.contract.shipping.Parcels.Parcel;
import com.ecamazon.contract.shipping.Parcels.ParcelQuery;
import com.ecamazon.contract.shipping.Parcels.ParcelsQuery;
import com.ecamazon.contract.shipping.Parcels.ReceiveReturn;
import com.ecamazon.contract.shipping.Parcels.RecordEvent;
import com.ecamazon.contract.shipping.Parcels.RecordReply;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnInspected;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnOpened;
import com.ecamazon.contract.shipping.Parcels.ReturnQuery;
import com.ecamazon.contract.shipping.Parcels.ReturnReply;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.contract.shipping.Parcels.ReturnsQuery;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelAttemptFailed;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDelivered;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelLabelled;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelOutForDelivery;
import com.ecamazon.contract.shipping.Parcels.TrackingQuery;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.platform.OrderTokens;
import com.ecamazon.platform.Secrets;
import com.ecamazon.platform.testing.LocalPod;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ShippingTest {
    private static final Caller WAREHOUSE = Caller.user(new UserId("w"), Set.of(Role.WAREHOUSE));
    private static final Caller OWNER = Caller.user(CUSTOMER, Set.of(Role.CUSTOMER));
    private static final Caller SOMEBODY = Caller.user(new UserId("other"), Set.of(Role.CUSTOMER));

    private static final int MORE_THAN_POISON = 6;

    @TempDir
    Path folder;

    private Street street;

    @BeforeEach
    void open() {
        street = new Street(folder);
    }

    @AfterEach
    void close() {
        street.close();
    }

    private Parcel parcel(Sscc sscc) {
        return street.pod.call(WAREHOUSE, ShippingContract.PARCEL, new ParcelQuery(sscc));
    }

    private void pack(Sscc sscc, int parcelsOfOrder) {
        int before = street.dispatching.heard(ParcelLabelled.class).size();
        street.stock.tell(StockContract.PARCELS, packed(sscc, parcelsOfOrder));
        eventually(() -> street.dispatching.heard(ParcelLabelled.class).size() > before, "labelled");
    }

    private void depart(RoundId round, Sscc... parcels) {
        street.dispatching.tell(
                DispatchingContract.ROUNDS,
                new RoundDeparted(
                        round,
                        new VehicleId("van"),
                        new DriverId("driver"),
                        DEPOT,
                        List.of(parcels),
                        NINE.plusSeconds(3_600)));
    }

    private void deliver(Sscc sscc) {
        street.dispatching.tell(
                DispatchingContract.ROUNDS,
                new StopDelivered(ROUND, sscc, "Anna", new Position(52.5, 13.4), NINE.plusSeconds(7_200)));
    }

    private void deliveredOrder() {
        pack(FIRST, 1);
        depart(ROUND, FIRST);
        deliver(FIRST);
        eventually(() -> !street.payment.heard(ParcelDelivered.class).isEmpty(), "delivered");
    }

    private ReturnReply openReturn(Caller caller, int cups) {
        return street.pod.call(
                caller,
                ShippingContract.OPEN_RETURN,
                new OpenReturn(ORDER, List.of(new ReturnLine(CUP, cups)), "too small", null));
    }

    @Test
    void packedToDelivered_newsComeTwice_eachEffectOnce() {
        pack(FIRST, 2);
        street.stock.tell(StockContract.PARCELS, packed(FIRST, 2));
        pack(SECOND, 2);
        depart(ROUND, FIRST, SECOND);
        depart(ROUND, FIRST, SECOND);
        deliver(FIRST);
        deliver(FIRST);
        deliver(SECOND);
        eventually(() -> street.payment.heard(ParcelDelivered.class).size() == 2, "both delivered");

        assertThat(street.payment.heard(ParcelLabelled.class)).hasSize(2);
        assertThat(street.payment.heard(ParcelOutForDelivery.class)).hasSize(2);
        assertThat(street.payment.heard(ParcelDeparted.class)).hasSize(2);
        assertThat(street.payment.heard(ParcelDeparted.class))
                .extracting(ParcelDeparted::lastOfOrder)
                .containsExactly(false, true);
        assertThat(parcel(FIRST).status()).isEqualTo(Status.DELIVERED);
        assertThat(parcel(FIRST).events()).hasSize(4);
        assertThat(parcel(FIRST).proof())
                .isNotNull()
                .satisfies(proof -> assertThat(proof.receivedBy()).isEqualTo("Anna"));
    }

    @Test
    void departed_longBeforeItsPackingIsHeard_waitsAndIsNotParked() {
        depart(ROUND, FIRST);
        eventually(() -> timesTold() > MORE_THAN_POISON, "it is told again and again");

        pack(FIRST, 1);

        eventually(() -> !street.payment.heard(ParcelDeparted.class).isEmpty(), "it departs");
        assertThat(parcel(FIRST).status()).isEqualTo(Status.OUT_FOR_DELIVERY);
    }

    /** How often Shipping was told news of rounds. */
    private long timesTold() {
        return street.pod
                .node()
                .metrics()
                .get("ecamazon.operation")
                .tag("operation", "topic:" + DispatchingContract.ROUNDS.name())
                .timer()
                .count();
    }

    @Test
    void attemptFailed_goesOutAgainAndCounts() {
        pack(FIRST, 1);
        depart(ROUND, FIRST);
        street.dispatching.tell(
                DispatchingContract.ROUNDS,
                new StopFailed(ROUND, FIRST, FailReason.NOT_AT_HOME, null, NINE.plusSeconds(7_000)));
        eventually(() -> !street.payment.heard(ParcelAttemptFailed.class).isEmpty(), "attempt failed");
        depart(new RoundId("round-2"), FIRST);
        eventually(() -> street.payment.heard(ParcelOutForDelivery.class).size() == 2, "out again");

        assertThat(street.payment.heard(ParcelAttemptFailed.class))
                .extracting(ParcelAttemptFailed::attempts)
                .containsExactly(1);
        assertThat(street.payment.heard(ParcelDeparted.class)).hasSize(1);
    }

    @Test
    void recordEvent_lateAndTwice_findsItsPlaceOnce() {
        pack(FIRST, 1);
        var late = new RecordEvent(FIRST, "s1", Code.ARRIVED_AT_FACILITY, "Berlin", NINE.plusSeconds(60));
        var first = new RecordEvent(FIRST, "s2", Code.RECEIVED_AT_ORIGIN_FACILITY, "Berlin", NINE.plusSeconds(30));
        street.pod.call(WAREHOUSE, ShippingContract.RECORD_EVENT, late);
        street.pod.call(WAREHOUSE, ShippingContract.RECORD_EVENT, first);

        assertThat(street.pod.call(WAREHOUSE, ShippingContract.RECORD_EVENT, late))
                .isInstanceOfSatisfying(
                        RecordReply.Recorded.class,
                        reply -> assertThat(reply.parcel().events())
                                .extracting(event -> event.code())
                                .containsExactly(
                                        Code.LABEL_CREATED,
                                        Code.RECEIVED_AT_ORIGIN_FACILITY,
                                        Code.ARRIVED_AT_FACILITY));
    }

    @Test
    void recordEvent_delivered_isNotForHands() {
        pack(FIRST, 1);

        assertThat(street.pod.call(
                        WAREHOUSE,
                        ShippingContract.RECORD_EVENT,
                        new RecordEvent(FIRST, "s1", Code.DELIVERED, null, NINE)))
                .isEqualTo(new RecordReply.WrongState(Status.PRE_TRANSIT));
    }

    @Test
    void tracking_anybody_seesCityOnly_andUnknownIsNotFound() {
        pack(FIRST, 1);
        var tracking = street.pod.call(Caller.GUEST, ShippingContract.TRACKING, new TrackingQuery(FIRST));

        assertThat(tracking.toString()).contains("Berlin").doesNotContain("Anna", "Linden");
        assertNotFound(() -> street.pod.call(Caller.GUEST, ShippingContract.TRACKING, new TrackingQuery(SECOND)));
    }

    @Test
    void owner_gateway_learnsOrderAndAccount() {
        pack(FIRST, 1);

        assertThat(street.pod.call(Domain.GATEWAY, ShippingContract.OWNER, new OwnerQuery(FIRST)))
                .isEqualTo(new Owner(ORDER, CUSTOMER));
    }

    @Test
    void parcels_pages_giveEachOnceNewestFirst() {
        pack(FIRST, 2);
        pack(SECOND, 2);
        var one = street.pod.call(
                WAREHOUSE, ShippingContract.PARCELS_PAGE, new ParcelsQuery(Status.PRE_TRANSIT, ORDER, 1, null));
        var two = street.pod.call(
                WAREHOUSE, ShippingContract.PARCELS_PAGE, new ParcelsQuery(Status.PRE_TRANSIT, ORDER, 1, one.next()));

        assertThat(List.of(one.items().getFirst().sscc(), two.items().getFirst().sscc()))
                .containsExactly(SECOND, FIRST);
        assertThat(two.next()).isNull();
    }

    @Test
    void return_openedReceivedTwice_oneEffect() {
        deliveredOrder();
        var opened = (ReturnReply.Opened) openReturn(OWNER, 2);
        var receipt = new ReceiveReturn(opened.opened().number(), DEPOT, List.of(new InspectedLine(CUP, 1, Grade.A)));
        street.pod.call(WAREHOUSE, ShippingContract.RECEIVE_RETURN, receipt);
        var again = street.pod.call(WAREHOUSE, ShippingContract.RECEIVE_RETURN, receipt);
        eventually(() -> !street.payment.heard(ReturnInspected.class).isEmpty(), "inspected");

        assertThat(again)
                .isInstanceOfSatisfying(
                        ReturnReply.Received.class,
                        reply -> assertThat(reply.received().state()).isEqualTo(ReturnState.RECEIVED));
        assertThat(street.payment.heard(ReturnOpened.class)).hasSize(1);
        assertThat(street.payment.heard(ReturnInspected.class)).hasSize(1);
        assertThat(street.pod
                        .call(WAREHOUSE, ShippingContract.RETURNS_PAGE, new ReturnsQuery(null, null, null))
                        .items())
                .hasSize(1);
        eventually(
                () -> openReturn(OWNER, 2) instanceof ReturnReply.Opened, "the unit that did not come is free again");
        assertThat(openReturn(OWNER, 1)).isInstanceOf(ReturnReply.NotReturnable.class);
    }

    @Test
    void return_beforeDelivery_isNotReturnable() {
        pack(FIRST, 1);

        assertThat(openReturn(OWNER, 1)).isInstanceOf(ReturnReply.NotReturnable.class);
    }

    @Test
    void return_notTheOwner_isNotFound_withTheOrderTokenItIs() {
        deliveredOrder();
        var token = new OrderTokens(new Secrets(LocalPod.SECRET)).of(ORDER);
        var wish = new OpenReturn(ORDER, List.of(new ReturnLine(POT, 1)), "broken", token);

        assertNotFound(() -> openReturn(SOMEBODY, 1));
        assertNotFound(() -> openReturn(Caller.GUEST, 1));
        var opened = ((ReturnReply.Opened) street.pod.call(Caller.GUEST, ShippingContract.OPEN_RETURN, wish)).opened();
        assertNotFound(() -> show(SOMEBODY, opened, null));
        assertThat(show(OWNER, opened, null)).isEqualTo(show(Caller.GUEST, opened, token));
    }

    private Return show(Caller caller, Return opened, @Nullable String token) {
        return street.pod.call(caller, ShippingContract.RETURN, new ReturnQuery(opened.number(), token));
    }

    @Test
    void label_ofParcelAndOfReturn_hasItsNumber() {
        deliveredOrder();
        var opened = ((ReturnReply.Opened) openReturn(OWNER, 1)).opened();
        var label = street.pod.call(WAREHOUSE, ShippingContract.LABEL, new LabelQuery(FIRST));
        var back = street.pod.call(WAREHOUSE, ShippingContract.LABEL, new LabelQuery(opened.sscc()));

        assertThat(label.svg()).contains("Lindenallee 7", "10115 Berlin", FIRST.value());
        assertThat(back.svg()).contains(opened.number().value()).doesNotContain("Linden");
    }

    @Test
    void restart_everythingIsThere() {
        deliveredOrder();
        var before = parcel(FIRST);
        var opened = ((ReturnReply.Opened) openReturn(OWNER, 2)).opened();
        street.close();
        street = new Street(folder);

        assertThat(parcel(FIRST)).isEqualTo(before);
        assertThat(show(OWNER, opened, null).lines()).containsExactly(new ReturnLine(CUP, 2));
        assertThat(openReturn(OWNER, 2)).isInstanceOf(ReturnReply.NotReturnable.class);
        deliver(FIRST);
        pack(SECOND, 1);
        assertThat(parcel(FIRST).events()).hasSize(4);
    }

    private static void assertNotFound(Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(404));
    }
}
