package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.BOOK;
import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.ORDER;
import static com.ecamazon.payment.domain.Fixtures.asked;
import static com.ecamazon.payment.domain.Fixtures.authorised;
import static com.ecamazon.payment.domain.Fixtures.captured;
import static com.ecamazon.payment.domain.Fixtures.only;
import static com.ecamazon.payment.domain.Fixtures.parcel;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.payment.domain.Movement.Kind;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticesTest {
    @Test
    void heard_approvedWhileAsked_authorised() {
        assertThat(taken(asked(1000), notice("authorization.approved", null, 1000))
                        .payment()
                        .hold())
                .isEqualTo(Hold.AUTHORISED);
    }

    @Test
    void heard_declinedBeforeTheAnswerThatTellsWhy_theReasonIsKept() {
        var declined =
                taken(asked(1000), notice("authorization.declined", null, 1000)).payment();
        assertThat(declined.reason()).isEqualTo("DECLINED");

        var explained = Holds.answered(declined, new HoldAnswer.Refused("INSUFFICIENT_FUNDS"), NOW)
                .payment();
        assertThat(explained.hold()).isEqualTo(Hold.DECLINED);
        assertThat(explained.reason()).isEqualTo("INSUFFICIENT_FUNDS");

        assertThat(taken(explained, notice("authorization.declined", null, 1000))
                        .changed())
                .isFalse();
        assertThat(Holds.answered(declined, new HoldAnswer.Refused("DECLINED"), NOW)
                        .changed())
                .isFalse();
    }

    @Test
    void heard_approvedAgain_changesNothing() {
        assertThat(taken(authorised(1000), notice("authorization.approved", null, 1000))
                        .changed())
                .isFalse();
    }

    @Test
    void heard_pendingAfterApproved_changesNothing() {
        assertThat(taken(authorised(1000), notice("authorization.pending", null, 1000))
                        .changed())
                .isFalse();
    }

    @Test
    void heard_anotherAmount_suspicious() {
        assertThat(Notices.heard(asked(1000), notice("authorization.approved", null, 999), NOW))
                .isInstanceOf(Heard.Suspicious.class);
    }

    @Test
    void heard_captureBeforeTheReply_doneOnce() {
        var payment = Captures.departed(authorised(1000), parcel(1), List.of(new Units(BOOK, 1)), true, NOW)
                .payment();
        var notice = notice("capture.success", only(payment, Kind.CAPTURE).reference(), 1000);

        var step = taken(payment, notice);

        assertThat(step.moved()).hasSize(1);
        assertThat(taken(step.payment(), notice).changed()).isFalse();
    }

    @Test
    void heard_captureOfAnotherAmount_suspicious() {
        var payment = Captures.departed(authorised(1000), parcel(1), List.of(new Units(BOOK, 1)), true, NOW)
                .payment();

        assertThat(Notices.heard(
                        payment,
                        notice("capture.success", only(payment, Kind.CAPTURE).reference(), 999),
                        NOW))
                .isInstanceOf(Heard.Suspicious.class);
    }

    @Test
    void heard_captureThatIsNotOurs_suspicious() {
        assertThat(Notices.heard(authorised(1000), notice("capture.success", "other", 1000), NOW))
                .isInstanceOf(Heard.Suspicious.class);
    }

    @Test
    void heard_chargeback_visibleAndNotRefundable() {
        var notice = notice("chargeback.success", "cb1", 400);

        var step = taken(captured(1000), notice);

        assertThat(only(step.payment(), Kind.CHARGEBACK).state()).isEqualTo(MovementState.SUCCESS);
        assertThat(step.payment().refundable()).isEqualTo(Money.eur(600));
        assertThat(LedgerTransaction.of(step.moved().getFirst()).clearing()).isEqualTo(Money.eur(-400));
        assertThat(taken(step.payment(), notice).changed()).isFalse();
    }

    @Test
    void heard_bankLetGoByItself_suspicious() {
        assertThat(Notices.heard(authorised(1000), notice("authorization.voided", null, 1000), NOW))
                .isInstanceOf(Heard.Suspicious.class);
    }

    private static Step taken(Payment payment, BankNotice notice) {
        if (Notices.heard(payment, notice, NOW) instanceof Heard.Taken(var step)) {
            return step;
        }
        throw new AssertionError("suspicious");
    }

    private static BankNotice notice(String type, @Nullable String operation, long amount) {
        return new BankNotice("evt_1", type, ORDER, operation, Money.eur(amount), NOW);
    }
}
