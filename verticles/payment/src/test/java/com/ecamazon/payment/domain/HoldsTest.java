package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.ORDER;
import static com.ecamazon.payment.domain.Fixtures.asked;
import static com.ecamazon.payment.domain.Fixtures.authorised;
import static com.ecamazon.payment.domain.Fixtures.captured;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.PaymentNews.AuthorisationVoided;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.payment.Payments.VoidReply;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldsTest {
    @Test
    void answered_approved_authorised() {
        var payment = authorised(1000);

        assertThat(payment.state()).isEqualTo(State.AUTHORISED);
        assertThat(payment.due()).isEmpty();
        assertThat(Holds.reply(payment)).isEqualTo(new AuthoriseReply.Authorised(ORDER, Money.eur(1000)));
    }

    @Test
    void answered_refused_declinedWithTheReason() {
        var payment = Holds.answered(asked(1000), new HoldAnswer.Refused("INSUFFICIENT_FUNDS"), NOW)
                .payment();

        assertThat(payment.state()).isEqualTo(State.DECLINED);
        assertThat(Holds.reply(payment)).isEqualTo(new AuthoriseReply.Declined(ORDER, "INSUFFICIENT_FUNDS"));
    }

    @Test
    void answered_anotherAmount_quarantinedAndLetGo() {
        var payment = Holds.answered(asked(1000), new HoldAnswer.Approved(Money.eur(999)), NOW)
                .payment();

        assertThat(payment.state()).isEqualTo(State.QUARANTINED);
        assertThat(payment.hold()).isEqualTo(Hold.VOIDING);
        assertThat(payment.due()).isPresent();
        assertThat(Holds.reply(payment)).isInstanceOf(AuthoriseReply.Declined.class);
    }

    @Test
    void answered_undecided_asksAgainLater() {
        var step = Holds.answered(asked(1000), new HoldAnswer.Undecided(Money.eur(1000)), NOW);

        assertThat(step.changed()).isFalse();
        assertThat(Holds.reply(step.payment())).isEqualTo(new AuthoriseReply.Pending(ORDER));
    }

    @Test
    void answered_unheardSoon_waitsForTheOrder() {
        assertThat(Holds.answered(asked(1000), new HoldAnswer.Unheard(), NOW.plusSeconds(60))
                        .changed())
                .isFalse();
    }

    @Test
    void answered_unheardForLong_isLetGo() {
        var step = Holds.answered(asked(1000), new HoldAnswer.Unheard(), NOW.plus(Duration.ofMinutes(16)));

        assertThat(step.payment().hold()).isEqualTo(Hold.VOIDING);
    }

    @Test
    void letGo_withoutAPayment_leavesAMarkThatIsOwedToTheBank() {
        var payment = Holds.letGo(null, ORDER, NOW).payment();

        assertThat(payment.hold()).isEqualTo(Hold.VOIDING);
        assertThat(payment.due()).isPresent();
        assertThat(Holds.reply(payment)).isEqualTo(new AuthoriseReply.Declined(ORDER, "VOIDED"));
    }

    @Test
    void answered_approvedAfterLetGo_holdsNothing() {
        var payment = Holds.letGo(asked(1000), ORDER, NOW).payment();

        var step = Holds.answered(payment, new HoldAnswer.Approved(Money.eur(1000)), NOW);

        assertThat(step.payment().hold()).isEqualTo(Hold.VOIDING);
        assertThat(Holds.reply(step.payment())).isInstanceOf(AuthoriseReply.Declined.class);
    }

    @Test
    void answered_bankLetGo_voidedOnceWithNews() {
        var voiding = Holds.letGo(authorised(1000), ORDER, NOW).payment();

        var step = Holds.answered(voiding, new HoldAnswer.LetGo(), NOW);

        assertThat(step.payment().state()).isEqualTo(State.VOIDED);
        assertThat(step.news()).containsExactly(new AuthorisationVoided(ORDER, NOW));
        assertThat(Holds.answered(step.payment(), new HoldAnswer.LetGo(), NOW).changed())
                .isFalse();
    }

    @Test
    void letGo_captured_tooLate() {
        var step = Holds.letGo(captured(1000), ORDER, NOW);

        assertThat(step.changed()).isFalse();
        assertThat(Holds.voidReply(step.payment())).isEqualTo(new VoidReply.AlreadyCaptured(ORDER));
    }

    @Test
    void letGo_declined_nothingToDo() {
        var declined = Holds.answered(asked(1000), new HoldAnswer.Refused("DECLINED"), NOW)
                .payment();

        var step = Holds.letGo(declined, ORDER, NOW);

        assertThat(step.changed()).isFalse();
        assertThat(Holds.voidReply(step.payment())).isEqualTo(new VoidReply.Voided(ORDER));
    }

    @Test
    void unanswered_again_pausesGrowAndAreParked() {
        var payment = Holds.letGo(authorised(1000), ORDER, NOW).payment();
        for (int i = 0; i < 240; i++) {
            payment = Holds.unanswered(payment, NOW).payment();
        }

        assertThat(payment.retry()).isNotNull().satisfies(retry -> {
            assertThat(retry.parked()).isTrue();
            assertThat(retry.due()).isEqualTo(NOW.plus(Duration.ofHours(1)));
        });
    }
}
