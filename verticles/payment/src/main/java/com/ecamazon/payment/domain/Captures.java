package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.PaymentNews.Captured;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Money is taken when a parcel leaves. */
public final class Captures {
    private Captures() {}

    /** The name of a parcel's capture with the bank. */
    public static String reference(Payment payment, Sscc parcel) {
        return payment.order().value() + "-c-" + parcel.value();
    }

    /**
     * A parcel left: its units' share is due, delivery with the first parcel, and with the last all that is left. Units that were
     * found nowhere are not charged.
     */
    public static Step departed(Payment payment, Sscc parcel, List<Units> units, boolean last, Instant now) {
        var reference = reference(payment, parcel);
        if (payment.movement(Kind.CAPTURE, reference).isPresent()) {
            return Step.same(payment);
        }
        var amount = last && isAll(payment, units)
                ? rest(payment)
                : share(payment, units).min(rest(payment));
        if (payment.hold() != Hold.AUTHORISED) {
            return Step.to(payment.with(new Movement(
                    reference,
                    Kind.CAPTURE,
                    amount,
                    MovementState.FAILURE,
                    units,
                    "no money is held: " + payment.hold(),
                    null,
                    now)));
        }
        var capture = Movement.owed(reference, Kind.CAPTURE, amount, units, now);
        var step = Step.to(payment.with(capture));
        return capture.pending() ? step : step.news(news(step.payment(), capture, now));
    }

    private static Money rest(Payment payment) {
        return payment.amount().minus(payment.claimed());
    }

    /** Whether with these units all that was paid for has left, also where a capture failed. */
    private static boolean isAll(Payment payment, List<Units> units) {
        int sold = payment.lines().stream().mapToInt(line -> line.quantity()).sum();
        int left = Stream.concat(payment.captures().flatMap(capture -> capture.units().stream()), units.stream())
                .mapToInt(Units::quantity)
                .sum();
        return left >= sold;
    }

    private static Money share(Payment payment, List<Units> units) {
        var shares = Shares.of(payment);
        boolean first = payment.captures().allMatch(Movement::failed);
        long sum = first ? payment.delivery().amount() : 0;
        for (var some : units) {
            sum += shares.of(some, gone(payment, some));
        }
        return new Money(sum, payment.currency());
    }

    private static int gone(Payment payment, Units units) {
        return payment.captures()
                .filter(capture -> !capture.failed())
                .flatMap(capture -> capture.units().stream())
                .filter(earlier -> earlier.sku().equals(units.sku()))
                .mapToInt(Units::quantity)
                .sum();
    }

    static Captured news(Payment payment, Movement capture, Instant now) {
        var all = payment.captured();
        return new Captured(payment.order(), capture.amount(), all, all.equals(payment.amount()), now);
    }
}
