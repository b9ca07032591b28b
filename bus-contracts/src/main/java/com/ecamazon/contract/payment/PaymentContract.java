package com.ecamazon.contract.payment;

import static com.ecamazon.contract.Domain.AUDITOR;
import static com.ecamazon.contract.Domain.NOTIFICATION;
import static com.ecamazon.contract.Domain.PAYMENT;
import static com.ecamazon.contract.Domain.SHOP;
import static com.ecamazon.contract.Domain.USERS;
import static com.ecamazon.contract.Operation.command;
import static com.ecamazon.contract.Operation.query;
import static com.ecamazon.contract.Role.FINANCE;
import static com.ecamazon.contract.Role.SUPPORT;

import com.ecamazon.contract.Feed;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.AuditorContract;
import com.ecamazon.contract.auditor.EventFacts.OutboxQuery;
import com.ecamazon.contract.auditor.EventFacts.Outboxes;
import com.ecamazon.contract.auditor.MoneyFacts;
import com.ecamazon.contract.auditor.MoneyFacts.HoldPage;
import com.ecamazon.contract.auditor.MoneyFacts.StatementPage;
import com.ecamazon.contract.auditor.MoneyFacts.StatementQuery;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.operations.OperationsContract;
import com.ecamazon.contract.operations.ParkedEvents.ParkedQuery;
import com.ecamazon.contract.operations.ParkedEvents.Parking;
import com.ecamazon.contract.operations.ParkedEvents.Redrive;
import com.ecamazon.contract.operations.ParkedEvents.Redriven;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply;
import com.ecamazon.contract.payment.Payments.LedgerPage;
import com.ecamazon.contract.payment.Payments.LedgerQuery;
import com.ecamazon.contract.payment.Payments.Method;
import com.ecamazon.contract.payment.Payments.MethodQuery;
import com.ecamazon.contract.payment.Payments.Payment;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.payment.Payments.PaymentPage;
import com.ecamazon.contract.payment.Payments.PaymentQuery;
import com.ecamazon.contract.payment.Payments.PaymentsQuery;
import com.ecamazon.contract.payment.Payments.Reconciliation;
import com.ecamazon.contract.payment.Payments.ReconciliationQuery;
import com.ecamazon.contract.payment.Payments.Refund;
import com.ecamazon.contract.payment.Payments.RefundReply;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply;
import com.ecamazon.contract.payment.Payments.VoidPayment;
import com.ecamazon.contract.payment.Payments.VoidReply;
import java.time.Duration;
import java.util.List;

/** The operations and topics of Payment. */
public final class PaymentContract {
    public static final Operation<Tokenise, TokeniseReply> TOKENISE = command(
                    PAYMENT, "payment.tokenise", Tokenise.class, TokeniseReply.class, "Trades a card for a token")
            .post("/api/payment-methods")
            .anyone();

    public static final Operation<MethodQuery, Method> METHOD = query(
                    PAYMENT, "payment.method", MethodQuery.class, Method.class, "What is known of a payment method")
            .internal(USERS);

    public static final Operation<Authorise, AuthoriseReply> AUTHORISE = command(
                    PAYMENT, "payment.authorise", Authorise.class, AuthoriseReply.class, "Sets an order's money aside")
            .internal(SHOP)
            .promises()
            .routedBy(authorise -> authorise.order().value());

    public static final Operation<VoidPayment, VoidReply> VOID = command(
                    PAYMENT, "payment.void", VoidPayment.class, VoidReply.class, "Lets go of an order's money")
            .internal(SHOP)
            .promises()
            .routedBy(payment -> payment.order().value());

    public static final Operation<PaymentQuery, Payment> PAYMENT_OF_ORDER = query(
                    PAYMENT, "payment.payment", PaymentQuery.class, Payment.class, "An order's payment")
            .get("/api/payments/{order}")
            .roles(FINANCE, SUPPORT);

    public static final Operation<PaymentsQuery, PaymentPage> PAYMENTS_PAGE = query(
                    PAYMENT, "payment.payments", PaymentsQuery.class, PaymentPage.class, "Payments, newest first")
            .get("/api/payments")
            .roles(FINANCE, SUPPORT);

    public static final Operation<Refund, RefundReply> REFUND = command(
                    PAYMENT, "payment.refund", Refund.class, RefundReply.class, "Gives money back")
            .post("/api/payments/{order}/refunds")
            .roles(FINANCE)
            .promises()
            .within(Duration.ofSeconds(4))
            .routedBy(refund -> refund.order().value());

    public static final Operation<BankCallback, CallbackReply> BANK_CALLBACK = command(
                    PAYMENT, "payment.bankCallback", BankCallback.class, CallbackReply.class, "The bank tells")
            .post("/api/bank/callbacks")
            .anyone();

    public static final Operation<LedgerQuery, LedgerPage> LEDGER = query(
                    PAYMENT, "payment.ledger", LedgerQuery.class, LedgerPage.class, "The double-entry ledger")
            .get("/api/ledger")
            .roles(FINANCE);

    public static final Operation<ReconciliationQuery, Reconciliation> RECONCILIATION = query(
                    PAYMENT,
                    "payment.reconciliation",
                    ReconciliationQuery.class,
                    Reconciliation.class,
                    "Compares the ledger with the bank's statement")
            .get("/api/reconciliation")
            .roles(FINANCE)
            .within(Duration.ofSeconds(10));

    public static final Operation<Window, MoneyFacts.PaymentPage> PAYMENT_FACTS = query(
                    PAYMENT, "payment.paymentFacts", Window.class, MoneyFacts.PaymentPage.class, "Payments, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, MoneyFacts.LedgerPage> LEDGER_FACTS = query(
                    PAYMENT,
                    "payment.ledgerFacts",
                    Window.class,
                    MoneyFacts.LedgerPage.class,
                    "The ledger as it is stored")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<StatementQuery, StatementPage> STATEMENT = query(
                    PAYMENT,
                    "payment.statement",
                    StatementQuery.class,
                    StatementPage.class,
                    "The own statement of the bank")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<Window, HoldPage> HOLD_FACTS = query(
                    PAYMENT, "payment.holdFacts", Window.class, HoldPage.class, "What the bank sets aside, by order")
            .internal(AUDITOR)
            .within(Duration.ofSeconds(5));

    public static final Operation<OutboxQuery, Outboxes> OUTBOXES = AuditorContract.outboxes(PAYMENT);

    public static final Operation<ParkedQuery, Parking> PARKED = OperationsContract.parked(PAYMENT);

    public static final Operation<Redrive, Redriven> REDRIVE = OperationsContract.redrive(PAYMENT);

    public static final Topic<PaymentNews> PAYMENTS =
            Topic.of(PAYMENT, "payment.payments", PaymentNews.class, SHOP, NOTIFICATION);

    public static final List<Operation<?, ?>> OPERATIONS = List.of(
            TOKENISE,
            METHOD,
            AUTHORISE,
            VOID,
            PAYMENT_OF_ORDER,
            PAYMENTS_PAGE,
            REFUND,
            BANK_CALLBACK,
            LEDGER,
            RECONCILIATION,
            PAYMENT_FACTS,
            LEDGER_FACTS,
            STATEMENT,
            HOLD_FACTS,
            OUTBOXES,
            PARKED,
            REDRIVE);

    public static final List<Topic<?>> TOPICS = List.of(PAYMENTS);

    public static final List<Feed<?>> FEEDS = List.of();

    private PaymentContract() {}
}
