package com.ecamazon.bank.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ecamazon.bank.domain.Authorization.Reason;
import com.ecamazon.bank.domain.Authorization.State;
import com.ecamazon.bank.domain.Operation.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DecisionsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final Book book = new Book();

    @Test
    void authorize_byBehaviourOfTheCard_isAnswered() {
        assertThat(authorize("a", Behaviour.APPROVE))
                .extracting("state", "reason")
                .containsExactly(State.APPROVED, Reason.NONE);
        assertThat(authorize("b", Behaviour.DECLINE))
                .extracting("state", "reason")
                .containsExactly(State.DECLINED, Reason.DECLINED);
        assertThat(authorize("c", Behaviour.NO_FUNDS))
                .extracting("state", "reason")
                .containsExactly(State.DECLINED, Reason.INSUFFICIENT_FUNDS);
        assertThat(authorize("d", Behaviour.ANSWER_LATER))
                .extracting("state", "reason")
                .containsExactly(State.PENDING, Reason.NONE);
    }

    @Test
    void authorize_withACardExpiredSince_isDeclined() {
        Card old = new Card("t", Brand.VISA, "4242", 10, 2026, "f", Behaviour.APPROVE);

        happen(Decisions.authorize(book.find("a"), old, euros(100), NOW));

        assertThat(book.known("a").reason()).isEqualTo(Reason.EXPIRED_CARD);
    }

    @Test
    void authorize_again_standsOrIsRefused() {
        authorize("a", Behaviour.APPROVE);

        assertThat(Decisions.authorize(book.find("a"), card(Behaviour.APPROVE), euros(100), NOW))
                .isEqualTo(Outcome.stands());
        assertThat(Decisions.authorize(book.find("a"), card(Behaviour.APPROVE), euros(101), NOW))
                .isEqualTo(Outcome.refused(Refusal.REFERENCE_REUSED));
        assertThat(Decisions.authorize(book.find("a"), card(Behaviour.DECLINE), euros(100), NOW))
                .isEqualTo(Outcome.refused(Refusal.REFERENCE_REUSED));
    }

    @Test
    void capture_inParts_neverExceedsTheApprovedAmount() {
        authorize("a", Behaviour.APPROVE);

        happen(capture("c1", 60));
        assertThat(capture("c2", 41)).isEqualTo(Outcome.refused(Refusal.OVER_CAPTURE));
        happen(capture("c2", 40));

        assertThat(book.known("a").captured()).isEqualTo(euros(100));
        assertThat(capture("c1", 60)).isEqualTo(Outcome.stands());
        assertThat(capture("c1", 59)).isEqualTo(Outcome.refused(Refusal.REFERENCE_REUSED));
        assertThat(book.statement(0, 10))
                .extracting("line", "operationReference")
                .containsExactly(tuple(1L, "c1"), tuple(2L, "c2"));
    }

    @Test
    void capture_ofWhatIsNotApproved_isRefused() {
        authorize("a", Behaviour.DECLINE);

        assertThat(capture("c1", 10)).isEqualTo(Outcome.refused(Refusal.NOT_APPROVED));
        assertThat(Decisions.capture(book.find("z"), "c1", euros(1), NOW))
                .isEqualTo(Outcome.refused(Refusal.UNKNOWN_REFERENCE));
    }

    @Test
    void capture_ofAnotherCurrencyOrNothing_isRefused() {
        authorize("a", Behaviour.APPROVE);

        assertThat(Decisions.capture(book.find("a"), "c1", new Money(1, "USD"), NOW))
                .isEqualTo(Outcome.refused(Refusal.CURRENCY_MISMATCH));
        assertThat(capture("c1", 0)).isEqualTo(Outcome.refused(Refusal.AMOUNT_NOT_POSITIVE));
    }

    @Test
    void cancel_beforeTheAuthorization_answersItAsVoided() {
        happen(Decisions.cancel(book.find("a"), NOW));
        assertThat(Decisions.cancel(book.find("a"), NOW)).isEqualTo(Outcome.stands());

        assertThat(authorize("a", Behaviour.APPROVE).state()).isEqualTo(State.VOIDED);
        assertThat(capture("c1", 1)).isEqualTo(Outcome.refused(Refusal.NOT_APPROVED));
    }

    @Test
    void cancel_ofAPendingOne_isFinal() {
        authorize("a", Behaviour.ANSWER_LATER);

        happen(Decisions.cancel(book.find("a"), NOW));

        assertThat(Decisions.approvePending(book.find("a"), NOW)).isEqualTo(Outcome.stands());
        assertThat(book.known("a").state()).isEqualTo(State.VOIDED);
    }

    @Test
    void cancel_afterACapture_isRefused() {
        authorize("a", Behaviour.APPROVE);
        happen(capture("c1", 10));

        assertThat(Decisions.cancel(book.find("a"), NOW)).isEqualTo(Outcome.refused(Refusal.ALREADY_CAPTURED));
    }

    @Test
    void refund_inParts_neverExceedsWhatWasCaptured() {
        authorize("a", Behaviour.APPROVE);
        happen(capture("c1", 50));

        happen(refund("r1", 30, false));
        assertThat(refund("r2", 21, false)).isEqualTo(Outcome.refused(Refusal.OVER_REFUND));
        happen(refund("r2", 20, true));
        assertThat(book.known("a").operation(Kind.REFUND, "r2").orElseThrow().state())
                .isEqualTo(Operation.State.FAILURE);
        happen(refund("r3", 20, false));

        assertThat(book.known("a").refunded()).isEqualTo(euros(50));
        assertThat(book.statement(1, 10)).extracting("operationReference").containsExactly("r1", "r3");
    }

    @Test
    void refund_pending_countsAgainstTheRestButNotAsRefunded() {
        authorize("a", Behaviour.ANSWER_LATER);
        happen(Decisions.approvePending(book.find("a"), NOW));
        happen(capture("c1", 100));

        happen(refund("r1", 60, false));
        assertThat(book.known("a").refunded()).isEqualTo(euros(0));
        assertThat(refund("r2", 41, false)).isEqualTo(Outcome.refused(Refusal.OVER_REFUND));

        happen(Decisions.settlePendingRefund(book.find("a"), "r1", NOW));
        assertThat(book.known("a").refunded()).isEqualTo(euros(60));
        assertThat(Decisions.settlePendingRefund(book.find("a"), "r1", NOW)).isEqualTo(Outcome.stands());
        assertThat(book.lastStatementLine()).isEqualTo(2);
    }

    @Test
    void chargeBack_takesOnlyWhatIsLeft() {
        authorize("a", Behaviour.APPROVE);
        happen(capture("c1", 100));
        happen(refund("r1", 70, false));

        assertThat(Decisions.chargeBack(book.find("a"), "k1", euros(31), NOW))
                .isEqualTo(Outcome.refused(Refusal.OVER_CHARGEBACK));
        happen(Decisions.chargeBack(book.find("a"), "k1", euros(30), NOW));
        assertThat(refund("r2", 1, false)).isEqualTo(Outcome.refused(Refusal.OVER_REFUND));
    }

    private Authorization authorize(String reference, Behaviour behaviour) {
        happen(Decisions.authorize(book.find(reference), card(behaviour), euros(100), NOW));
        return book.known(reference);
    }

    private Outcome capture(String operation, long amount) {
        return Decisions.capture(book.find("a"), operation, euros(amount), NOW);
    }

    private Outcome refund(String operation, long amount, boolean refused) {
        return Decisions.refund(book.find("a"), operation, euros(amount), refused, NOW);
    }

    private void happen(Outcome outcome) {
        assertThat(outcome).isInstanceOfSatisfying(Outcome.Happens.class, happens -> book.apply(happens.fact()));
    }

    private static Card card(Behaviour behaviour) {
        return new Card("tok_" + behaviour, Brand.VISA, "4242", 12, 2030, "f", behaviour);
    }

    private static Money euros(long cents) {
        return new Money(cents, "EUR");
    }
}
