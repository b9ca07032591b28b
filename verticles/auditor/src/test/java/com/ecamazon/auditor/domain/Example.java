package com.ecamazon.auditor.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.Audits.Breach;
import com.ecamazon.contract.auditor.EventFacts.MessageFact;
import com.ecamazon.contract.auditor.MoneyFacts.HoldFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerTransaction;
import com.ecamazon.contract.auditor.MoneyFacts.MovementFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderedLine;
import com.ecamazon.contract.auditor.OrderFacts.SagaFact;
import com.ecamazon.contract.auditor.OrderFacts.SentParcel;
import com.ecamazon.contract.auditor.ParcelFacts.ConsignedFact;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryFact;
import com.ecamazon.contract.auditor.ParcelFacts.Happened;
import com.ecamazon.contract.auditor.ParcelFacts.Inspected;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.auditor.ParcelFacts.Proof;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.auditor.ParcelFacts.ShipmentFact;
import com.ecamazon.contract.auditor.ParcelFacts.Units;
import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.EntryOnFile;
import com.ecamazon.contract.auditor.StockFacts.PickFact;
import com.ecamazon.contract.auditor.StockFacts.PickedLine;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.payment.Payments.Entry;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shop.Carts.Totals;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.PickState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An order of two lamps that was delivered, of which one came back: every domain's facts of it, in which nothing is wrong. A test
 * plants one thing.
 */
final class Example {
    static final String ORDER = "EC00000000000001";
    static final String SKU = "LAMP";
    static final String NORTH = "north";
    static final String SSCC = Sscc.of("09521234000000000").value();
    static final String RMA = "RMA-1";
    static final String CAPTURE = ORDER + "-c-" + SSCC;
    /** The digest is that of {@link #RMA}. */
    static final String REFUND = ORDER + "-rma-" + ReturnRules.digest(RMA);

    static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");
    static final Moment MOMENT = new Moment(NOW, Duration.ofMinutes(2));
    private static final Instant BEFORE = NOW.minusSeconds(3_600);

    @Nullable
    OrderFact order = order(OrderState.DELIVERED, totals(2_000, 0, 490, 2_490), lines(1_000, 2_000));

    @Nullable
    PaymentFact payment = payment(
            State.PARTLY_REFUNDED, 2_490, movement(CAPTURE, "capture", 2_490), movement(REFUND, "refund", 1_000));

    @Nullable
    HoldFact hold = new HoldFact(ORDER, Money.eur(2_490), Money.eur(2_490));

    @Nullable
    ShipmentFact shipment = new ShipmentFact(
            ORDER, List.of(new ConsignedFact(SSCC, List.of(new Units(SKU, 2)), true, true)), List.of(RMA));

    final List<LedgerFact> ledger = new ArrayList<>(
            List.of(ledger(CAPTURE, "capture", 2_490, -2_490), ledger(REFUND, "refund", -1_000, 1_000)));
    final List<StatementFact> statement = new ArrayList<>(List.of(
            new StatementFact(1, "capture", ORDER, CAPTURE, Money.eur(2_490)),
            new StatementFact(2, "refund", ORDER, REFUND, Money.eur(1_000))));
    final List<EntryFact> units = new ArrayList<>(List.of(
            moved("ALLOCATE", MovementKind.ALLOCATE, 2),
            moved("PICK/" + SSCC, MovementKind.PICK, 2),
            moved("PACK/" + SSCC, MovementKind.PACK, 2),
            moved("DISPATCH/" + SSCC, MovementKind.DISPATCH, 2)));
    final List<EntryFact> returnedUnits =
            new ArrayList<>(List.of(entry("return/" + RMA + "/" + SKU + "/RETURN", MovementKind.RETURN, RMA, 1)));
    final List<PickFact> picks = new ArrayList<>(List.of(new PickFact(
            ORDER + "-" + NORTH, ORDER, NORTH, PickState.PACKED, List.of(new PickedLine(SKU, 2, 2, 0)), SSCC)));
    final List<ParcelFact> parcels = new ArrayList<>(List.of(
            parcel(SSCC, Status.DELIVERED, List.of(Code.LABEL_CREATED, Code.OUT_FOR_DELIVERY, Code.DELIVERED))));
    final List<ReturnFact> returns = new ArrayList<>(List.of(new ReturnFact(
            RMA,
            ORDER,
            ReturnState.RECEIVED,
            Sscc.of("09521234000000009").value(),
            List.of(new Inspected(SKU, 1, Grade.A)))));
    final List<DeliveryFact> deliveries =
            new ArrayList<>(List.of(new DeliveryFact(SSCC, ORDER, "delivered", "round-1", RoundState.COMPLETED)));
    final List<MessageFact> messages =
            new ArrayList<>(List.of(new MessageFact("m1", "order.confirmed", ORDER, Channel.IN_APP, "event-1", "ann")));

    static Totals totals(long items, long discount, long delivery, long grand) {
        return new Totals(
                Money.eur(items), Money.eur(discount), Money.eur(delivery), Money.eur(grand / 6), Money.eur(grand));
    }

    static List<OrderedLine> lines(long unit, long total) {
        return List.of(new OrderedLine(SKU, 2, Money.eur(unit), Money.eur(total)));
    }

    static OrderFact order(OrderState state, Totals totals, List<OrderedLine> lines) {
        return new OrderFact(
                ORDER,
                state,
                PaymentState.PARTLY_REFUNDED,
                totals,
                lines,
                "ann",
                new SagaFact("over", 1, null, BEFORE.plusSeconds(1_800)),
                List.of(new SentParcel(SSCC, "delivered", 2)),
                0,
                1,
                BEFORE,
                BEFORE);
    }

    /** The order with another state, and all else as it was. */
    void state(OrderState state) {
        var was = known();
        order = new OrderFact(
                was.number(),
                state,
                was.payment(),
                was.totals(),
                was.lines(),
                was.customer(),
                was.saga(),
                was.parcels(),
                was.missing(),
                was.returned(),
                was.placedAt(),
                was.confirmedAt());
    }

    void saga(SagaFact saga) {
        var was = known();
        order = new OrderFact(
                was.number(),
                was.state(),
                was.payment(),
                was.totals(),
                was.lines(),
                was.customer(),
                saga,
                was.parcels(),
                was.missing(),
                was.returned(),
                was.placedAt(),
                was.confirmedAt());
    }

    private OrderFact known() {
        if (order == null) {
            throw new IllegalStateException("no order");
        }
        return order;
    }

    static PaymentFact payment(State state, long amount, MovementFact... movements) {
        return new PaymentFact(ORDER, state, Money.eur(amount), List.of(movements), null, BEFORE);
    }

    static MovementFact movement(String reference, String kind, long amount) {
        return new MovementFact(reference, kind, Money.eur(amount), MovementState.SUCCESS, 0, BEFORE);
    }

    static LedgerFact ledger(String reference, String kind, long clearing, long other) {
        return new LedgerFact(
                reference,
                new LedgerTransaction(
                        reference,
                        ORDER,
                        kind,
                        reference,
                        BEFORE,
                        List.of(
                                new Entry("bank-clearing", Money.eur(clearing)),
                                new Entry("sales", Money.eur(other)))));
    }

    static EntryFact moved(String end, MovementKind kind, int quantity) {
        return entry(ORDER + "/" + SKU + "/" + end, kind, ORDER, quantity);
    }

    static EntryFact entry(String id, MovementKind kind, String cause, int quantity) {
        return new EntryFact(
                id, new EntryOnFile(id, SKU, kind, List.of(new Share(new DepotId(NORTH), quantity)), cause, BEFORE));
    }

    static ParcelFact parcel(String sscc, Status status, List<Code> codes) {
        var events = new ArrayList<Happened>();
        for (var code : codes) {
            events.add(new Happened("e" + events.size(), code, BEFORE.plusSeconds(events.size())));
        }
        return new ParcelFact(
                sscc, sscc, ORDER, NORTH, List.of(new Units(SKU, 2)), status, events, new Proof(true, BEFORE), NOW);
    }

    static <T> void change(List<T> facts, UnaryOperator<T> change) {
        facts.replaceAll(change);
    }

    List<Breach> breaches() {
        var file = new OrderFile(ORDER);
        if (order != null) {
            file.add(order);
        }
        if (payment != null) {
            file.add(payment);
        }
        if (hold != null) {
            file.add(hold);
        }
        if (shipment != null) {
            file.add(shipment);
        }
        ledger.forEach(file::add);
        statement.forEach(file::add);
        units.forEach(file::add);
        returnedUnits.forEach(file::addReturned);
        picks.forEach(file::add);
        parcels.forEach(file::add);
        returns.forEach(file::add);
        deliveries.forEach(file::add);
        messages.forEach(file::add);
        var found = new Findings();
        file.check(MOMENT, found);
        return found.breaches();
    }
}
