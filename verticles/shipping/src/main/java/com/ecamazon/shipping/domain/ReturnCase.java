package com.ecamazon.shipping.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.Return;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A return from the day it is opened.
 *
 * @param customer the account of the buyer, when there is one
 * @param depot where it was received
 */
public record ReturnCase(
        ReturnNumber number,
        OrderNumber order,
        @Nullable UserId customer,
        ReturnState state,
        List<ReturnLine> lines,
        List<InspectedLine> inspected,
        String reason,
        Sscc sscc,
        Instant openedAt,
        @Nullable DepotId depot) {

    /** What receiving a return gets. */
    public sealed interface Receipt {
        /** The return is received; {@code fresh} unless the same was said before. */
        record Accepted(ReturnCase received, boolean fresh) implements Receipt {}

        /** This is not what was announced, or something else was received already. */
        record Refused(List<Fault> errors) implements Receipt {}
    }

    public ReturnCase {
        lines = List.copyOf(lines);
        inspected = List.copyOf(inspected);
    }

    /** A return that is expected. */
    public static ReturnCase expected(ReturnClaim claim, @Nullable UserId customer) {
        return new ReturnCase(
                claim.number(),
                claim.order(),
                customer,
                ReturnState.EXPECTED,
                claim.lines(),
                List.of(),
                claim.reason(),
                claim.sscc(),
                claim.openedAt(),
                null);
    }

    /** Receives what came: at most what was announced, once. */
    public Receipt receive(DepotId where, List<InspectedLine> found) {
        if (state == ReturnState.RECEIVED) {
            return where.equals(depot) && found.equals(inspected)
                    ? new Receipt.Accepted(this, false)
                    : new Receipt.Refused(List.of(new Fault("/number", "was received already", null, null)));
        }
        var announced = new HashMap<Sku, Integer>();
        lines.forEach(line -> announced.merge(line.sku(), line.quantity(), Integer::sum));
        var came = found.stream()
                .map(line -> new ReturnLine(line.sku(), line.quantity()))
                .toList();
        var faults = Returnable.faults(came, announced);
        return faults.isEmpty() ? new Receipt.Accepted(received(where, found), true) : new Receipt.Refused(faults);
    }

    private ReturnCase received(DepotId where, List<InspectedLine> found) {
        return new ReturnCase(
                number, order, customer, ReturnState.RECEIVED, lines, found, reason, sscc, openedAt, where);
    }

    /** What its owner and staff see. */
    public Return shown() {
        return new Return(number, order, state, lines, inspected, reason, sscc, openedAt);
    }
}
