package com.ecamazon.auditor.domain;

import static com.ecamazon.auditor.domain.Example.CAPTURE;
import static com.ecamazon.auditor.domain.Example.MOMENT;
import static com.ecamazon.auditor.domain.Example.NORTH;
import static com.ecamazon.auditor.domain.Example.NOW;
import static com.ecamazon.auditor.domain.Example.ORDER;
import static com.ecamazon.auditor.domain.Example.REFUND;
import static com.ecamazon.auditor.domain.Example.RMA;
import static com.ecamazon.auditor.domain.Example.SKU;
import static com.ecamazon.auditor.domain.Example.SSCC;
import static com.ecamazon.auditor.domain.Example.ledger;
import static com.ecamazon.auditor.domain.Example.lines;
import static com.ecamazon.auditor.domain.Example.moved;
import static com.ecamazon.auditor.domain.Example.movement;
import static com.ecamazon.auditor.domain.Example.order;
import static com.ecamazon.auditor.domain.Example.parcel;
import static com.ecamazon.auditor.domain.Example.payment;
import static com.ecamazon.auditor.domain.Example.totals;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.EventFacts.MessageFact;
import com.ecamazon.contract.auditor.MoneyFacts.HoldFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerFact;
import com.ecamazon.contract.auditor.MoneyFacts.MovementFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import com.ecamazon.contract.auditor.OrderFacts.SagaFact;
import com.ecamazon.contract.auditor.ParcelFacts.ConsignedFact;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryFact;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.auditor.ParcelFacts.Proof;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentFact;
import com.ecamazon.contract.auditor.ParcelFacts.Units;
import com.ecamazon.contract.auditor.StockFacts.PickFact;
import com.ecamazon.contract.auditor.StockFacts.PickedLine;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.PickState;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OrderFileTest {
    @Test
    void check_ofAnOrderThatWentItsWay_findsNothing() {
        assertThat(new Example().breaches()).isEmpty();
    }

    @Test
    void check_ofAnOrderThatCameToNothing_findsNothing() {
        var nothing = new OrderFile(ORDER);
        nothing.add(order(OrderState.REFUSED, totals(2_000, 0, 490, 2_490), lines(1_000, 2_000)));
        nothing.add(payment(State.VOIDED, 2_490));
        nothing.add(moved("ALLOCATE", MovementKind.ALLOCATE, 2));
        nothing.add(moved("RELEASE", MovementKind.RELEASE, 2));
        var found = new Findings();
        nothing.check(MOMENT, found);
        assertThat(found.breaches()).isEmpty();
    }

    private static Arguments plant(String invariant, String what, String document, Consumer<Example> plant) {
        return arguments(invariant, what, document, plant);
    }

    static Stream<Arguments> money() {
        return Stream.of(
                plant(
                        "M1",
                        "unbalanced",
                        "ledger " + CAPTURE,
                        one -> one.ledger.set(0, ledger(CAPTURE, "capture", 2_490, -2_400))),
                plant("M1", "edited", "ledger " + CAPTURE, one -> one.ledger.set(0, ledger(CAPTURE, "capture", 9, -9))),
                plant("M1", "removed", "capture " + CAPTURE, one -> one.ledger.remove(0)),
                plant(
                        "M1",
                        "invented",
                        "payment " + ORDER,
                        one -> one.ledger.add(ledger(ORDER + "-r-x", "refund", -5, 5))),
                plant(
                        "M1",
                        "under another key",
                        "ledger elsewhere",
                        one -> one.ledger.set(
                                0,
                                new LedgerFact(
                                        "elsewhere", one.ledger.getFirst().transaction()))),
                plant(
                        "M2",
                        "captured too much",
                        "payment " + ORDER,
                        one -> one.payment = payment(State.CAPTURED, 2_000, movement(CAPTURE, "capture", 2_490))),
                plant(
                        "M2",
                        "refunded too much",
                        "payment " + ORDER,
                        one -> one.payment = payment(
                                State.REFUNDED,
                                2_490,
                                movement(CAPTURE, "capture", 2_490),
                                movement(REFUND, "refund", 2_500))),
                plant(
                        "M3",
                        "for another total",
                        "payment " + ORDER,
                        one -> one.order =
                                order(OrderState.DELIVERED, totals(2_000, 0, 500, 2_500), lines(1_000, 2_000))),
                plant(
                        "M3",
                        "delivered and not all captured",
                        "order " + ORDER,
                        one -> one.payment =
                                payment(State.PARTLY_CAPTURED, 2_490, movement(CAPTURE, "capture", 2_000))),
                plant("M4", "money without an order", "payment " + ORDER, one -> one.order = null),
                plant("M4", "an order without money", "order " + ORDER, one -> one.payment = null),
                plant("M4", "no money, let go", "order " + ORDER, one -> one.payment = payment(State.VOIDED, 2_490)),
                plant("M4", "cancelled with money", "order " + ORDER, one -> {
                    one.state(OrderState.CANCELLED);
                    one.payment = payment(State.AUTHORISED, 2_490);
                }),
                plant(
                        "M4",
                        "held at the bank only",
                        "authorisation " + ORDER + " at the bank",
                        one -> one.payment = null),
                plant("M4", "held at the bank, let go here", "authorisation " + ORDER + " at the bank", one -> {
                    one.state(OrderState.REFUSED);
                    one.payment = payment(State.VOIDED, 2_490);
                }),
                plant("M4", "not held at the bank", "authorisation " + ORDER + " at the bank", one -> one.hold = null),
                plant(
                        "M5",
                        "captured twice",
                        "payment " + ORDER,
                        one -> one.payment = payment(
                                State.CAPTURED,
                                4_980,
                                movement(CAPTURE, "capture", 2_490),
                                movement(CAPTURE, "capture", 2_490))),
                plant(
                        "M5",
                        "twice in the ledger",
                        "capture " + CAPTURE,
                        one -> one.ledger.add(new LedgerFact(
                                CAPTURE + "-2", one.ledger.getFirst().transaction()))),
                plant(
                        "M5",
                        "twice at the bank",
                        "statement line 3",
                        one -> one.statement.add(new StatementFact(3, "capture", ORDER, CAPTURE, Money.eur(2_490)))),
                plant("M6", "only the bank has it", "statement line 1", one -> one.ledger.remove(0)),
                plant("M6", "only the ledger has it", "ledger " + CAPTURE, one -> one.statement.remove(0)),
                plant(
                        "M6",
                        "the amounts differ",
                        "statement line 1",
                        one -> one.statement.set(0, new StatementFact(1, "capture", ORDER, CAPTURE, Money.eur(2_000)))),
                plant(
                        "M6",
                        "the bank holds another amount",
                        "payment " + ORDER,
                        one -> one.hold = new HoldFact(ORDER, Money.eur(1), Money.eur(0))),
                plant(
                        "M9",
                        "a line is no product",
                        "order " + ORDER,
                        one -> one.order =
                                order(OrderState.DELIVERED, totals(2_001, 0, 489, 2_490), lines(1_000, 2_001))),
                plant(
                        "M9",
                        "lines do not add up",
                        "order " + ORDER,
                        one -> one.order =
                                order(OrderState.DELIVERED, totals(1_990, 0, 500, 2_490), lines(1_000, 2_000))),
                plant(
                        "M9",
                        "the total does not add up",
                        "order " + ORDER,
                        one -> one.order =
                                order(OrderState.DELIVERED, totals(2_000, 1, 490, 2_490), lines(1_000, 2_000))),
                plant(
                        "M10",
                        "two currencies",
                        "order " + ORDER,
                        one -> one.statement.set(
                                0, new StatementFact(1, "capture", ORDER, CAPTURE, new Money(2_490, "USD")))));
    }

    static Stream<Arguments> units() {
        return Stream.of(
                plant(
                        "S4",
                        "too few are allocated",
                        "order " + ORDER,
                        one -> one.units.set(0, moved("ALLOCATE", MovementKind.ALLOCATE, 1))),
                plant(
                        "S4",
                        "too many are allocated",
                        "sku " + SKU,
                        one -> one.units.set(0, moved("ALLOCATE", MovementKind.ALLOCATE, 3))),
                plant("S4", "cancelled and kept", "order " + ORDER, one -> {
                    one.state(OrderState.CANCELLED);
                    one.units.subList(1, 4).clear();
                }),
                plant("S4", "without an order", "order " + ORDER, one -> one.order = null),
                plant(
                        "S6",
                        "left where nothing was allocated",
                        "sku " + SKU,
                        one -> one.units.set(0, moved("ALLOCATE", MovementKind.ALLOCATE, 0))),
                plant(
                        "S7",
                        "moved a second time",
                        "stock movement " + ORDER + "/" + SKU + "/DISPATCH",
                        one -> one.units.add(moved("DISPATCH", MovementKind.DISPATCH, 2))),
                plant("S8", "not restocked", "return " + RMA, one -> one.returnedUnits.clear()),
                plant(
                        "S8",
                        "restocked before inspection",
                        "return " + RMA,
                        one -> Example.change(
                                one.returns,
                                back -> new ReturnFact(
                                        back.number(), back.order(), ReturnState.EXPECTED, back.sscc(), List.of()))));
    }

    private static void history(Example one, Status status, Code... codes) {
        one.parcels.set(0, parcel(SSCC, status, List.of(codes)));
    }

    static Stream<Arguments> parcels() {
        return Stream.of(
                plant("P1", "packed and gone", "parcel " + SSCC, one -> one.parcels.clear()),
                plant(
                        "P1",
                        "other units",
                        "parcel " + SSCC,
                        one -> one.picks.set(
                                0,
                                new PickFact(
                                        "pick",
                                        ORDER,
                                        NORTH,
                                        PickState.PACKED,
                                        List.of(new PickedLine(SKU, 2, 1, 1)),
                                        SSCC))),
                plant("P1", "from nowhere", "parcel " + SSCC, one -> one.picks.clear()),
                plant("P1", "left and not dispatched", "parcel " + SSCC, one -> one.units.removeLast()),
                plant(
                        "P1",
                        "not in its shipment",
                        "shipment " + ORDER,
                        one -> one.shipment = new ShipmentFact(ORDER, List.of(), List.of(RMA))),
                plant(
                        "P1",
                        "its shipment says otherwise",
                        "shipment " + ORDER,
                        one -> one.shipment = new ShipmentFact(
                                ORDER,
                                List.of(new ConsignedFact(SSCC, List.of(new Units(SKU, 2)), true, false)),
                                List.of(RMA))),
                plant("P2", "no check digit", "parcel 123", one -> {
                    var known = one.parcels.getFirst();
                    one.parcels.set(
                            0,
                            new ParcelFact(
                                    "123",
                                    "123",
                                    ORDER,
                                    NORTH,
                                    known.lines(),
                                    known.status(),
                                    known.events(),
                                    known.proof(),
                                    NOW));
                }),
                plant(
                        "P2",
                        "two lists with one label",
                        "parcel " + SSCC,
                        one -> one.picks.add(new PickFact("second", ORDER, NORTH, PickState.PACKED, List.of(), SSCC))),
                plant(
                        "P3",
                        "two holders",
                        "parcel " + SSCC,
                        one -> one.deliveries.set(
                                0, new DeliveryFact(SSCC, ORDER, "in_round", "round-1", RoundState.IN_PROGRESS))),
                plant(
                        "P4",
                        "delivered twice",
                        "parcel " + SSCC,
                        one -> history(
                                one,
                                Status.DELIVERED,
                                Code.LABEL_CREATED,
                                Code.OUT_FOR_DELIVERY,
                                Code.DELIVERED,
                                Code.DELIVERED)),
                plant(
                        "P4",
                        "never out",
                        "parcel " + SSCC,
                        one -> history(one, Status.DELIVERED, Code.LABEL_CREATED, Code.DELIVERED)),
                plant(
                        "P4",
                        "status against history",
                        "parcel " + SSCC,
                        one -> history(one, Status.DELIVERED, Code.LABEL_CREATED, Code.OUT_FOR_DELIVERY)),
                plant(
                        "P5",
                        "no proof",
                        "parcel " + SSCC,
                        one -> Example.change(
                                one.parcels,
                                known -> new ParcelFact(
                                        SSCC,
                                        SSCC,
                                        ORDER,
                                        NORTH,
                                        known.lines(),
                                        known.status(),
                                        known.events(),
                                        new Proof(false, NOW),
                                        NOW))),
                plant("P7", "no round can take it", "parcel " + SSCC, one -> one.deliveries.clear()),
                plant(
                        "P8",
                        "not refunded",
                        "return " + RMA,
                        one -> one.payment = payment(State.CAPTURED, 2_490, movement(CAPTURE, "capture", 2_490))),
                plant("P8", "refunded without a return", "refund " + REFUND, one -> one.returns.clear()));
    }

    private static PaymentFact pending(int tries) {
        return payment(
                State.PARTLY_REFUNDED,
                2_490,
                movement(CAPTURE, "capture", 2_490),
                movement(REFUND, "refund", 1_000),
                new MovementFact(ORDER + "-r-1", "refund", Money.eur(5), MovementState.PENDING, tries, NOW));
    }

    static Stream<Arguments> progress() {
        return Stream.of(
                plant("E3", "quarantined", "payment " + ORDER, one -> one.payment = payment(State.QUARANTINED, 2_490)),
                plant("E3", "tried in vain", "payment " + ORDER, one -> one.payment = pending(240)),
                plant(
                        "E4",
                        "told twice",
                        "message m2",
                        one -> one.messages.add(
                                new MessageFact("m2", "order.shipped", ORDER, Channel.IN_APP, "event-1", "ann"))),
                plant("E4", "never told", "order " + ORDER, one -> one.messages.clear()),
                plant(
                        "E5",
                        "shows other money",
                        "order " + ORDER,
                        one -> one.payment = payment(State.AUTHORISED, 2_490)),
                plant(
                        "E5",
                        "shows other parcels",
                        "order " + ORDER,
                        one -> one.parcels.add(
                                parcel("095212340000000011", Status.PRE_TRANSIT, List.of(Code.LABEL_CREATED)))),
                plant("E5", "shipping when all is there", "order " + ORDER, one -> one.state(OrderState.SHIPPING)),
                plant("E6", "no end", "order " + ORDER, one -> one.state(OrderState.PLACED)),
                plant(
                        "E6",
                        "nobody has the lease",
                        "order " + ORDER,
                        one -> one.saga(new SagaFact("cancelling", 3, NOW.minusSeconds(600), NOW))),
                plant(
                        "E6",
                        "placed for too long",
                        "order " + ORDER,
                        one -> one.saga(new SagaFact("placing", 99, NOW, NOW.minusSeconds(600)))),
                plant(
                        "E6",
                        "nobody asks the bank",
                        "payment " + ORDER,
                        one -> one.payment = new PaymentFact(
                                ORDER, State.VOIDING, Money.eur(2_490), List.of(), NOW.minusSeconds(600), NOW)),
                plant(
                        "E6",
                        "asked too long ago",
                        "payment " + ORDER,
                        one -> one.payment = new PaymentFact(
                                ORDER, State.PENDING, Money.eur(2_490), List.of(), NOW, NOW.minusSeconds(1_200))));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"money", "units", "parcels", "progress"})
    void check_ofAPlantedBreach_namesInvariantAndDocument(
            String invariant, String what, String document, Consumer<Example> plant) {
        var example = new Example();
        plant.accept(example);
        assertThat(example.breaches())
                .as(what)
                .filteredOn(breach -> breach.invariant().equals(invariant))
                .flatExtracting(Breach::documents)
                .contains(document);
    }
}
