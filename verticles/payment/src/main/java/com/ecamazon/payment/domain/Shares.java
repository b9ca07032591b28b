package com.ecamazon.payment.domain;

import com.ecamazon.contract.payment.Payments.PaidLine;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each paid unit costs, to the cent. The goods' money is split over the lines in proportion to their totals, and a
 * line's over its units, each time by largest remainder (Hare quota), so that all shares add up exactly.
 */
final class Shares {
    private final List<PaidLine> lines;
    private final long[] shares;

    private Shares(List<PaidLine> lines, long[] shares) {
        this.lines = lines;
        this.shares = shares;
    }

    static Shares of(Payment payment) {
        var weights = payment.lines().stream()
                .mapToLong(line -> Math.max(0, line.total().amount()))
                .toArray();
        long goods = payment.amount().minus(payment.delivery()).amount();
        return new Shares(payment.lines(), split(goods, weights));
    }

    /** The money of {@code count} units of a SKU after the first {@code skipped}, in minor units. */
    long of(Units units, int skipped) {
        long sum = 0;
        int from = skipped;
        int left = units.quantity();
        for (int i = 0; i < lines.size() && left > 0; i++) {
            var line = lines.get(i);
            if (line.sku().equals(units.sku())) {
                int first = Math.min(from, line.quantity());
                int taken = Math.min(left, line.quantity() - first);
                sum += upTo(i, first + taken) - upTo(i, first);
                from -= first;
                left -= taken;
            }
        }
        return sum;
    }

    private long upTo(int line, int units) {
        int quantity = lines.get(line).quantity();
        if (quantity == 0) {
            return 0;
        }
        long each = shares[line] / quantity;
        long dearer = shares[line] % quantity;
        return each * units + Math.min(units, dearer);
    }

    /** Parts of a total in proportion to weights; they add up to it. Without any weight the parts are equal. */
    static long[] split(long total, long[] weights) {
        var sum = BigInteger.valueOf(Arrays.stream(weights).sum());
        if (sum.signum() == 0) {
            return weights.length == 0
                    ? weights
                    : split(
                            total,
                            IntStream.range(0, weights.length).mapToLong(_ -> 1).toArray());
        }
        var parts = new long[weights.length];
        var remainders = new BigInteger[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            var quotient = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(weights[i]))
                    .divideAndRemainder(sum);
            parts[i] = quotient[0].longValueExact();
            remainders[i] = quotient[1];
            left -= parts[i];
        }
        IntStream.range(0, weights.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
                .limit(left)
                .forEach(i -> parts[i]++);
        return parts;
    }
}
