package com.ecamazon.stock.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PickId;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickLine;
import com.ecamazon.contract.stock.Picks.PickState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units of one order in one depot, on their way from the bins into a parcel. What one document decides: whether the
 * order was withdrawn before it was packed.
 *
 * @param version grows with each step
 * @param turn its place among all pick lists: oldest first, then by id
 * @param withdrawnFrom the state that a withdrawal ended; null when it is not withdrawn, or closed because no unit was found
 * @param shorts how many times units were reported short
 */
public record PickList(
        PickId id,
        long version,
        OrderNumber order,
        DepotId depot,
        PickState state,
        List<PickLine> lines,
        Recipient recipient,
        String turn,
        @Nullable Sscc sscc,
        @Nullable PickState withdrawnFrom,
        int shorts,
        Instant createdAt) {
    public PickList {
        lines = List.copyOf(lines);
    }

    /** A pick list that waits for a picker. */
    public static PickList open(
            PickId id, OrderNumber order, DepotId depot, List<PickLine> lines, Recipient recipient, Instant now) {
        return new PickList(
                id,
                1,
                order,
                depot,
                PickState.OPEN,
                lines,
                recipient,
                "%015d-%s".formatted(now.toEpochMilli(), id),
                null,
                null,
                0,
                now);
    }

    /** As the contract shows it. */
    public Pick shown() {
        return new Pick(id, version, order, depot, state, lines, recipient, sscc, createdAt);
    }

    /** Whether somebody still takes units for it. */
    boolean isPicking() {
        return state == PickState.OPEN || state == PickState.PICKING;
    }

    Optional<PickLine> line(Sku sku) {
        return lines.stream().filter(line -> line.sku().equals(sku)).findFirst();
    }

    /** With a changed line; the state follows from the lines: all units found or given up ends the picking. */
    PickList with(PickLine changed, int moreShorts) {
        var next = lines.stream()
                .map(line -> line.sku().equals(changed.sku()) ? changed : line)
                .toList();
        boolean ended = next.stream().allMatch(line -> left(line) == 0);
        boolean nothing = next.stream().allMatch(line -> line.picked() == 0);
        var nextState = !ended ? PickState.PICKING : nothing ? PickState.WITHDRAWN : PickState.PICKED;
        return with(nextState, next, sscc, null, shorts + moreShorts);
    }

    PickList with(PickState nextState, @Nullable Sscc label, @Nullable PickState before) {
        return with(nextState, lines, label, before, shorts);
    }

    private PickList with(
            PickState nextState, List<PickLine> next, @Nullable Sscc label, @Nullable PickState before, int allShorts) {
        return new PickList(
                id, version + 1, order, depot, nextState, next, recipient, turn, label, before, allShorts, createdAt);
    }

    /** Units of a line that are neither scanned nor reported short. */
    static int left(PickLine line) {
        return line.quantity() - line.picked() - line.missing();
    }
}
