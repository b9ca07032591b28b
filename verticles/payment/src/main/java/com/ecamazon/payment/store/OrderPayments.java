package com.ecamazon.payment.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem;
import com.ecamazon.contract.ProblemException;
import com.ecamazon.contract.Topic;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.payment.domain.MoneyMoved;
import com.ecamazon.payment.domain.Payment;
import com.ecamazon.payment.domain.Step;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Decision;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Slice;
import com.ecamazon.platform.data.Versioned;
import com.ecamazon.platform.data.Write;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The payments, by order number. */
public final class OrderPayments {
    private final Documents<PaymentDocument> documents;
    private final Topic<MoneyMoved> moved;

    /** @param moved where the ledger hears of money that moved */
    public OrderPayments(Database database, Topic<MoneyMoved> moved) {
        this.moved = moved;
        documents = database.documents("payments", PaymentDocument.class)
                .index("state.due")
                .index("-state.newest")
                .index("state.state", "-state.newest");
    }

    /** A reply and the step that leads to it; without a step nothing is saved. */
    public record Verdict<R>(@Nullable Step step, R reply) {}

    /** A page of payments. */
    public record Page(List<Payment> payments, @Nullable String next) {}

    /**
     * A new payment, kept when acknowledged; fails with {@link com.ecamazon.platform.data.DuplicateId} when the order
     * has one.
     */
    public Future<Void> insert(Payment payment) {
        return documents
                .insert(payment.order().value(), PaymentDocument.of(payment), Write.JOURNALED)
                .mapEmpty();
    }

    public Future<Optional<Payment>> find(OrderNumber order) {
        return documents.find(order.value()).map(found -> found.map(OrderPayments::payment));
    }

    /** Decides on the payment, or on null when the order has none; the reply comes once the step is kept. */
    public <R> Future<R> decide(OrderNumber order, Function<@Nullable Payment, Verdict<R>> decision) {
        return documents.decide(order.value(), document -> {
            var verdict = decision.apply(document == null ? null : document.payment());
            var step = verdict.step();
            return step == null || !step.changed() ? Decision.unchanged(verdict.reply()) : saved(step, verdict.reply());
        });
    }

    /** Takes a step and gives the payment after it; fails with 404 when the order has none. */
    public Future<Payment> step(OrderNumber order, Function<Payment, Step> decision) {
        return decide(order, payment -> {
            if (payment == null) {
                throw new ProblemException(Problem.notFound());
            }
            var step = decision.apply(payment);
            return new Verdict<>(step, step.payment());
        });
    }

    private <R> Decision<PaymentDocument, R> saved(Step step, R reply) {
        var decision =
                Decision.change(PaymentDocument.of(step.payment()), reply).journaled();
        for (var money : step.moved()) {
            decision = decision.news(moved, money);
        }
        for (var news : step.news()) {
            decision = decision.news(PaymentContract.PAYMENTS, news);
        }
        return decision;
    }

    /** Payments that owe the bank something now, longest due first. */
    public Future<List<Payment>> due(Instant now, int limit) {
        return documents
                .find(
                        new JsonObject().put("state.due", new JsonObject().put("$lte", now.toEpochMilli())),
                        new JsonObject().put("state.due", 1),
                        limit)
                .map(found -> found.stream().map(OrderPayments::payment).toList());
    }

    /** Payments, newest first. */
    public Future<Page> page(@Nullable State state, int limit, @Nullable String cursor) {
        var filter = new JsonObject();
        if (state != null) {
            filter.put("state.state", state.name().toLowerCase(Locale.ROOT));
        }
        if (cursor != null) {
            filter.put(
                    "state.newest",
                    new JsonObject().put("$lt", Cursor.parts(cursor, 1).getFirst()));
        }
        return documents
                .find(filter, new JsonObject().put("state.newest", -1), limit + 1)
                .map(found -> {
                    var shown = found.subList(0, Math.min(limit, found.size()));
                    var next = found.size() > limit
                            ? Cursor.of(shown.getLast().state().newest())
                            : null;
                    return new Page(shown.stream().map(OrderPayments::payment).toList(), next);
                });
    }

    /** A part of the payments, by order. */
    public Future<Slice<Payment>> slice(Window window) {
        return documents
                .slice(PaymentDocument.class, window)
                .map(slice -> new Slice<>(
                        slice.shown(found -> new Versioned<>(
                                found.id(), found.version(), found.state().payment())),
                        slice.next()));
    }

    private static Payment payment(Versioned<PaymentDocument> document) {
        return document.state().payment();
    }
}
