package com.ecamazon.payment;

import static com.ecamazon.payment.Town.BOOK;
import static com.ecamazon.payment.Town.GOOD_CARD;
import static com.ecamazon.payment.Town.LAMP;
import static com.ecamazon.payment.Town.good;
import static com.ecamazon.payment.Town.order;
import static com.ecamazon.payment.Town.refund;
import static com.ecamazon.payment.Town.sscc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.Balance;
import com.ecamazon.contract.payment.Payments.Difference;
import com.ecamazon.contract.payment.Payments.LedgerQuery;
import com.ecamazon.contract.payment.Payments.MovementState;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.contract.payment.Payments.PaymentNews.Captured;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundDone;
import com.ecamazon.contract.payment.Payments.PaymentNews.RefundFailed;
import com.ecamazon.contract.payment.Payments.RefundReply;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MovingTest {
    private Town town;

    @BeforeEach
    void open() {
        town = new Town();
    }

    @AfterEach
    void close() {
        town.close();
    }

    private OrderNumber bookAndLamp() {
        var order = order();
        town.authorise(new Authorise(
                order,
                town.token(GOOD_CARD),
                Money.eur(3_490),
                List.of(new PaidLine(BOOK, 1, Money.eur(1_000)), new PaidLine(LAMP, 1, Money.eur(2_000))),
                Money.eur(490),
                Money.eur(0)));
        return order;
    }

    @Test
    void departed_twoParcelsToldTwice_eachCapturedOnce() {
        var order = bookAndLamp();
        var first = sscc();
        town.departed(order, first, false, new PackedLine(BOOK, 1));
        town.departed(order, first, false, new PackedLine(BOOK, 1));
        town.awaitNews(new Captured(order, Money.eur(1_490), Money.eur(1_490), false, Instant.EPOCH));
        town.departed(order, sscc(), true, new PackedLine(LAMP, 1));
        town.await(order, State.CAPTURED);

        town.awaitNews(new Captured(order, Money.eur(2_000), Money.eur(3_490), true, Instant.EPOCH));
        assertThat(town.bank.statement()).hasSize(2);
        assertThat(town.payment(order).movements()).hasSize(2);
    }

    @Test
    void departed_bankSilent_capturedOnceItAnswers() {
        var order = town.authorised(1_000);
        town.bank.misbehave("{\"timeoutBefore\":1}");
        town.departed(order, sscc(), true, new PackedLine(BOOK, 1));
        LocalPod.eventually(() -> town.payment(order).movements().size() == 1, "the capture is owed");
        assertThat(town.payment(order).movements().getFirst().state()).isEqualTo(MovementState.PENDING);

        town.bank.behave();

        town.await(order, State.CAPTURED);
        assertThat(town.bank.statement()).hasSize(1);
    }

    @Test
    void refund_20Of30AtOnceOn100_threeSucceed() {
        var order = town.captured(100);
        var tries = new ArrayList<Future<Answer>>();
        for (int i = 0; i < 20; i++) {
            tries.add(town.refunding(refund(order, "key-" + i, 30)));
        }
        LocalPod.await(Future.all(tries));

        var replies = tries.stream()
                .map(one -> one.result().reply(PaymentContract.REFUND))
                .toList();
        assertThat(replies).filteredOn(RefundReply.Refunded.class::isInstance).hasSize(3);
        assertThat(replies)
                .filteredOn(RefundReply.TooMuch.class::isInstance)
                .hasSize(17)
                .containsOnly(new RefundReply.TooMuch(Money.eur(10)));
        assertThat(town.payment(order).refunded()).isEqualTo(Money.eur(90));
        assertThat(town.bank
                        .authorisation(order.value())
                        .path("refunded")
                        .path("amount")
                        .asLong())
                .isEqualTo(90);
    }

    @Test
    void refund_sameKey20TimesAtOnce_once() {
        var order = town.captured(100);
        var tries = new ArrayList<Future<Answer>>();
        for (int i = 0; i < 20; i++) {
            tries.add(town.refunding(refund(order, "key", 30)));
        }
        LocalPod.await(Future.all(tries));

        assertThat(town.payment(order).refunded()).isEqualTo(Money.eur(30));
        assertThat(town.bank.statement()).hasSize(2);
        assertThatThrownBy(() -> town.refund(refund(order, "key", 31)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("KEY_REUSED");
    }

    @Test
    void refund_bankRefuses_failureIsVisibleAndAnotherTrySucceeds() {
        var order = town.captured(100);
        town.bank.misbehave("{\"refuseRefunds\":1}");

        var refused = town.refund(refund(order, "first", 40));

        assertThat(refused)
                .isInstanceOfSatisfying(
                        RefundReply.Refunded.class,
                        reply -> assertThat(
                                        reply.payment().movements().getLast().state())
                                .isEqualTo(MovementState.FAILURE));
        town.awaitNews(new RefundFailed(order, Money.eur(40), "REFUSED_BY_ISSUER", Instant.EPOCH));
        town.bank.behave();
        town.refund(refund(order, "second", 40));
        town.awaitNews(new RefundDone(order, Money.eur(40), Money.eur(40), false, Instant.EPOCH));
        assertThat(town.payment(order).refunded()).isEqualTo(Money.eur(40));
    }

    @Test
    void refund_bankSilentAfterPaying_pendingThenDoneOnce() {
        var order = town.captured(100);
        town.bank.misbehave("{\"timeoutAfter\":1,\"noCallback\":1}");

        assertThat(town.refund(refund(order, "key", 40)))
                .isInstanceOfSatisfying(
                        RefundReply.Refunded.class,
                        reply -> assertThat(
                                        reply.payment().movements().getLast().state())
                                .isEqualTo(MovementState.PENDING));
        town.bank.behave();

        town.await(order, State.PARTLY_REFUNDED);
        assertThat(town.bank.statement()).hasSize(2);
    }

    @Test
    void inspected_toldTwice_theUnitsShareOnce() {
        var order = bookAndLamp();
        town.departed(order, sscc(), true, new PackedLine(BOOK, 1), new PackedLine(LAMP, 1));
        town.await(order, State.CAPTURED);
        var number = new ReturnNumber("RMA1");

        town.inspected(order, number, good(LAMP, 1));
        town.inspected(order, number, good(LAMP, 1));
        town.awaitNews(new RefundDone(order, Money.eur(2_000), Money.eur(2_000), false, Instant.EPOCH));
        town.inspected(order, new ReturnNumber("RMA2"), good(BOOK, 1));

        town.await(order, State.REFUNDED);
        assertThat(town.payment(order).movements()).hasSize(3);
    }

    @Test
    void restart_inTheMiddle_capturesAndVoidsGoOn() {
        var leaving = town.authorised(1_000);
        var cancelled = town.authorised(2_000);
        var unknown = order();
        var token = town.token(GOOD_CARD);
        town.bank.misbehave("{\"timeoutAfter\":1,\"noCallback\":1}");
        town.departed(leaving, sscc(), true, new PackedLine(BOOK, 1));
        town.letGo(cancelled);
        assertThatThrownBy(() -> town.authoriseOnce(Town.paying(unknown, token, 300)))
                .isInstanceOf(ProblemException.class);
        LocalPod.eventually(() -> town.payment(leaving).movements().size() == 1, "the capture is owed");

        town.restart();
        town.bank.behave();

        town.await(leaving, State.CAPTURED);
        town.await(cancelled, State.VOIDED);
        town.await(unknown, State.AUTHORISED);
        assertThat(town.bank.statement()).hasSize(1);
    }

    @Test
    void ledger_afterARestart_balancesAreWhatMoved() {
        var order = town.captured(1_000);
        town.refund(refund(order, "key", 300));
        awaitClearing(700);

        town.restart();
        awaitClearing(700);

        var page = town.ask(PaymentContract.LEDGER, new LedgerQuery(order, 1, null));
        assertThat(page.balances())
                .containsExactlyInAnyOrder(
                        new Balance("bank-clearing", Money.eur(700)),
                        new Balance("sales", Money.eur(-1_000)),
                        new Balance("refunds", Money.eur(300)));
        assertThat(page.items()).hasSize(1);
        assertThat(page.next()).isNotNull();
        assertThat(town.ask(PaymentContract.LEDGER, new LedgerQuery(order, 1, page.next()))
                        .next())
                .isNull();
    }

    private void awaitClearing(long cents) {
        LocalPod.eventually(
                () -> town.ask(PaymentContract.LEDGER, new LedgerQuery(null, null, null)).balances().stream()
                        .anyMatch(new Balance("bank-clearing", Money.eur(cents))::equals),
                "the clearing account is " + cents);
    }

    @Test
    void reconcile_plantedDifferences_reportedBothWays() {
        var order = town.captured(1_000);
        awaitClearing(1_000);
        town.bank.misbehave("{\"noCallback\":1}");
        town.bank.chargeBack(order.value(), "cb1", 250);

        var result = town.reconcile();

        assertThat(result.matched()).isEqualTo(1);
        assertThat(result.differences())
                .containsExactly(new Difference("cb1", "only the bank has it", null, Money.eur(-250)));
        assertThat(result.ledger().minus(result.statement())).isEqualTo(Money.eur(250));
    }

    @Test
    void callback_chargeback_visibleAndInTheLedger() {
        var order = town.captured(1_000);
        awaitClearing(1_000);

        town.bank.chargeBack(order.value(), "cb1", 250);

        awaitClearing(750);
        assertThat(town.reconcile().differences()).isEmpty();
        assertThat(town.refund(refund(order, "key", 800))).isEqualTo(new RefundReply.TooMuch(Money.eur(750)));
    }
}
