package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.BOOK;
import static com.ecamazon.payment.domain.Fixtures.LAMP;
import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.ORDER;
import static com.ecamazon.payment.domain.Fixtures.authorised;
import static com.ecamazon.payment.domain.Fixtures.captured;
import static com.ecamazon.payment.domain.Fixtures.line;
import static com.ecamazon.payment.domain.Fixtures.only;
import static com.ecamazon.payment.domain.Fixtures.parcel;
import static com.ecamazon.payment.domain.Fixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundFailed;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.payment.domain.Movement.Kind;
import com.ecamazon.payment.domain.RefundDecision.KeyReused;
import com.ecamazon.payment.domain.RefundDecision.Owed;
import com.ecamazon.payment.domain.RefundDecision.TooMuch;
import java.util.List;
import org.junit.jupiter.api.Test;

class RefundsTest {
    @Test
    void asked_threeTimes30Of100_theFourthIsTooMuch() {
        var payment = captured(100);
        for (int i = 0; i < 3; i++) {
            payment = owed(payment, "key-" + i, 30);
        }

        assertThat(Refunds.asked(payment, "key-3", Money.eur(30), NOW)).isEqualTo(new TooMuch(Money.eur(10)));
    }

    @Test
    void asked_sameKey_sameRefund() {
        var once = owed(captured(100), "key", 30);

        assertThat(Refunds.asked(once, "key", Money.eur(30), NOW))
                .isInstanceOfSatisfying(
                        Owed.class, again -> assertThat(again.step().changed()).isFalse());
        assertThat(Refunds.asked(once, "key", Money.eur(31), NOW)).isEqualTo(new KeyReused());
    }

    @Test
    void asked_notYetCaptured_tooMuch() {
        assertThat(Refunds.asked(authorised(100), "key", Money.eur(1), NOW)).isEqualTo(new TooMuch(Money.eur(0)));
    }

    @Test
    void answered_refused_failureWithNewsAndAnotherTryPossible() {
        var payment = owed(captured(100), "key", 100);

        var step = Movements.answered(
                payment, Kind.REFUND, only(payment, Kind.REFUND).reference(), new MoveAnswer.Refused("NO"), NOW);

        assertThat(step.news()).containsExactly(new RefundFailed(ORDER, Money.eur(100), "NO", NOW));
        assertThat(only(step.payment(), Kind.REFUND).state()).isEqualTo(MovementState.FAILURE);
        assertThat(settled(owed(step.payment(), "another", 100)).state()).isEqualTo(State.REFUNDED);
    }

    @Test
    void returned_oneUnitOfThree_itsShareOnce() {
        var payment = settled(Captures.departed(
                        authorised(1490, 490, line(BOOK, 3, 1000)), parcel(1), List.of(new Units(BOOK, 3)), true, NOW)
                .payment());
        var number = new ReturnNumber("RMA1");

        var step = Refunds.returned(payment, number, List.of(new Units(BOOK, 1)), NOW);

        assertThat(only(step.payment(), Kind.REFUND).amount()).isEqualTo(Money.eur(334));
        assertThat(Refunds.returned(step.payment(), number, List.of(new Units(BOOK, 1)), NOW)
                        .changed())
                .isFalse();
    }

    @Test
    void returned_unitByUnit_eachItsOwnCents() {
        var payment = settled(Captures.departed(
                        authorised(1000, 0, line(BOOK, 3, 1000)), parcel(1), List.of(new Units(BOOK, 3)), true, NOW)
                .payment());

        payment = returned(payment, "RMA1", new Units(BOOK, 1));
        payment = returned(payment, "RMA2", new Units(BOOK, 1));

        assertThat(payment.refunded()).isEqualTo(Money.eur(334 + 333));
    }

    @Test
    void returned_inParts_addUpToTheCaptureWithDelivery() {
        var payment = settled(Captures.departed(
                        authorised(1490, 490, line(BOOK, 2, 333), line(LAMP, 1, 667)),
                        parcel(1),
                        List.of(new Units(BOOK, 2), new Units(LAMP, 1)),
                        true,
                        NOW)
                .payment());
        payment = returned(payment, "RMA1", new Units(BOOK, 1));
        payment = returned(payment, "RMA2", new Units(LAMP, 1));
        payment = returned(payment, "RMA3", new Units(BOOK, 1));

        assertThat(payment.refunded()).isEqualTo(Money.eur(1490));
        assertThat(payment.state()).isEqualTo(State.REFUNDED);
    }

    @Test
    void returned_afterARefundByHand_neverAboveTheCapture() {
        var payment = settled(owed(captured(100), "key", 70));

        assertThat(returned(payment, "RMA1", new Units(BOOK, 1)).refunded()).isEqualTo(Money.eur(100));
    }

    @Test
    void returned_captureStillUnderWay_waitsForIt() {
        var payment = Captures.departed(authorised(100), parcel(1), List.of(new Units(BOOK, 1)), true, NOW)
                .payment();

        var step = Refunds.returned(payment, new ReturnNumber("RMA1"), List.of(new Units(BOOK, 1)), NOW);

        assertThat(step.payment().owed()).extracting(Movement::kind).containsExactly(Kind.CAPTURE);
        assertThat(settled(step.payment()).refunded()).isEqualTo(Money.eur(100));
    }

    private static Payment returned(Payment payment, String number, Units units) {
        return settled(Refunds.returned(payment, new ReturnNumber(number), List.of(units), NOW)
                .payment());
    }

    private static Payment owed(Payment payment, String key, long amount) {
        if (Refunds.asked(payment, key, Money.eur(amount), NOW) instanceof Owed owed) {
            return owed.step().payment();
        }
        throw new AssertionError("refused");
    }
}
