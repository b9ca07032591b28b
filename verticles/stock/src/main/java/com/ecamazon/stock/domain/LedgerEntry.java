package com.ecamazon.stock.domain;

import com.ecamazon.contract.Sku;
import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.Movement;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One immutable entry of the stock ledger: units of one SKU that moved for one cause, in one or more depots. Counters are
 * what the entries add up to. Holds of carts (RESERVE) and their end are not in the ledger; RELEASE there is an allocation
 * that was taken back.
 *
 * @param id made from its cause, so that one cause makes one entry
 * @param lines units per depot; negative only for an ADJUST that takes units away
 * @param cause such as an order number or the reference of a receipt
 * @param actor who did it: a user's id or a domain
 */
public record LedgerEntry(
        String id,
        Sku sku,
        MovementKind kind,
        List<Share> lines,
        String cause,
        String actor,
        @Nullable String reason,
        Instant at) {
    public LedgerEntry {
        lines = List.copyOf(lines);
    }

    /** The short form that the SKU's document remembers. */
    Done done() {
        return new Done(id, kind, lines, at);
    }

    /** The entry as the contract shows it, a movement per depot. */
    public List<Movement> movements() {
        return lines.stream()
                .map(line -> new Movement(
                        id + '@' + line.depot().value(),
                        sku,
                        line.depot(),
                        kind,
                        line.quantity(),
                        cause,
                        actor,
                        reason,
                        at))
                .toList();
    }
}
