package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.BOOK;
import static com.ecamazon.payment.domain.Fixtures.LAMP;
import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.ORDER;
import static com.ecamazon.payment.domain.Fixtures.authorised;
import static com.ecamazon.payment.domain.Fixtures.line;
import static com.ecamazon.payment.domain.Fixtures.only;
import static com.ecamazon.payment.domain.Fixtures.parcel;
import static com.ecamazon.payment.domain.Fixtures.settled;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.PaymentNews.Captured;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.payment.domain.Movement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class CapturesTest {
    private static final List<Units> ONE_BOOK = List.of(new Units(BOOK, 1));

    @Test
    void departed_firstOfTwoParcels_itsLinesAndDelivery() {
        var payment = authorised(3490, 490, line(BOOK, 1, 1000), line(LAMP, 1, 2000));

        var step = Captures.departed(payment, parcel(1), ONE_BOOK, false, NOW);

        var capture = only(step.payment(), Kind.CAPTURE);
        assertThat(capture.amount()).isEqualTo(Money.eur(1490));
        assertThat(capture.state()).isEqualTo(MovementState.PENDING);
        assertThat(capture.reference()).isEqualTo("EC1001-c-" + parcel(1));
        assertThat(step.payment().due()).isPresent();
    }

    @Test
    void departed_lastParcel_exactlyTheRest() {
        var first = Captures.departed(
                        authorised(3490, 490, line(BOOK, 1, 1000), line(LAMP, 1, 2000)),
                        parcel(1),
                        ONE_BOOK,
                        false,
                        NOW)
                .payment();

        var all = settled(Captures.departed(first, parcel(2), List.of(new Units(LAMP, 1)), true, NOW)
                .payment());

        assertThat(all.captured()).isEqualTo(Money.eur(3490));
        assertThat(all.state()).isEqualTo(State.CAPTURED);
    }

    @Test
    void departed_lastParcelWithUnitsMissing_onlyWhatLeft() {
        var payment = authorised(3490, 490, line(BOOK, 1, 1000), line(LAMP, 1, 2000));

        var step = Captures.departed(payment, parcel(1), ONE_BOOK, true, NOW);

        assertThat(only(step.payment(), Kind.CAPTURE).amount()).isEqualTo(Money.eur(1490));
    }

    @Test
    void departed_discountNotInTheLines_isTakenOffInProportion() {
        var payment = authorised(2700, 0, line(BOOK, 1, 1000), line(LAMP, 1, 2000));

        var step = Captures.departed(payment, parcel(1), ONE_BOOK, false, NOW);

        assertThat(only(step.payment(), Kind.CAPTURE).amount()).isEqualTo(Money.eur(900));
    }

    @Test
    void departed_again_changesNothing() {
        var once = Captures.departed(authorised(1000), parcel(1), ONE_BOOK, true, NOW)
                .payment();

        assertThat(Captures.departed(once, parcel(1), ONE_BOOK, true, NOW).changed())
                .isFalse();
    }

    @Test
    void departed_nothingHeld_failureIsVisible() {
        var voiding = Holds.letGo(authorised(1000), ORDER, NOW).payment();

        var step = Captures.departed(voiding, parcel(1), ONE_BOOK, true, NOW);

        assertThat(only(step.payment(), Kind.CAPTURE).state()).isEqualTo(MovementState.FAILURE);
        assertThat(step.payment().owed()).isEmpty();
    }

    @Test
    void departed_freeOrder_completeWithoutTheBank() {
        var payment = authorised(0, 0, line(BOOK, 1, 0));

        var step = Captures.departed(payment, parcel(1), ONE_BOOK, true, NOW);

        assertThat(step.payment().owed()).isEmpty();
        assertThat(step.news()).containsExactly(new Captured(ORDER, Money.eur(0), Money.eur(0), true, NOW));
    }

    @Test
    void answered_done_newsAndMoneyMovedOnce() {
        var payment = Captures.departed(authorised(1000), parcel(1), ONE_BOOK, true, NOW)
                .payment();
        var reference = only(payment, Kind.CAPTURE).reference();
        var done = new MoveAnswer.Done(Money.eur(1000));

        var step = Movements.answered(payment, Kind.CAPTURE, reference, done, NOW);

        assertThat(step.news()).containsExactly(new Captured(ORDER, Money.eur(1000), Money.eur(1000), true, NOW));
        assertThat(step.moved()).containsExactly(new MoneyMoved(reference, ORDER, Kind.CAPTURE, Money.eur(1000), NOW));
        assertThat(Movements.answered(step.payment(), Kind.CAPTURE, reference, done, NOW)
                        .changed())
                .isFalse();
    }

    @Test
    void answered_anotherAmount_quarantinedAndNothingMoreHappens() {
        var payment = Captures.departed(authorised(1000), parcel(1), ONE_BOOK, true, NOW)
                .payment();

        var step = Movements.answered(
                payment,
                Kind.CAPTURE,
                only(payment, Kind.CAPTURE).reference(),
                new MoveAnswer.Done(Money.eur(1001)),
                NOW);

        assertThat(step.payment().state()).isEqualTo(State.QUARANTINED);
        assertThat(step.payment().owed()).isEmpty();
        assertThat(step.moved()).isEmpty();
    }

    @Test
    void answered_refused_failureWithTheReason() {
        var payment = Captures.departed(authorised(1000), parcel(1), ONE_BOOK, true, NOW)
                .payment();

        var step = Movements.answered(
                payment,
                Kind.CAPTURE,
                only(payment, Kind.CAPTURE).reference(),
                new MoveAnswer.Refused("NOT_APPROVED"),
                NOW);

        assertThat(only(step.payment(), Kind.CAPTURE)).satisfies(capture -> {
            assertThat(capture.state()).isEqualTo(MovementState.FAILURE);
            assertThat(capture.detail()).isEqualTo("NOT_APPROVED");
        });
    }
}
