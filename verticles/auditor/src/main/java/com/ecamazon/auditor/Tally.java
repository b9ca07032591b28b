package com.ecamazon.auditor;

import com.ecamazon.contract.auditor.Audits.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many documents of each kind were looked at. */
final class Tally {
    private static final List<String> ALWAYS = List.of(
            "orders",
            "payments",
            "ledger transactions",
            "authorisations at the bank",
            "lines of the bank's statement",
            "stock movements",
            "SKUs",
            "pick lists",
            "parcels",
            "returns",
            "rounds that are not over",
            "messages");

    private final Map<String, Long> counts = new LinkedHashMap<>();

    Tally() {
        ALWAYS.forEach(what -> counts.put(what, 0L));
    }

    void add(String what) {
        counts.merge(what, 1L, Long::sum);
    }

    void set(String what, long number) {
        counts.put(what, number);
    }

    List<Count> counts() {
        return counts.entrySet().stream()
                .map(count -> new Count(count.getKey(), count.getValue()))
                .toList();
    }
}
