package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundDone;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundFailed;
import com.ecamazon.payment.domain.Movement.Kind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/** Money is given back, never more than was captured. */
public final class Refunds {
    private static final int DIGEST_BYTES = 12;

    private Refunds() {}

    /** The name that a refund of somebody's wish has with the bank: the same key is the same refund. */
    public static String reference(OrderNumber order, String key) {
        return order.value() + "-r-" + digest(key);
    }

    /** The name that a return's refund has with the bank. */
    public static String reference(OrderNumber order, ReturnNumber number) {
        return order.value() + "-rma-" + digest(number.value());
    }

    private static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Somebody wants money given back. */
    public static RefundDecision asked(Payment payment, String key, Money amount, Instant now) {
        var reference = reference(payment.order(), key);
        var before = payment.movement(Kind.REFUND, reference);
        if (before.isPresent()) {
            return before.get().amount().equals(amount)
                    ? new RefundDecision.Owed(Step.same(payment), reference)
                    : new RefundDecision.KeyReused();
        }
        var refundable = payment.quarantine() == null ? payment.refundable() : Money.zero(payment.currency());
        if (amount.compareTo(refundable) > 0) {
            return new RefundDecision.TooMuch(refundable);
        }
        return new RefundDecision.Owed(
                Step.to(payment.with(Movement.owed(reference, Kind.REFUND, amount, List.of(), now))), reference);
    }

    /**
     * Returned units were inspected: what was captured for them goes back, once per return. With the last unit of the
     * order delivery goes back as well (Directive 2011/83/EU, article 13).
     */
    public static Step returned(Payment payment, ReturnNumber number, List<Units> units, Instant now) {
        var reference = reference(payment.order(), number);
        if (payment.movement(Kind.REFUND, reference).isPresent()) {
            return Step.same(payment);
        }
        var left = payment.refundableInTheEnd();
        var amount = allBack(payment, units) ? left : share(payment, units).min(left);
        return Step.to(payment.with(Movement.owed(reference, Kind.REFUND, amount, units, now)));
    }

    private static Money share(Payment payment, List<Units> units) {
        var shares = Shares.of(payment);
        long sum = 0;
        for (var some : units) {
            int back = back(payment).stream()
                    .filter(earlier -> earlier.sku().equals(some.sku()))
                    .mapToInt(Units::quantity)
                    .sum();
            sum += shares.of(some, back);
        }
        return new Money(sum, payment.currency());
    }

    private static List<Units> back(Payment payment) {
        return payment.movements().stream()
                .filter(movement -> movement.kind() == Kind.REFUND)
                .flatMap(movement -> movement.units().stream())
                .toList();
    }

    private static boolean allBack(Payment payment, List<Units> units) {
        int sold = payment.lines().stream().mapToInt(line -> line.quantity()).sum();
        int earlier = back(payment).stream().mapToInt(Units::quantity).sum();
        return earlier + units.stream().mapToInt(Units::quantity).sum() >= sold;
    }

    static PaymentNews done(Payment payment, Movement refund, Instant now) {
        var all = payment.refunded();
        return new RefundDone(payment.order(), refund.amount(), all, all.equals(payment.captured()), now);
    }

    static PaymentNews failed(Payment payment, Movement refund, String reason, Instant now) {
        return new RefundFailed(payment.order(), refund.amount(), reason, now);
    }
}
