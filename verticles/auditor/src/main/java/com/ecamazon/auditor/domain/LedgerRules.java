package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.MoneyFacts.LedgerFact;
import com.ecamazon.contract.auditor.MoneyFacts.LedgerTransaction;
import com.ecamazon.contract.auditor.MoneyFacts.MovementFact;
import com.ecamazon.contract.auditor.MoneyFacts.StatementFact;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** The double-entry ledger against the payment it is written from, and against the bank's statement. M1, M5, M6. */
final class LedgerRules {
    private static final String CLEARING = "bank-clearing";

    private record Key(String kind, String reference) {
        @Override
        public String toString() {
            return kind + " " + reference;
        }
    }

    private LedgerRules() {}

    static void check(OrderFile file, Findings found) {
        var transactions = transactions(file, found);
        withPayment(file, transactions, found);
        withStatement(file, transactions, found);
    }

    private static Map<Key, LedgerTransaction> transactions(OrderFile file, Findings found) {
        var all = new HashMap<Key, LedgerTransaction>();
        for (var fact : file.ledger()) {
            var transaction = fact.transaction();
            zero(fact, found);
            found.unless(
                    fact.document().equals(transaction.id()) && transaction.id().equals(canonical(transaction)),
                    "M1",
                    "its id is not that of its movement",
                    name(fact),
                    file.name());
            var key = new Key(transaction.kind(), transaction.reference());
            found.unless(
                    all.put(key, transaction) == null,
                    "M5",
                    "the ledger has " + transaction.kind() + " twice under one reference of the bank",
                    name(fact),
                    key.toString());
        }
        return all;
    }

    private static void zero(LedgerFact fact, Findings found) {
        var sums = new TreeMap<String, Long>();
        for (var entry : fact.transaction().entries()) {
            sums.merge(entry.amount().currency(), entry.amount().amount(), Long::sum);
        }
        sums.forEach((currency, sum) -> found.unless(
                sum == 0, "M1", "its entries sum to " + sum + " " + currency + ", not to zero", name(fact)));
        found.unless(!fact.transaction().entries().isEmpty(), "M1", "it has no entries", name(fact));
    }

    private static String canonical(LedgerTransaction transaction) {
        return transaction.kind().equals(MoneyRules.CHARGEBACK)
                ? transaction.order() + "-x-" + transaction.reference()
                : transaction.reference();
    }

    private static String name(LedgerFact fact) {
        return "ledger " + fact.document();
    }

    private static void withPayment(OrderFile file, Map<Key, LedgerTransaction> transactions, Findings found) {
        var left = new HashMap<>(transactions);
        file.payment()
                .ifPresent(payment -> payment.movements().stream()
                        .filter(movement ->
                                MoneyRules.done(movement) && !movement.amount().isZero())
                        .forEach(movement -> movement(file, movement, left, found)));
        left.keySet()
                .forEach(key -> found.add(
                        "M1",
                        "the ledger has a transaction of which the payment knows nothing",
                        "ledger " + key,
                        file.paymentName()));
    }

    private static void movement(
            OrderFile file, MovementFact movement, Map<Key, LedgerTransaction> left, Findings found) {
        var key = new Key(movement.kind(), movement.reference());
        var transaction = left.remove(key);
        if (transaction == null) {
            found.add("M1", "money moved and the ledger has no transaction of it", key.toString(), file.paymentName());
            return;
        }
        long expected = signed(movement.kind(), movement.amount().amount());
        found.unless(
                clearing(transaction) == expected,
                "M1",
                "the ledger says " + clearing(transaction) + " and the payment " + expected,
                "ledger " + transaction.id(),
                file.paymentName());
    }

    private static void withStatement(OrderFile file, Map<Key, LedgerTransaction> transactions, Findings found) {
        var left = new HashMap<>(transactions);
        var lines = new HashMap<Key, StatementFact>();
        for (var line : file.statement()) {
            var key = new Key(line.kind(), line.reference());
            var name = "statement line " + line.line();
            if (lines.put(key, line) != null) {
                found.add("M5", "the bank moved " + key + " twice", name, file.paymentName());
                continue;
            }
            var transaction = left.remove(key);
            long amount = signed(line.kind(), line.amount().amount());
            if (transaction == null) {
                found.add("M6", "only the bank has " + key + " of " + amount, name, file.paymentName());
            } else {
                found.unless(
                        clearing(transaction) == amount,
                        "M6",
                        "the ledger says " + clearing(transaction) + " and the bank " + amount,
                        "ledger " + transaction.id(),
                        name);
            }
        }
        left.forEach((key, transaction) -> found.add(
                "M6",
                "only the ledger has " + key + " of " + clearing(transaction),
                "ledger " + transaction.id(),
                file.paymentName()));
    }

    private static long signed(String kind, long amount) {
        return kind.equals(MoneyRules.CAPTURE) ? amount : -amount;
    }

    private static long clearing(LedgerTransaction transaction) {
        return transaction.entries().stream()
                .filter(entry -> entry.account().equals(CLEARING))
                .mapToLong(entry -> entry.amount().amount())
                .sum();
    }
}
