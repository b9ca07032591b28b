package com.ecamazon.auditor.domain;

import com.ecamazon.contract.stock.Levels.MovementKind;

/** How a unit of a movement changes what a depot has, reckoned here again rather than taken from Stock. */
final class Effects {
    private Effects() {}

    static int onHand(MovementKind kind) {
        return switch (kind) {
            case RECEIPT, RETURN, ADJUST, TRANSFER_IN -> 1;
            case DISPATCH, SCRAP, TRANSFER_OUT -> -1;
            case PUTAWAY, RESERVE, RELEASE, ALLOCATE, PICK, PACK -> 0;
        };
    }

    static int allocated(MovementKind kind) {
        return switch (kind) {
            case ALLOCATE -> 1;
            case RELEASE, DISPATCH -> -1;
            case RECEIPT, PUTAWAY, RESERVE, PICK, PACK, RETURN, ADJUST, TRANSFER_OUT, TRANSFER_IN, SCRAP -> 0;
        };
    }
}
