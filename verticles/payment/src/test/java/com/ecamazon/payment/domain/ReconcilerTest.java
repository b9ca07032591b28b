package com.ecamazon.payment.domain;

import static com.ecamazon.payment.domain.Fixtures.NOW;
import static com.ecamazon.payment.domain.Fixtures.ORDER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.Difference;
import com.ecamazon.contract.payment.Payments.Entry;
import com.ecamazon.payment.domain.Movement.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReconcilerTest {
    private final Reconciler reconciler = new Reconciler("EUR");

    @Test
    void compare_sameLines_noDifference() {
        ledger(Kind.CAPTURE, "c1", 1000);
        ledger(Kind.REFUND, "r1", 300);
        reconciler.statement(List.of(line(1, Kind.CAPTURE, "c1", 1000), line(2, Kind.REFUND, "r1", 300)));

        var result = reconciler.compare(_ -> false, NOW);

        assertThat(result.matched()).isEqualTo(2);
        assertThat(result.differences()).isEmpty();
        assertThat(result.ledger()).isEqualTo(Money.eur(700)).isEqualTo(result.statement());
    }

    @Test
    void compare_eitherSideAlone_reported() {
        ledger(Kind.CAPTURE, "c1", 1000);
        reconciler.statement(List.of(line(1, Kind.CHARGEBACK, "x1", 50)));

        assertThat(reconciler.compare(_ -> false, NOW).differences())
                .containsExactlyInAnyOrder(
                        new Difference("x1", "only the bank has it", null, Money.eur(-50)),
                        new Difference("c1", "only the ledger has it", Money.eur(1000), null));
    }

    @Test
    void compare_otherAmount_reported() {
        ledger(Kind.CAPTURE, "c1", 1000);
        reconciler.statement(List.of(line(1, Kind.CAPTURE, "c1", 999)));

        assertThat(reconciler.compare(_ -> false, NOW).differences())
                .containsExactly(new Difference("c1", "the amounts differ", Money.eur(1000), Money.eur(999)));
    }

    @Test
    void compare_lineInTransit_isLeftOut() {
        reconciler.statement(List.of(line(1, Kind.CAPTURE, "c1", 1000)));

        var result = reconciler.compare(_ -> true, NOW);

        assertThat(result.differences()).isEmpty();
        assertThat(result.statement()).isEqualTo(Money.eur(0));
    }

    @Test
    void transaction_notBalanced_isNotMade() {
        assertThatThrownBy(() -> new LedgerTransaction(
                        "id",
                        ORDER,
                        Kind.CAPTURE,
                        "id",
                        NOW,
                        List.of(new Entry("a", new Money(5, "EUR")), new Entry("b", new Money(-5, "CHF")))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private void ledger(Kind kind, String reference, long amount) {
        reconciler.ledger(LedgerTransaction.of(new MoneyMoved(reference, ORDER, kind, Money.eur(amount), NOW)));
    }

    private static StatementLine line(long number, Kind kind, String reference, long amount) {
        return new StatementLine(number, kind, ORDER, reference, Money.eur(amount));
    }
}
