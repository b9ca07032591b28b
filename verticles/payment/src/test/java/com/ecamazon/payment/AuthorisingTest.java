package com.ecamazon.payment;

import static com.ecamazon.payment.Town.DECLINED_CARD;
import static com.ecamazon.payment.Town.GOOD_CARD;
import static com.ecamazon.payment.Town.POOR_CARD;
import static com.ecamazon.payment.Town.SLOW_CARD;
import static com.ecamazon.payment.Town.order;
import static com.ecamazon.payment.Town.paying;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Authorised;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Declined;
import com.ecamazon.contract.payment.Payments.AuthoriseReply.Pending;
import com.ecamazon.contract.payment.Payments.MethodQuery;
import com.ecamazon.contract.payment.Payments.PaymentNews.AuthorisationVoided;
import com.ecamazon.contract.payment.Payments.PaymentsQuery;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply.CardInvalid;
import com.ecamazon.contract.payment.Payments.VoidReply;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AuthorisingTest {
    private static Town town;

    @BeforeAll
    static void open() {
        town = new Town();
    }

    @AfterEach
    void behave() {
        town.bank.behave();
    }

    @AfterAll
    static void close() {
        town.close();
    }

    @Test
    void authorise_goodCard_moneyIsHeld() {
        var order = order();

        var reply = town.authorise(paying(order, town.token(GOOD_CARD), 1_999));

        assertThat(reply).isEqualTo(new Authorised(order, Money.eur(1_999)));
        assertThat(town.payment(order).state()).isEqualTo(State.AUTHORISED);
        assertThat(town.bank.authorisation(order.value()).path("state").asText())
                .isEqualTo("approved");
    }

    @Test
    void authorise_badCards_declinedWithTheReason() {
        var declined = order();
        var poor = order();

        assertThat(town.authorise(paying(declined, town.token(DECLINED_CARD), 500)))
                .isEqualTo(new Declined(declined, "DECLINED"));
        assertThat(town.authorise(paying(poor, town.token(POOR_CARD), 500)))
                .isEqualTo(new Declined(poor, "INSUFFICIENT_FUNDS"));
        assertThat(town.payment(poor).state()).isEqualTo(State.DECLINED);
    }

    @Test
    void authorise_unknownToken_declined() {
        var order = order();

        assertThat(town.authorise(paying(order, new PaymentToken("tok_none"), 500)))
                .isEqualTo(new Declined(order, "UNKNOWN_TOKEN"));
    }

    @Test
    void authorise_issuerAnswersLater_pendingThenAuthorised() {
        var order = order();
        var request = paying(order, town.token(SLOW_CARD), 500);

        assertThat(town.authorise(request)).isEqualTo(new Pending(order));
        town.await(order, State.AUTHORISED);
        assertThat(town.authorise(request)).isEqualTo(new Authorised(order, Money.eur(500)));
    }

    @Test
    void authorise_sameOrder20TimesAtOnceAndAgain_oneHoldAndEqualAnswersInOneWrite() {
        var order = order();
        var request = paying(order, town.token(GOOD_CARD), 700);
        var tries = new ArrayList<Future<?>>();
        for (int i = 0; i < 20; i++) {
            tries.add(town.authorising(request));
        }
        LocalPod.await(Future.all(tries));

        for (var one : tries) {
            var answer = (Answer) one.result();
            assertThat(answer.reply(PaymentContract.AUTHORISE)).isEqualTo(new Authorised(order, Money.eur(700)));
        }
        assertThat(town.authorise(request)).isEqualTo(new Authorised(order, Money.eur(700)));
        assertThat(Stored.version(town.pod(), order)).isEqualTo(1);
    }

    @Test
    void authorise_anotherAmountForTheSameOrder_conflict() {
        var order = town.authorised(700);

        assertThatThrownBy(() -> town.authorise(paying(order, town.token(GOOD_CARD), 701)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("CONFLICT");
    }

    @Test
    void authorise_freeOrder_needsNoBank() {
        town.bank.misbehave("{\"refuse\":1}");
        var order = order();

        assertThat(town.authorise(paying(order, new PaymentToken("tok_none"), 0)))
                .isEqualTo(new Authorised(order, Money.eur(0)));
    }

    @Test
    void letGo_authorised_bankHoldsNothingAndShopHears() {
        var order = town.authorised(800);

        assertThat(town.letGo(order)).isEqualTo(new VoidReply.Voided(order));

        assertThat(town.bank.authorisation(order.value()).path("state").asText())
                .isEqualTo("voided");
        assertThat(town.payment(order).state()).isEqualTo(State.VOIDED);
        town.awaitNews(new AuthorisationVoided(order, Instant.EPOCH));
    }

    @Test
    void letGo_beforeAuthorise_neverHoldsMoney() {
        var order = order();
        var token = town.token(GOOD_CARD);

        assertThat(town.letGo(order)).isEqualTo(new VoidReply.Voided(order));
        assertThat(town.authorise(paying(order, token, 900))).isEqualTo(new Declined(order, "VOIDED"));

        assertThat(town.bank.authorisation(order.value()).path("state").asText())
                .isEqualTo("voided");
    }

    @Test
    void letGo_whileAuthorising_neverHoldsMoney() {
        var token = town.token(GOOD_CARD);
        for (int i = 0; i < 50; i++) {
            var order = order();
            var authorising = town.authorising(paying(order, token, 900));
            assertThat(town.letGo(order)).isEqualTo(new VoidReply.Voided(order));
            LocalPod.await(authorising);
            town.await(order, State.VOIDED);
            assertThat(town.bank.authorisation(order.value()).path("state").asText())
                    .isEqualTo("voided");
        }
    }

    @Test
    void authorise_bankSilentAfterCharging_unavailableThenTheTruth() {
        var order = order();
        var request = paying(order, town.token(GOOD_CARD), 1_100);
        town.bank.misbehave("{\"timeoutAfter\":1,\"noCallback\":1}");

        assertThatThrownBy(() -> town.authoriseOnce(request))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        away -> assertThat(away.problem().status()).isEqualTo(503));
        assertThat(town.payment(order).state()).isEqualTo(State.PENDING);

        town.await(order, State.AUTHORISED);
        town.bank.behave();
        assertThat(town.authorise(request)).isEqualTo(new Authorised(order, Money.eur(1_100)));
    }

    @Test
    void authorise_bankSilentBeforeCharging_anotherTryHoldsOnce() {
        var order = order();
        var request = paying(order, town.token(GOOD_CARD), 1_100);
        town.bank.misbehave("{\"timeoutBefore\":1}");
        assertThatThrownBy(() -> town.authoriseOnce(request)).isInstanceOf(ProblemException.class);
        town.bank.behave();

        assertThat(town.authorise(request)).isEqualTo(new Authorised(order, Money.eur(1_100)));
    }

    @Test
    void letGo_bankSilent_carriedOnUntilItConfirms() {
        var order = town.authorised(1_200);
        town.bank.misbehave("{\"timeoutBefore\":1}");

        assertThat(town.letGo(order)).isEqualTo(new VoidReply.Voided(order));
        assertThat(town.payment(order).state()).isEqualTo(State.VOIDING);
        town.bank.behave();

        town.await(order, State.VOIDED);
        assertThat(town.bank.authorisation(order.value()).path("state").asText())
                .isEqualTo("voided");
    }

    @Test
    void letGo_captured_tooLate() {
        var order = town.captured(600);

        assertThat(town.letGo(order)).isEqualTo(new VoidReply.AlreadyCaptured(order));
    }

    @Test
    void tokenise_expiredCard_refused() {
        var card = new Tokenise(GOOD_CARD, 1, 2020, "123", null);

        assertThat(town.pod().call(Caller.GUEST, PaymentContract.TOKENISE, card))
                .isEqualTo(new CardInvalid("EXPIRED"));
    }

    @Test
    void method_knownToken_withoutTheNumber() {
        var token = town.token(GOOD_CARD);

        var method = town.pod().call(Domain.USERS, PaymentContract.METHOD, new MethodQuery(token));

        assertThat(method.last4()).isEqualTo("4242");
        assertThat(method.brand()).isEqualTo("visa");
        assertThatThrownBy(() -> town.pod()
                        .call(Domain.USERS, PaymentContract.METHOD, new MethodQuery(new PaymentToken("tok_none"))))
                .hasMessageContaining("NOT_FOUND");
    }

    @Test
    void payments_inPages_newestFirstEachOnce() {
        for (int i = 0; i < 5; i++) {
            town.authorised(100 + i);
        }
        var seen = new ArrayList<String>();
        String cursor = null;
        do {
            var page = town.ask(PaymentContract.PAYMENTS_PAGE, new PaymentsQuery(State.AUTHORISED, 2, cursor));
            page.items().forEach(payment -> seen.add(payment.order().value()));
            cursor = page.next();
        } while (cursor != null);

        assertThat(seen).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(5);
    }
}
