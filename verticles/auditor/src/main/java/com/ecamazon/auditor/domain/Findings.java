package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.Audits.Breach;
import java.util.ArrayList;
import java.util.List;

/** The breaches that rules have found. */
public final class Findings {
    private final List<Breach> breaches = new ArrayList<>();

    /**
     * Something that must not be.
     *
     * @param documents those involved, the one that it is about first
     */
    void add(String invariant, String sentence, String... documents) {
        breaches.add(new Breach(invariant, sentence, List.of(documents)));
    }

    /** Adds it when the condition does not hold. */
    void unless(boolean condition, String invariant, String sentence, String... documents) {
        if (!condition) {
            add(invariant, sentence, documents);
        }
    }

    public List<Breach> breaches() {
        return List.copyOf(breaches);
    }
}
