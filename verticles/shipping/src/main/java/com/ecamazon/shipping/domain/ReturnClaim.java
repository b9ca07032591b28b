package com.ecamazon.shipping.domain;

import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import java.time.Instant;
import java.util.List;

/**
 * Units of an order that are on their way back: nobody can return them a second time.
 *
 * @param operationId of the command that opened it, so that its repeat finds it
 */
public record ReturnClaim(
        ReturnNumber number,
        OrderNumber order,
        String operationId,
        List<ReturnLine> lines,
        String reason,
        Sscc sscc,
        Instant openedAt) {
    public ReturnClaim {
        lines = List.copyOf(lines);
    }

    /** What came back of it; the rest of the units may be returned again. */
    ReturnClaim settled(List<ReturnLine> received) {
        return new ReturnClaim(number, order, operationId, received, reason, sscc, openedAt);
    }
}
