package com.ecamazon.payment;

import com.ecamazon.contract.Event;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.payment.Payments;
import com.ecamazon.contract.payment.Payments.LedgerPage;
import com.ecamazon.contract.payment.Payments.LedgerQuery;
import com.ecamazon.contract.payment.Payments.PaymentPage;
import com.ecamazon.contract.payment.Payments.PaymentQuery;
import com.ecamazon.contract.payment.Payments.PaymentsQuery;
import com.ecamazon.contract.payment.Payments.Reconciliation;
import com.ecamazon.contract.payment.Payments.ReconciliationQuery;
import com.ecamazon.payment.domain.LedgerTransaction;
import com.ecamazon.payment.domain.MoneyMoved;
import com.ecamazon.payment.domain.Movement;
import com.ecamazon.payment.domain.Reconciler;
import com.ecamazon.payment.domain.StatementLine;
import com.ecamazon.payment.store.Ledger;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.platform.bus.Request;
import io.vertx.core.Future;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes the ledger, shows it and the payments, and compares it with the bank's statement. */
final class Bookkeeping {
    private static final String CURRENCY = "EUR";
    private static final int DEFAULT_LIMIT = 50;

    /** What the bank did and we may not have written down yet is looked up payment by payment, up to this many. */
    private static final int MOST_LOOKED_UP = 200;

    private static final Duration LEDGER_LAG = Duration.ofSeconds(60);

    private final OrderPayments payments;
    private final Ledger ledger;
    private final Bank bank;
    private final InstantSource clock;

    Bookkeeping(OrderPayments payments, Ledger ledger, Bank bank, InstantSource clock) {
        this.payments = payments;
        this.ledger = ledger;
        this.bank = bank;
        this.clock = clock;
    }

    /** Each movement of money becomes one transaction, however often it is told. */
    Future<?> moved(List<Event<MoneyMoved>> events) {
        return ledger.append(
                events.stream().map(event -> LedgerTransaction.of(event.data())).toList());
    }

    Future<Payments.Payment> payment(Request<PaymentQuery> request) {
        return payments.find(request.body().order())
                .map(found -> found.map(Views::payment).orElseThrow(() -> new ProblemException(Problem.notFound())));
    }

    Future<PaymentPage> payments(Request<PaymentsQuery> request) {
        var query = request.body();
        return payments.page(query.state(), limit(query.limit()), query.cursor())
                .map(page -> new PaymentPage(
                        page.payments().stream().map(Views::payment).toList(), page.next()));
    }

    Future<LedgerPage> ledger(Request<LedgerQuery> request) {
        var query = request.body();
        var page = ledger.page(query.order(), limit(query.limit()), query.cursor());
        var balances = ledger.balances();
        return Future.all(page, balances)
                .map(_ -> new LedgerPage(
                        page.result().transactions().stream()
                                .map(Views::transaction)
                                .toList(),
                        balances.result(),
                        page.result().next()));
    }

    private static int limit(@Nullable Integer limit) {
        return limit == null ? DEFAULT_LIMIT : limit;
    }

    /**
     * Statement, ledger, and what the statement got meanwhile, in this order: a line that only the ledger has is a difference
     * then. A line that only the bank has is none while its payment knows of it.
     */
    Future<Reconciliation> reconcile(Request<ReconciliationQuery> request) {
        var reconciler = new Reconciler(CURRENCY);
        return bank.statement(0)
                .compose(lines -> {
                    reconciler.statement(lines);
                    return ledger.forEach(reconciler::ledger)
                            .compose(_ -> bank.statement(
                                    lines.isEmpty() ? 0 : lines.getLast().number()));
                })
                .onSuccess(reconciler::statement)
                .compose(_ -> inTransit(reconciler.unknown()))
                .map(known -> reconciler.compare(known::contains, clock.instant()));
    }

    private Future<Set<StatementLine>> inTransit(List<StatementLine> unknown) {
        var known = new HashSet<StatementLine>();
        return Future.all(unknown.stream()
                        .limit(MOST_LOOKED_UP)
                        .map(line -> payments.find(line.order())
                                .onSuccess(found -> found.flatMap(
                                                payment -> payment.movement(line.kind(), line.reference()))
                                        .filter(movement ->
                                                movement.amount().equals(line.amount()) && isFresh(movement))
                                        .ifPresent(_ -> known.add(line))))
                        .toList())
                .map(_ -> known);
    }

    /** Not yet answered, or answered so recently that the ledger need not have it. */
    private boolean isFresh(Movement movement) {
        return movement.retry() != null || movement.at().plus(LEDGER_LAG).isAfter(clock.instant());
    }
}
