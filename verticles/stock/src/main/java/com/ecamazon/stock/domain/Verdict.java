package com.ecamazon.stock.domain;

import com.ecamazon.contract.stock.Picks.ParcelNews;
import java.util.List;

/**
 * What a decision on a SKU comes to.
 *
 * @param <R> the answer to who asked
 */
public sealed interface Verdict<R> {
    /** Nothing changes: it was done before, or it is refused. */
    record Unchanged<R>(R reply) implements Verdict<R> {}

    /**
     * Something changes.
     *
     * @param stock the state from now on
     * @param entries what the ledger gets
     * @param news what other domains hear
     */
    record Decided<R>(SkuStock stock, List<LedgerEntry> entries, List<ParcelNews> news, R reply)
            implements Verdict<R> {}

    /** The SKU's document does not remember; decide again with the ledger's entries of this cause. */
    record AskLedger<R>() implements Verdict<R> {}

    /** Nothing changes. */
    static <R> Verdict<R> unchanged(R reply) {
        return new Unchanged<>(reply);
    }

    /** These entries are made. */
    static <R> Verdict<R> changed(SkuStock stock, List<LedgerEntry> entries, R reply) {
        return new Decided<>(stock, entries, List.of(), reply);
    }
}
