package com.ecamazon.auditor;

import com.ecamazon.contract.auditor.Audits.Count;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How many documents of each kind were looked at. */
final class Tally {
    private final Map<String, Long> counts = new LinkedHashMap<>();

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
