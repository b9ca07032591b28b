package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.EventFacts.MessageFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.auditor.OrderFacts.SentParcel;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.notification.Notices.Channel;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.shop.Orders.OrderState;
import com.ecamazon.contract.shop.Orders.PaymentState;
import java.time.Duration;
import java.util.HashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** That one order goes on, and that others heard what happened to it. E3 to E6. */
final class ProgressRules {
    /** An order that asked this long ago, and that the bank never heard of, is let go. */
    private static final Duration LONGEST_ASKING = Duration.ofMinutes(15);

    /** After so many tries somebody must look. */
    private static final int PARKED_FROM = 240;

    private static final String OVER = "over";
    private static final String PLACING = "placing";
    private static final String CONFIRMATION = "order.confirmed";

    private ProgressRules() {}

    static void check(OrderFile file, Moment moment, Findings found) {
        file.order().ifPresent(order -> saga(file, order, moment, found));
        file.payment().ifPresent(payment -> owed(file, payment, moment, found));
        file.order().filter(order -> MoneyRules.STANDS.contains(order.state())).ifPresent(order -> {
            file.payment().ifPresent(payment -> money(file, order, payment, found));
            parcels(file, order, found);
        });
        messages(file, found);
    }

    private static void saga(OrderFile file, OrderFact order, Moment moment, Findings found) {
        var saga = order.saga();
        if (saga.phase().equals(OVER)) {
            found.unless(order.state() != OrderState.PLACED, "E6", "its saga is over and it has no end", file.name());
            return;
        }
        var lease = saga.leaseUntil();
        found.unless(
                lease != null && !moment.isOverdue(lease),
                "E6",
                "nobody carries it on: it is " + saga.phase(),
                file.name());
        found.unless(
                !saga.phase().equals(PLACING) || !moment.isOverdue(saga.deadline()),
                "E6",
                "it is still being placed after its deadline",
                file.name());
    }

    private static void owed(OrderFile file, PaymentFact payment, Moment moment, Findings found) {
        var name = file.paymentName();
        found.unless(
                payment.state() != State.QUARANTINED,
                "E3",
                "the bank said of it what cannot be right; somebody must look",
                name);
        var due = payment.due();
        found.unless(due == null || !moment.isOverdue(due), "E6", "nobody asks the bank again", name);
        found.unless(
                payment.state() != State.PENDING
                        || !moment.isOverdue(payment.createdAt().plus(LONGEST_ASKING)),
                "E6",
                "the bank was asked too long ago",
                name);
        for (var movement : payment.movements()) {
            found.unless(
                    movement.state() != MovementState.PENDING || movement.tries() < PARKED_FROM,
                    "E3",
                    "its " + movement.kind() + " was tried for an hour; somebody must look",
                    name,
                    movement.kind() + " " + movement.reference());
        }
    }

    private static void money(OrderFile file, OrderFact order, PaymentFact payment, Findings found) {
        var shown = shown(payment.state());
        found.unless(
                shown.isEmpty() || shown.contains(order.payment()),
                "E5",
                "it shows its money as " + MoneyRules.word(order.payment()) + " and the payment is "
                        + MoneyRules.word(payment.state()),
                file.name(),
                file.paymentName());
    }

    private static Set<PaymentState> shown(State state) {
        return switch (state) {
            case AUTHORISED -> Set.of(PaymentState.AUTHORISED);
            // A capture of nothing, such as of a free parcel, is told and moves no money.
            case PARTLY_CAPTURED, CAPTURED -> Set.of(PaymentState.PARTLY_CAPTURED, PaymentState.CAPTURED);
            case PARTLY_REFUNDED, REFUNDED ->
                Set.of(
                        PaymentState.PARTLY_REFUNDED,
                        PaymentState.REFUNDED,
                        PaymentState.PARTLY_CAPTURED,
                        PaymentState.CAPTURED);
            case PENDING, DECLINED, VOIDING, VOIDED, QUARANTINED -> Set.of();
        };
    }

    private static void parcels(OrderFile file, OrderFact order, Findings found) {
        var theirs = file.parcels().stream().map(ParcelFact::sscc).collect(Collectors.toCollection(TreeSet::new));
        var ours = order.parcels().stream().map(SentParcel::sscc).collect(Collectors.toCollection(TreeSet::new));
        found.unless(
                ours.equals(theirs), "E5", "it shows the parcels " + ours + " and Shipping has " + theirs, file.name());
        for (var sent : order.parcels()) {
            file.parcel(sent.sscc())
                    .ifPresent(parcel -> found.unless(
                            (parcel.status() == Status.DELIVERED)
                                    == sent.status().equals("delivered"),
                            "E5",
                            "it shows a parcel as " + sent.status() + " and Shipping as "
                                    + MoneyRules.word(parcel.status()),
                            file.name(),
                            ParcelRules.name(sent.sscc())));
        }
        boolean all = !file.parcels().isEmpty()
                && file.parcels().stream().allMatch(parcel -> parcel.status() == Status.DELIVERED)
                && file.parcels().stream()
                                        .flatMap(parcel -> parcel.lines().stream())
                                        .mapToInt(line -> line.quantity())
                                        .sum()
                                + order.missing()
                        >= order.lines().stream()
                                .mapToInt(line -> line.quantity())
                                .sum();
        boolean arrived = order.state() == OrderState.DELIVERED || order.state() == OrderState.RETURNED;
        found.unless(
                all == arrived,
                "E5",
                "it is " + MoneyRules.word(order.state()) + " and its parcels are " + (all ? "" : "not ")
                        + "all delivered",
                file.name());
    }

    private static void messages(OrderFile file, Findings found) {
        var seen = new HashMap<String, String>();
        for (MessageFact message : file.messages()) {
            if (message.source() != null) {
                var key = message.source() + ' ' + message.channel() + ' ' + message.to();
                var first = seen.putIfAbsent(key, message.document());
                if (first != null) {
                    found.add(
                            "E4",
                            "somebody was told twice of one event",
                            "message " + first,
                            "message " + message.document(),
                            "event " + message.source());
                }
            }
        }
        file.order()
                .filter(order -> MoneyRules.STANDS.contains(order.state()) && order.customer() != null)
                .ifPresent(order -> {
                    long told = file.messages().stream()
                            .filter(message ->
                                    message.event().equals(CONFIRMATION) && message.channel() == Channel.IN_APP)
                            .count();
                    found.unless(
                            told == 1, "E4", "its buyer was told " + told + " times that it is confirmed", file.name());
                });
    }
}
