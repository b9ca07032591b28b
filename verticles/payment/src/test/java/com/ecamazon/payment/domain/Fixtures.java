package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.List;

/** Small payments to decide on. */
final class Fixtures {
    static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    static final OrderNumber ORDER = new OrderNumber("EC1001");
    static final Sku BOOK = new Sku("BOOK");
    static final Sku LAMP = new Sku("LAMP");

    private Fixtures() {}

    static Sscc parcel(int number) {
        return Sscc.of("00000000" + (100_000_000 + number));
    }

    static PaidLine line(Sku sku, int quantity, long total) {
        return new PaidLine(sku, quantity, Money.eur(total));
    }

    static Authorise authorise(long amount, long delivery, PaidLine... lines) {
        return new Authorise(
                ORDER, new PaymentToken("tok_1"), Money.eur(amount), List.of(lines), Money.eur(delivery), Money.eur(0));
    }

    static Payment asked(long amount) {
        return Holds.asked(authorise(amount, 0, line(BOOK, 1, amount)), NOW);
    }

    static Payment authorised(long amount, long delivery, PaidLine... lines) {
        return approved(Holds.asked(authorise(amount, delivery, lines), NOW));
    }

    static Payment authorised(long amount) {
        return approved(asked(amount));
    }

    private static Payment approved(Payment payment) {
        return Holds.answered(payment, new HoldAnswer.Approved(payment.amount()), NOW)
                .payment();
    }

    /** All of it captured with one parcel. */
    static Payment captured(long amount) {
        return settled(Captures.departed(authorised(amount), parcel(1), List.of(new Units(BOOK, 1)), true, NOW)
                .payment());
    }

    /** All that is owed to the bank is done. */
    static Payment settled(Payment payment) {
        var next = payment;
        for (int i = 0; i < 3; i++) {
            for (var movement : next.owed()) {
                next = Movements.answered(
                                next,
                                movement.kind(),
                                movement.reference(),
                                new MoveAnswer.Done(movement.amount()),
                                NOW)
                        .payment();
            }
        }
        return next;
    }

    static Movement only(Payment payment, Kind kind) {
        var all = payment.movements().stream()
                .filter(movement -> movement.kind() == kind)
                .toList();
        if (all.size() != 1) {
            throw new AssertionError(kind + ": " + all);
        }
        return all.getFirst();
    }
}
