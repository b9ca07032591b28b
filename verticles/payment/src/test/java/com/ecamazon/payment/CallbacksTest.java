package com.ecamazon.payment;

import static com.ecamazon.payment.SignedNews.approval;
import static com.ecamazon.payment.SignedNews.signed;
import static com.ecamazon.payment.Town.GOOD_CARD;
import static com.ecamazon.payment.Town.order;
import static com.ecamazon.payment.Town.paying;
import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply.BadSignature;
import com.ecamazon.contract.payment.Payments.CallbackReply.Seen;
import com.ecamazon.contract.payment.Payments.State;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank itself says nothing here: each callback is made by hand. */
class CallbacksTest {
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

    /** An order that the bank charged without telling. */
    private static OrderNumber unknownOutcome(long amount) {
        var order = order();
        var token = town.token(GOOD_CARD);
        town.bank.misbehave("{\"timeoutBefore\":1,\"noCallback\":1}");
        try {
            town.authoriseOnce(paying(order, token, amount));
        } catch (ProblemException away) {
            return order;
        }
        throw new AssertionError("the bank answered");
    }

    @Test
    void heard_approvedThenAThousandTimesMore_changesOnce() {
        var order = unknownOutcome(500);
        var callback = signed("evt_1", approval(order, 500), Instant.now(), TestBank.WEBHOOK_SECRET);

        assertThat(town.heard(callback)).isEqualTo(new Seen(true));
        for (int i = 0; i < 1_000; i++) {
            assertThat(town.heard(callback)).isEqualTo(new Seen(false));
        }

        assertThat(town.payment(order).state()).isEqualTo(State.AUTHORISED);
        assertThat(Stored.version(town.pod(), order)).isEqualTo(2);
    }

    @Test
    void heard_wrongAmount_keptApartAndNeverUsed() {
        var order = unknownOutcome(500);
        long before = Stored.count(town.pod(), "quarantine");
        var callback = signed("evt_2", approval(order, 499), Instant.now(), TestBank.WEBHOOK_SECRET);

        assertThat(town.heard(callback)).isEqualTo(new Seen(false));
        assertThat(town.heard(callback)).isEqualTo(new Seen(false));

        assertThat(Stored.count(town.pod(), "quarantine")).isEqualTo(before + 1);
        assertThat(town.payment(order).state()).isEqualTo(State.PENDING);
    }

    @Test
    void heard_forgedOldOrChanged_refused() {
        var order = unknownOutcome(500);
        var body = approval(order, 500);
        var good = signed("evt_3", body, Instant.now(), TestBank.WEBHOOK_SECRET);

        assertThat(town.heard(signed("evt_3", body, Instant.now(), "another secret")))
                .isInstanceOf(BadSignature.class);
        assertThat(town.heard(
                        signed("evt_3", body, Instant.now().minus(Duration.ofMinutes(6)), TestBank.WEBHOOK_SECRET)))
                .isInstanceOf(BadSignature.class);
        assertThat(town.heard(new BankCallback("evt_4", good.timestamp(), good.signature(), body)))
                .isInstanceOf(BadSignature.class);
        assertThat(town.heard(new BankCallback("evt_3", good.timestamp(), good.signature(), body + " ")))
                .isInstanceOf(BadSignature.class);
        assertThat(town.heard(new BankCallback("evt_3", "soon", "v1,", body))).isInstanceOf(BadSignature.class);
        assertThat(town.payment(order).state()).isEqualTo(State.PENDING);
    }

    @Test
    void heard_oneOfTwoSignatures_taken() {
        var order = unknownOutcome(500);
        var good = signed("evt_5", approval(order, 500), Instant.now(), TestBank.WEBHOOK_SECRET);

        assertThat(town.heard(
                        new BankCallback(good.id(), good.timestamp(), "v1,AAAA " + good.signature(), good.body())))
                .isEqualTo(new Seen(true));
    }

    @Test
    void heard_unknownOrder_nothing() {
        assertThat(town.heard(
                        signed("evt_6", approval(new OrderNumber("EC0"), 500), Instant.now(), TestBank.WEBHOOK_SECRET)))
                .isEqualTo(new Seen(false));
    }
}
