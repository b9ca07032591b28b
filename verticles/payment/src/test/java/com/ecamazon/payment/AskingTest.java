package com.ecamazon.payment;

import static com.ecamazon.payment.Town.GOOD_CARD;
import static com.ecamazon.payment.Town.order;
import static com.ecamazon.payment.Town.paying;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Authorised;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Declined;
import com.ecamazon.contract.payment.Payments.CallbackReply.Seen;
import com.ecamazon.contract.payment.Payments.PaymentNews.AuthorisationVoided;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.payment.Payments.VoidReply;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens while the bank is asked for money and nothing is stored yet. */
class AskingTest {
    private static final String SLOW = "{\"latencyMs\":400,\"noCallback\":1}";

    private Town town;

    @BeforeEach
    void open() {
        town = new Town();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private static AuthoriseReply reply(Future<Answer> answer) {
        return LocalPod.await(answer).reply(PaymentContract.AUTHORISE);
    }

    private String banksState(Authorise order) {
        return town.bank.authorisation(order.order().value()).path("state").asText();
    }

    @Test
    void authorise_killedBeforeTheAnswerWasStored_takesTheSameHold() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.hold(request.order().value(), request.token().value(), 700);

        assertThat(town.authorise(request)).isEqualTo(new Authorised(request.order(), Money.eur(700)));

        assertThat(town.payment(request.order()).state()).isEqualTo(State.AUTHORISED);
        assertThat(banksState(request)).isEqualTo("approved");
    }

    @Test
    void letGo_killedBeforeTheAnswerWasStored_bankHoldsNothing() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.hold(request.order().value(), request.token().value(), 700);

        assertThat(town.letGo(request.order())).isEqualTo(new VoidReply.Voided(request.order()));

        town.await(request.order(), State.VOIDED);
        assertThat(banksState(request)).isEqualTo("voided");
        assertThat(town.authorise(request)).isEqualTo(new Declined(request.order(), "VOIDED"));
    }

    @Test
    void authorise_storedAndPodRestarted_answersWithoutTheBank() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.authorise(request);
        town.restart();
        town.bank.misbehave("{\"refuse\":1}");

        assertThat(town.authorise(request)).isEqualTo(new Authorised(request.order(), Money.eur(700)));
    }

    @Test
    void authorise_bankThinksForLong_storedThatItWasAskedAndThenTheAnswer() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.misbehave("{\"latencyMs\":1200,\"noCallback\":1}");

        assertThat(town.authorise(request)).isEqualTo(new Authorised(request.order(), Money.eur(700)));

        assertThat(town.payment(request.order()).state()).isEqualTo(State.AUTHORISED);
        assertThat(Stored.version(town.pod(), request.order())).isEqualTo(2);
    }

    @Test
    void authorise_anotherAmountWhileTheBankThinks_conflictAndTheFirstHolds() {
        var first = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.misbehave(SLOW);
        var asked = town.authorising(first);

        var other = LocalPod.await(town.authorising(paying(first.order(), first.token(), 701)));

        assertThat(other.status()).isEqualTo(409);
        assertThat(reply(asked)).isEqualTo(new Authorised(first.order(), Money.eur(700)));
    }

    @Test
    void letGo_whileTheBankThinks_nothingIsHeldAndShopHears() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.misbehave(SLOW);
        var asked = town.authorising(request);

        assertThat(town.letGo(request.order())).isEqualTo(new VoidReply.Voided(request.order()));

        assertThat(reply(asked)).isEqualTo(new Declined(request.order(), "VOIDED"));
        town.await(request.order(), State.VOIDED);
        town.awaitNews(new AuthorisationVoided(request.order(), Instant.EPOCH));
        assertThat(banksState(request)).isEqualTo("voided");
    }

    @Test
    void heard_approvedWhileTheBankThinks_storedOnce() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.misbehave(SLOW);
        var asked = town.authorising(request);

        assertThat(town.heard(SignedNews.approved("evt_1", request.order(), 700)))
                .isEqualTo(new Seen(true));

        assertThat(town.payment(request.order()).state()).isEqualTo(State.AUTHORISED);
        assertThat(reply(asked)).isEqualTo(new Authorised(request.order(), Money.eur(700)));
        assertThat(Stored.version(town.pod(), request.order())).isEqualTo(1);
    }

    @Test
    void heard_wrongAmountWhileTheBankThinks_keptApart() {
        var request = paying(order(), town.token(GOOD_CARD), 700);
        town.bank.misbehave(SLOW);
        var asked = town.authorising(request);

        assertThat(town.heard(SignedNews.approved("evt_1", request.order(), 699)))
                .isEqualTo(new Seen(false));

        assertThat(Stored.count(town.pod(), "quarantine")).isEqualTo(1);
        assertThat(reply(asked)).isEqualTo(new Authorised(request.order(), Money.eur(700)));
    }

    /** News go to any instance, and they are as fast as the answer. */
    @Test
    void heard_wrongAmountsAtThreeInstances_allKeptApart() {
        town.pod().deploy(PaymentApp.SERVICE);
        town.pod().deploy(PaymentApp.SERVICE);
        var token = town.token(GOOD_CARD);
        town.bank.misbehave("{\"wrongAmount\":1}");
        var asked = new ArrayList<Future<Answer>>();
        for (int i = 0; i < 40; i++) {
            asked.add(town.authorising(paying(order(), token, 700)));
        }
        LocalPod.await(Future.join(asked).otherwiseEmpty());

        LocalPod.eventually(() -> Stored.count(town.pod(), "quarantine") == 40, "all are kept apart");
    }
}
