package com.ecamazon.payment;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.payment.domain.MoneyMoved;
import com.ecamazon.payment.store.Cards;
import com.ecamazon.payment.store.Ledger;
import com.ecamazon.payment.store.OrderPayments;
import com.ecamazon.payment.store.Quarantine;
import com.ecamazon.platform.DomainVerticle;
import com.ecamazon.platform.Platform;
import com.ecamazon.platform.bus.Bindings;
import io.vertx.core.Future;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;

/** One instance of Payment: its parts, and what serves what. */
final class PaymentVerticle extends DomainVerticle {
    /** Private: what the ledger is written from. */
    private static final Topic<MoneyMoved> MOVED =
            Topic.of(Domain.PAYMENT, "payment.moved", MoneyMoved.class, Domain.PAYMENT);

    private final Bank bank;
    private final Wallet wallet;
    private final Authorising authorising;
    private final Moving moving;
    private final Callbacks callbacks;
    private final Bookkeeping bookkeeping;
    private final Recovery recovery;
    private final AuditFacts auditFacts;

    PaymentVerticle(Platform platform, BankLine line) {
        super(platform, Domain.PAYMENT);
        // Documents keep milliseconds, so nothing is shown that a restart would round.
        InstantSource clock = () -> platform.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        var access = BankAccess.from(platform.settings());
        var database = platform.database();
        var payments = new OrderPayments(database, MOVED);
        bank = new Bank(line);
        var settling = new Settling(payments, bank, clock);
        wallet = new Wallet(new Cards(database), bank);
        var asking = new Asking();
        authorising = new Authorising(platform.vertx(), payments, bank, settling, asking, clock);
        moving = new Moving(payments, settling, clock);
        callbacks = new Callbacks(
                platform.vertx(),
                payments,
                asking,
                new Quarantine(database),
                new WebhookSignature(access.webhookKey()),
                clock,
                platform.metrics());
        var ledger = new Ledger(database, clock);
        bookkeeping = new Bookkeeping(payments, ledger, bank, clock);
        auditFacts = new AuditFacts(payments, ledger, bank);
        recovery = new Recovery(platform.vertx(), payments, bank, settling, clock);
    }

    @Override
    protected Future<?> prepare() {
        return Future.succeededFuture();
    }

    @Override
    protected void bind(Bindings bindings) {
        bindings.serve(PaymentContract.TOKENISE, wallet::tokenise);
        bindings.serve(PaymentContract.METHOD, wallet::method);
        bindings.serve(PaymentContract.AUTHORISE, authorising::authorise);
        bindings.serve(PaymentContract.VOID, authorising::letGo);
        bindings.serve(PaymentContract.REFUND, moving::refund);
        bindings.serve(PaymentContract.BANK_CALLBACK, callbacks::heard);
        bindings.serve(PaymentContract.PAYMENT_OF_ORDER, bookkeeping::payment);
        bindings.serve(PaymentContract.PAYMENTS_PAGE, bookkeeping::payments);
        bindings.serve(PaymentContract.LEDGER, bookkeeping::ledger);
        bindings.serve(PaymentContract.RECONCILIATION, bookkeeping::reconcile);
        bindings.serve(PaymentContract.PAYMENT_FACTS, auditFacts::payments);
        bindings.serve(PaymentContract.LEDGER_FACTS, auditFacts::ledger);
        bindings.serve(PaymentContract.STATEMENT, auditFacts::statement);
        bindings.serve(PaymentContract.HOLD_FACTS, auditFacts::holds);
        bindings.serve(
                PaymentContract.OUTBOXES,
                request -> platform.database().outboxes(request.body().before()));
        bindings.serve(PaymentContract.PARKED, request -> platform.database().parked());
        bindings.serve(PaymentContract.REDRIVE, request -> platform.database().redrive(request.body()));
        bindings.subscribe(ShippingContract.PARCELS, moving::parcel);
        bindings.subscribe(ShippingContract.RETURNS, moving::returned);
        bindings.project(MOVED, bookkeeping::moved);
    }

    @Override
    protected Future<?> started() {
        recovery.start();
        return Future.succeededFuture();
    }

    @Override
    public Future<?> stop() {
        return super.stop().eventually(bank::close);
    }
}
