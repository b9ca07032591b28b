package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.parcel;
import static com.ecamazon.payment.domain.Fixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.payment.domain.Movement.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Over random carts, parcel splits and returns, three currencies, with prices from nothing to millions. */
class SharesTest {
    private static final int CARTS = 20_000;
    private static final List<String> CURRENCIES = List.of("EUR", "JPY", "CHF");

    @Test
    void split_randomWeights_addsUpAndEachIsWithinOne() {
        var random = new Random(1);
        for (int i = 0; i < 100_000; i++) {
            var weights = random.longs(1 + random.nextInt(12), 0, 1L << (1 + random.nextInt(40)))
                    .toArray();
            long total = random.nextLong(1L << (1 + random.nextInt(40)));

            var parts = Shares.split(total, weights);

            assertThat(Arrays.stream(parts).sum()).isEqualTo(total);
            double sum = Arrays.stream(weights).sum();
            for (int k = 0; sum > 0 && k < parts.length; k++) {
                double exact = total * (weights[k] / sum);
                assertThat(Math.abs(parts[k] - exact)).isLessThan(1 + exact * 1e-9);
            }
        }
    }

    @Test
    void split_byExample_largestRemaindersGetTheCents() {
        assertThat(Shares.split(100, new long[] {1, 1, 1})).containsExactly(34, 33, 33);
        assertThat(Shares.split(10, new long[] {15, 25, 60})).containsExactly(2, 2, 6);
        assertThat(Shares.split(5, new long[] {0, 0})).containsExactly(3, 2);
    }

    @Test
    void departed_randomCartsAndParcels_capturesAddUpToTheAuthorisedAmount() {
        for (int seed = 0; seed < CARTS; seed++) {
            var random = new Random(seed);
            var payment = cart(random);

            var shipped = ship(payment, random);

            assertThat(shipped.captured()).as("seed %d", seed).isEqualTo(payment.amount());
            assertThat(shipped.movements())
                    .allSatisfy(capture -> assertThat(capture.amount().amount()).isNotNegative());
        }
    }

    @Test
    void departed_everyUnitWithoutALastParcel_stillAddsUp() {
        for (int seed = 0; seed < CARTS; seed++) {
            var random = new Random(seed);
            var payment = cart(random);
            var next = payment;
            int number = 0;
            for (var unit : units(payment, random)) {
                next = Captures.departed(next, parcel(number++), List.of(unit), false, NOW)
                        .payment();
            }

            assertThat(settled(next).captured()).as("seed %d", seed).isEqualTo(payment.amount());
        }
    }

    @Test
    void returned_randomReturnsAndRefunds_neverAboveTheCaptureAndExactWhenAllIsBack() {
        for (int seed = 0; seed < CARTS; seed++) {
            var random = new Random(seed);
            var payment = ship(cart(random), random);
            boolean byHand = random.nextInt(3) == 0;
            int number = 0;
            for (var units : parcels(units(payment, random), random)) {
                if (byHand) {
                    payment = refundByHand(payment, "key" + number, random);
                }
                payment = Refunds.returned(payment, new ReturnNumber("RMA" + number++), units, NOW)
                        .payment();
                payment = random.nextBoolean() ? settled(payment) : payment;
                assertThat(payment.refundableInTheEnd().amount())
                        .as("seed %d", seed)
                        .isNotNegative();
            }

            assertThat(settled(payment).refunded()).as("seed %d", seed).isEqualTo(payment.captured());
        }
    }

    private static Payment refundByHand(Payment payment, String key, Random random) {
        var amount = new Money(1 + random.nextLong(payment.amount().amount() + 10), payment.currency());
        return switch (Refunds.asked(payment, key, amount, NOW)) {
            case RefundDecision.Owed owed -> owed.step().payment();
            case RefundDecision.TooMuch(var left) -> {
                assertThat(amount).isGreaterThan(left);
                yield payment;
            }
            case RefundDecision.KeyReused() -> throw new AssertionError("each key is used once");
        };
    }

    private static Payment cart(Random random) {
        var currency = CURRENCIES.get(random.nextInt(CURRENCIES.size()));
        var lines = new ArrayList<PaidLine>();
        long sum = 0;
        int count = 1 + random.nextInt(5);
        for (int i = 0; i < count; i++) {
            int quantity = 1 + random.nextInt(4);
            long total = random.nextInt(8) == 0 ? 0 : random.nextLong(1L << (1 + random.nextInt(30)));
            sum += total;
            // A SKU may stand on two lines with different prices.
            lines.add(new PaidLine(new Sku("S" + random.nextInt(4)), quantity, new Money(total, currency)));
        }
        long delivery = random.nextBoolean() ? 0 : random.nextLong(900);
        long discount = random.nextBoolean() ? 0 : random.nextLong(sum + 1);
        var amount = new Money(sum - discount + delivery, currency);
        var payment = Holds.asked(
                new Authorise(
                        new OrderNumber("EC" + random.nextInt(1_000_000)),
                        new PaymentToken("tok"),
                        amount,
                        lines,
                        new Money(delivery, currency),
                        new Money(discount, currency)),
                NOW);
        return Holds.answered(payment, new HoldAnswer.Approved(amount), NOW).payment();
    }

    private static List<Units> units(Payment payment, Random random) {
        var units = new ArrayList<Units>();
        for (var line : payment.lines()) {
            units.addAll(Collections.nCopies(line.quantity(), new Units(line.sku(), 1)));
        }
        Collections.shuffle(units, random);
        return units;
    }

    private static List<List<Units>> parcels(List<Units> units, Random random) {
        var parcels = new ArrayList<List<Units>>();
        int from = 0;
        while (from < units.size()) {
            int to = Math.min(units.size(), from + 1 + random.nextInt(4));
            var merged = new LinkedHashMap<Sku, Integer>();
            units.subList(from, to).forEach(unit -> merged.merge(unit.sku(), unit.quantity(), Integer::sum));
            parcels.add(merged.entrySet().stream()
                    .map(unit -> new Units(unit.getKey(), unit.getValue()))
                    .toList());
            from = to;
        }
        return parcels;
    }

    private static Payment ship(Payment payment, Random random) {
        var parcels = parcels(units(payment, random), random);
        var next = payment;
        for (int i = 0; i < parcels.size(); i++) {
            next = Captures.departed(next, parcel(i), parcels.get(i), i == parcels.size() - 1, NOW)
                    .payment();
            next = random.nextBoolean() ? settled(next) : next;
        }
        assertThat(next.movements()).extracting(Movement::kind).containsOnly(Kind.CAPTURE);
        return settled(next);
    }
}
