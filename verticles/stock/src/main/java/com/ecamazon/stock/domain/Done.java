package com.ecamazon.stock.domain;

import com.ecamazon.contract.stock.Holds.Share;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.time.Instant;
import java.util.List;

/**
 * Something that was done to a SKU, as short as its document can remember it until the ledger does.
 *
 * @param id of its ledger entry
 * @param lines units per depot; none for a RELEASE of an order that had nothing, which is a mark only and has no entry
 */
public record Done(String id, MovementKind kind, List<Share> lines, Instant at) {
    public Done {
        lines = List.copyOf(lines);
    }

    static Done of(LedgerEntry entry) {
        return entry.done();
    }

    /** How a unit of this kind changes what a depot has on hand. */
    static int onHandEffect(MovementKind kind) {
        return switch (kind) {
            case RECEIPT, RETURN, ADJUST, TRANSFER_IN -> 1;
            case DISPATCH, SCRAP, TRANSFER_OUT -> -1;
            case PUTAWAY, RESERVE, RELEASE, ALLOCATE, PICK, PACK -> 0;
        };
    }

    /** How a unit of this kind changes what a depot has allocated. */
    static int allocatedEffect(MovementKind kind) {
        return switch (kind) {
            case ALLOCATE -> 1;
            case RELEASE, DISPATCH -> -1;
            case RECEIPT, PUTAWAY, RESERVE, PICK, PACK, RETURN, ADJUST, TRANSFER_OUT, TRANSFER_IN, SCRAP -> 0;
        };
    }
}
