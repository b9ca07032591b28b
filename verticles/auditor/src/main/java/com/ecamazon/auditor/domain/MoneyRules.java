package com.ecamazon.auditor.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.auditor.MoneyFacts.MovementFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.OrderFacts.OrderFact;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.shop.Orders.OrderState;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The money of one order: what it costs, what is held, taken and given back. M2, M3, M4, M5, M9, M10. */
final class MoneyRules {
    static final String CAPTURE = "capture";
    static final String REFUND = "refund";
    static final String CHARGEBACK = "chargeback";

    static final Set<OrderState> STANDS =
            EnumSet.of(OrderState.CONFIRMED, OrderState.SHIPPING, OrderState.DELIVERED, OrderState.RETURNED);
    static final Set<OrderState> CAME_TO_NOTHING = EnumSet.of(OrderState.CANCELLED, OrderState.REFUSED);
    private static final Set<OrderState> ARRIVED = EnumSet.of(OrderState.DELIVERED, OrderState.RETURNED);

    /** Money is held, or was taken. */
    private static final Set<State> HAS_MONEY =
            EnumSet.of(State.AUTHORISED, State.PARTLY_CAPTURED, State.CAPTURED, State.PARTLY_REFUNDED, State.REFUNDED);

    /** Nothing is held, and the bank was told so. */
    private static final Set<State> LET_GO = EnumSet.of(State.DECLINED, State.VOIDED);

    private MoneyRules() {}

    static void check(OrderFile file, Findings found) {
        if (mixed(file, found)) {
            return;
        }
        file.order().ifPresent(order -> price(file, order, found));
        file.payment().ifPresent(payment -> moved(file, payment, found));
        orderAndPayment(file, found);
        paymentAndBank(file, found);
    }

    /** Sums over several currencies mean nothing, so nothing else is asked then. */
    private static boolean mixed(OrderFile file, Findings found) {
        var currencies = Stream.of(
                        file.order().stream()
                                .flatMap(order -> Stream.concat(
                                        order.lines().stream()
                                                .flatMap(line -> Stream.of(line.unitPrice(), line.total())),
                                        Stream.of(
                                                order.totals().items(),
                                                order.totals().discount(),
                                                order.totals().delivery(),
                                                order.totals().tax(),
                                                order.totals().grand()))),
                        file.payment().stream()
                                .filter(payment -> !payment.amount().isZero())
                                .flatMap(payment -> Stream.concat(
                                        Stream.of(payment.amount()),
                                        payment.movements().stream().map(MovementFact::amount))),
                        file.ledger().stream()
                                .flatMap(fact -> fact.transaction().entries().stream())
                                .map(entry -> entry.amount()),
                        file.statement().stream().map(line -> line.amount()))
                .flatMap(amounts -> amounts)
                .map(Money::currency)
                .collect(Collectors.toCollection(java.util.TreeSet::new));
        found.unless(
                currencies.size() <= 1,
                "M10",
                "its amounts are in several currencies: " + String.join(", ", currencies),
                file.name());
        return currencies.size() > 1;
    }

    private static void price(OrderFile file, OrderFact order, Findings found) {
        long items = 0;
        for (var line : order.lines()) {
            items += line.total().amount();
            found.unless(
                    line.unitPrice().times(line.quantity()).equals(line.total()),
                    "M9",
                    "its line of " + line.sku() + " costs " + line.total().amount() + ", not " + line.quantity()
                            + " times " + line.unitPrice().amount(),
                    file.name());
        }
        var totals = order.totals();
        found.unless(
                items == totals.items().amount(),
                "M9",
                "its lines add up to " + items + ", not to " + totals.items().amount(),
                file.name());
        long grand = totals.items().amount()
                - totals.discount().amount()
                + totals.delivery().amount();
        found.unless(
                grand == totals.grand().amount(),
                "M9",
                "items, discount and delivery come to " + grand + ", not to "
                        + totals.grand().amount(),
                file.name());
        found.unless(
                totals.tax().amount() >= 0
                        && totals.tax().amount() <= totals.grand().amount(),
                "M9",
                "its tax of " + totals.tax().amount() + " is no part of its total",
                file.name());
    }

    static long sum(PaymentFact payment, String kind, Predicate<MovementFact> counted) {
        return payment.movements().stream()
                .filter(movement -> movement.kind().equals(kind) && counted.test(movement))
                .mapToLong(movement -> movement.amount().amount())
                .sum();
    }

    static boolean done(MovementFact movement) {
        return movement.state() == MovementState.SUCCESS;
    }

    private static boolean notFailed(MovementFact movement) {
        return movement.state() != MovementState.FAILURE;
    }

    private static void moved(OrderFile file, PaymentFact payment, Findings found) {
        long claimed = sum(payment, CAPTURE, MoneyRules::notFailed);
        found.unless(
                claimed <= payment.amount().amount(),
                "M2",
                "captures of " + claimed + " are more than the authorised "
                        + payment.amount().amount(),
                file.paymentName());
        long back = sum(payment, REFUND, MoneyRules::notFailed) + sum(payment, CHARGEBACK, MoneyRules::done);
        found.unless(
                back <= claimed,
                "M2",
                "refunds of " + back + " are more than the captured " + claimed,
                file.paymentName());
        var seen = new HashSet<String>();
        for (var movement : payment.movements()) {
            found.unless(
                    seen.add(movement.kind() + " " + movement.reference()),
                    "M5",
                    "its " + movement.kind() + " is there twice under one reference of the bank",
                    file.paymentName(),
                    movement.kind() + " " + movement.reference());
        }
    }

    private static void orderAndPayment(OrderFile file, Findings found) {
        var payment = file.payment();
        if (file.order().isEmpty()) {
            boolean money = payment.filter(known -> HAS_MONEY.contains(known.state()) || known.state() == State.PENDING)
                    .isPresent();
            found.unless(!money, "M4", "it has money and no order", file.paymentName(), file.name());
            return;
        }
        var order = file.order().get();
        if (STANDS.contains(order.state())) {
            found.unless(
                    payment.filter(known -> HAS_MONEY.contains(known.state()) || known.state() == State.QUARANTINED)
                            .isPresent(),
                    "M4",
                    "it is " + word(order.state()) + " and no money is held or taken",
                    file.name(),
                    file.paymentName());
        }
        if (payment.isPresent() && HAS_MONEY.contains(payment.get().state())) {
            var known = payment.get();
            found.unless(
                    known.amount().equals(order.totals().grand()),
                    "M3",
                    "its total is " + order.totals().grand().amount() + ", the payment is for "
                            + known.amount().amount(),
                    file.name(),
                    file.paymentName());
            long left = sum(known, CAPTURE, MoneyRules::done)
                    - sum(known, REFUND, MoneyRules::done)
                    - sum(known, CHARGEBACK, MoneyRules::done);
            if (CAME_TO_NOTHING.contains(order.state())) {
                found.unless(
                        known.state() != State.AUTHORISED && left == 0,
                        "M4",
                        "it came to nothing and its money is still held or taken",
                        file.name(),
                        file.paymentName());
            }
            captured(file, order, known, found);
        }
    }

    /** All that was ordered and found was delivered: all of it is paid, or what is owed is written down as a failed capture. */
    private static void captured(OrderFile file, OrderFact order, PaymentFact payment, Findings found) {
        boolean settled = payment.movements().stream()
                .noneMatch(movement -> movement.kind().equals(CAPTURE) && movement.state() != MovementState.SUCCESS);
        if (!ARRIVED.contains(order.state()) || !settled) {
            return;
        }
        long captured = sum(payment, CAPTURE, MoneyRules::done);
        long total = order.totals().grand().amount();
        if (order.missing() == 0) {
            found.unless(
                    captured == total,
                    "M3",
                    "it is delivered and " + captured + " of its total of " + total + " was captured",
                    file.name(),
                    file.paymentName());
        } else {
            found.unless(
                    captured < total || total == 0,
                    "M3",
                    "units of it were not found and its whole total was captured",
                    file.name(),
                    file.paymentName());
        }
    }

    private static void paymentAndBank(OrderFile file, Findings found) {
        var bank = "authorisation " + file.number() + " at the bank";
        var hold = file.hold();
        if (hold.isPresent()) {
            var state = file.payment().map(PaymentFact::state);
            found.unless(state.isPresent(), "M4", "the bank holds money and there is no payment", bank, file.name());
            found.unless(
                    state.filter(LET_GO::contains).isEmpty(),
                    "M4",
                    "the bank holds money and the payment says that none is held",
                    bank,
                    file.paymentName());
            file.payment()
                    .filter(payment -> HAS_MONEY.contains(payment.state()))
                    .ifPresent(payment -> found.unless(
                            payment.amount().equals(hold.get().amount()),
                            "M6",
                            "the bank holds " + hold.get().amount().amount() + ", the payment says "
                                    + payment.amount().amount(),
                            bank,
                            file.paymentName()));
        } else {
            found.unless(
                    file.payment()
                            .filter(payment -> HAS_MONEY.contains(payment.state()))
                            .isEmpty(),
                    "M4",
                    "the payment says that money is held and the bank holds none",
                    file.paymentName(),
                    bank);
        }
    }

    static String word(Enum<?> state) {
        return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
    }
}
