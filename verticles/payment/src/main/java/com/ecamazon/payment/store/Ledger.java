package com.ecamazon.payment.store;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.auditor.MoneyFacts;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerPage;
import com.ecamazon.contract.auditor.Window;
import com.ecamazon.contract.payment.Payments.Balance;
import com.ecamazon.payment.domain.LedgerTransaction;
import com.ecamazon.platform.Cursor;
import com.ecamazon.platform.data.Database;
import com.ecamazon.platform.data.Documents;
import com.ecamazon.platform.data.Versioned;
import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The double-entry ledger: transactions are added once by id and never changed. */
public final class Ledger {
    private static final int BATCH = 1_000;

    private final Documents<LedgerDocument> documents;
    private final InstantSource clock;
    private final Balances balances = new Balances();
    private @Nullable Future<List<Balance>> adding;

    public Ledger(Database database, InstantSource clock) {
        this.clock = clock;
        documents = database.documents("ledger", LedgerDocument.class)
                .index("-state.newest")
                .index("state.transaction.order", "-state.newest");
    }

    /** A page of transactions, newest first. */
    public record Page(
            List<LedgerTransaction> transactions, @Nullable String next) {}

    /** Adds transactions; those that are there already stay as they are. */
    public Future<Void> append(List<LedgerTransaction> transactions) {
        Instant now = clock.instant();
        var lines = new LinkedHashMap<String, LedgerDocument>();
        transactions.forEach(transaction -> lines.put(transaction.id(), LedgerDocument.of(transaction, now)));
        return documents.append(lines);
    }

    public Future<Page> page(@Nullable OrderNumber order, int limit, @Nullable String cursor) {
        var filter = new JsonObject();
        if (order != null) {
            filter.put("state.transaction.order", order.value());
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
                    return new Page(
                            shown.stream()
                                    .map(line -> line.state().transaction())
                                    .toList(),
                            next);
                });
    }

    /** What all transactions add up to, by account and currency, those of other instances included. */
    public Future<List<Balance>> balances() {
        if (adding != null && !adding.isComplete()) {
            return adding;
        }
        var sums = each(balances.from(), line -> balances.add(line.newest(), line.transaction()))
                .map(_ -> balances.all());
        adding = sums;
        return sums;
    }

    /** Hands over every transaction, oldest first. */
    public Future<Void> forEach(Consumer<LedgerTransaction> transaction) {
        return each("", line -> transaction.accept(line.transaction()));
    }

    /** A part of the ledger as it is stored, by id, whatever the rules say. */
    public Future<LedgerPage> onFile(Window window) {
        return documents
                .slice(OnFile.class, window)
                .map(slice -> new LedgerPage(
                        slice.shown(found ->
                                new LedgerFact(found.id(), found.state().transaction())),
                        slice.next()));
    }

    private record OnFile(MoneyFacts.LedgerTransaction transaction) {}

    private Future<Void> each(String after, Consumer<LedgerDocument> line) {
        return documents
                .find(
                        new JsonObject().put("state.newest", new JsonObject().put("$gt", after)),
                        new JsonObject().put("state.newest", 1),
                        BATCH)
                .compose(found -> {
                    found.stream().map(Versioned::state).forEach(line);
                    return found.size() < BATCH
                            ? Future.succeededFuture()
                            : each(found.getLast().state().newest(), line);
                });
    }
}
