package com.ecamazon.payment.store;

import com.ecamazon.contract.Money;
import com.ecamazon.contract.payment.Payments.Balance;
import com.ecamazon.payment.domain.LedgerTransaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What the ledger adds up to, kept from one look to the next. Transactions are read again for a while after they were
 * written, since another instance may write one late; each counts once.
 */
final class Balances {
    private static final long OVERLAP_MILLIS = 60_000;
    private static final int HEX_DIGITS = 12;

    private final Map<String, Map<String, Money>> sums = new TreeMap<>();
    private final TreeSet<String> seen = new TreeSet<>();

    /** The key to read on from. */
    String from() {
        if (seen.isEmpty()) {
            return "";
        }
        long last = Long.parseLong(seen.last().substring(0, HEX_DIGITS), 16);
        return SortKey.prefix(Instant.ofEpochMilli(Math.max(0, last - OVERLAP_MILLIS)));
    }

    void add(String key, LedgerTransaction transaction) {
        if (!seen.add(key)) {
            return;
        }
        for (var entry : transaction.entries()) {
            sums.computeIfAbsent(entry.account(), _ -> new TreeMap<>())
                    .merge(entry.amount().currency(), entry.amount(), Money::plus);
        }
    }

    List<Balance> all() {
        seen.headSet(from()).clear();
        return sums.entrySet().stream()
                .flatMap(account -> account.getValue().values().stream().map(sum -> new Balance(account.getKey(), sum)))
                .toList();
    }
}
