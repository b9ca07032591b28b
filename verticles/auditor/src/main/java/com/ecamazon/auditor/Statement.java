package com.ecamazon.auditor;

import com.ecamazon.auditor.domain.OrderFile;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementQuery;
import com.ecamazon.contract.payment.PaymentContract;
import io.vertx.core.Future;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The bank's own statement by order; lines of orders that were judged are let go. */
final class Statement {
    private final FactReader reader;
    private final NavigableMap<String, List<StatementFact>> lines = new TreeMap<>();
    private long last;

    Statement(FactReader reader) {
        this.reader = reader;
    }

    /** Reads on to the newest line. */
    Future<Void> read() {
        return reader.repeat(() -> reader.ask(PaymentContract.STATEMENT, new StatementQuery(last))
                .map(page -> {
                    page.items().forEach(this::add);
                    return page.next() != null;
                }));
    }

    private void add(StatementFact line) {
        last = line.line();
        lines.computeIfAbsent(line.order(), _ -> new ArrayList<>(2)).add(line);
    }

    /** How many lines there are. */
    long count() {
        return last;
    }

    /** The orders after this one and up to that one of which there are lines. */
    List<String> orders(@Nullable String after, @Nullable String upTo) {
        var range = after == null ? lines : lines.tailMap(after, false);
        return List.copyOf((upTo == null ? range : range.headMap(upTo, true)).keySet());
    }

    void into(OrderFile file) {
        lines.getOrDefault(file.number(), List.of()).forEach(file::add);
    }

    void forget(String order) {
        lines.remove(order);
    }
}
