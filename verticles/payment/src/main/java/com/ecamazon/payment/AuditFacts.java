package com.ecamazon.payment;

import com.ecamazon.contract.auditor.MoneyFacts.HoldPage;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerPage;
import com.ecamazon.contract.auditor.MoneyFacts.MovementFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentFact;
import com.ecamazon.contract.auditor.MoneyFacts.PaymentPage;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementPage;
import com.ecamazon.contract.auditor.MoneyFacts.StatementQuery;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.payment.domain.Movement;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.domain.StatementLine;
import com.ecamazon.payment.store.Ledger;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.util.Locale;

/** Shows the auditor what is stored, and what the bank says of itself. */
final class AuditFacts {
    private static final int LINES = 500;

    private final OrderPayments payments;
    private final Ledger ledger;
    private final Bank bank;

    AuditFacts(OrderPayments payments, Ledger ledger, Bank bank) {
        this.payments = payments;
        this.ledger = ledger;
        this.bank = bank;
    }

    Future<PaymentPage> payments(Request<Window> request) {
        return payments.slice(request.body())
                .map(slice -> new PaymentPage(slice.shown(found -> payment(found.state())), slice.next()));
    }

    Future<LedgerPage> ledger(Request<Window> request) {
        return ledger.onFile(request.body());
    }

    Future<StatementPage> statement(Request<StatementQuery> request) {
        return bank.statementPage(request.body().after(), LINES)
                .map(lines -> new StatementPage(
                        lines.stream().map(AuditFacts::line).toList(),
                        lines.size() < LINES ? null : lines.getLast().number()));
    }

    Future<HoldPage> holds(Request<Window> request) {
        return bank.holds(request.body());
    }

    private static PaymentFact payment(Payment payment) {
        return new PaymentFact(
                payment.order().value(),
                payment.state(),
                payment.amount(),
                payment.movements().stream().map(AuditFacts::movement).toList(),
                payment.due().orElse(null),
                payment.createdAt());
    }

    private static MovementFact movement(Movement movement) {
        var retry = movement.retry();
        return new MovementFact(
                movement.reference(),
                movement.kind().name().toLowerCase(Locale.ROOT),
                movement.amount(),
                movement.state(),
                retry == null ? 0 : retry.tries(),
                movement.at());
    }

    private static StatementFact line(StatementLine line) {
        return new StatementFact(
                line.number(),
                line.kind().name().toLowerCase(Locale.ROOT),
                line.order().value(),
                line.reference(),
                line.amount());
    }
}
