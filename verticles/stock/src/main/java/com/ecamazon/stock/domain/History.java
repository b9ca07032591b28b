package com.ecamazon.stock.domain;

import java.util.List;
import java.util.Optional;

/**
 * What the ledger knows about a command's cause.
 *
 * @param asked true when it was asked just now: what it does not have was not done, or is still in the SKU's own memory
 * @param entries what it has; true for ever
 */
public record History(boolean asked, List<Done> entries) {
    /** The ledger was not asked yet; enough where the SKU's own memory decides. */
    public static final History NOT_ASKED = new History(false, List.of());

    /** Nothing was ever done. */
    public static final History EMPTY = new History(true, List.of());

    public History {
        entries = List.copyOf(entries);
    }

    /** The ledger was asked and has these. */
    public static History of(List<LedgerEntry> entries) {
        return new History(true, entries.stream().map(Done::of).toList());
    }

    /** The same some time later: what is there stays true, what is not there may have come. */
    public History outdated() {
        return new History(false, entries);
    }

    Optional<Done> entry(String id) {
        return entries.stream().filter(done -> done.id().equals(id)).findFirst();
    }
}
