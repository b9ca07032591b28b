package com.ecamazon.payment.domain;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.payment.Payments.Difference;
import com.ecamazon.contract.payment.Payments.Reconciliation;
import com.ecamazon.payment.domain.Movement.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Compares the clearing account with the bank's statement, line by line, both ways. */
public final class Reconciler {
    private final String currency;
    private final Map<Key, Money> ours = new HashMap<>();
    private final List<StatementLine> banks = new ArrayList<>();

    private record Key(Kind kind, OrderNumber order, String reference) {}

    /** Sums are of this currency. */
    public Reconciler(String currency) {
        this.currency = currency;
    }

    /** Takes in a transaction of the ledger; a repeat of the same changes nothing. */
    public void ledger(LedgerTransaction transaction) {
        ours.put(new Key(transaction.kind(), transaction.order(), transaction.reference()), transaction.clearing());
    }

    /** Takes in lines of the statement. */
    public void statement(List<StatementLine> lines) {
        banks.addAll(lines);
    }

    /** Lines of the statement that the ledger does not have. */
    public List<StatementLine> unknown() {
        return banks.stream().filter(line -> !ours.containsKey(key(line))).toList();
    }

    /**
     * The comparison.
     *
     * @param inTransit true for a line that the payment knows of and the ledger will have in a moment
     */
    public Reconciliation compare(Predicate<StatementLine> inTransit, Instant now) {
        var left = new HashMap<>(ours);
        var differences = new ArrayList<Difference>();
        int matched = 0;
        long banksSum = 0;
        for (var line : banks) {
            var mine = left.remove(key(line));
            if (mine == null && inTransit.test(line)) {
                continue;
            }
            banksSum += sum(line.signed());
            if (mine == null) {
                differences.add(new Difference(line.reference(), "only the bank has it", null, line.signed()));
            } else if (mine.equals(line.signed())) {
                matched++;
            } else {
                differences.add(new Difference(line.reference(), "the amounts differ", mine, line.signed()));
            }
        }
        left.forEach(
                (key, mine) -> differences.add(new Difference(key.reference(), "only the ledger has it", mine, null)));
        long oursSum = ours.values().stream().mapToLong(this::sum).sum();
        return new Reconciliation(
                matched, differences, new Money(oursSum, currency), new Money(banksSum, currency), now);
    }

    private long sum(Money money) {
        return money.currency().equals(currency) ? money.amount() : 0;
    }

    private static Key key(StatementLine line) {
        return new Key(line.kind(), line.order(), line.reference());
    }
}
