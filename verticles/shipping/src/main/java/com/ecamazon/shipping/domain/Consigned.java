package com.ecamazon.shipping.domain;

import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.RoundId;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.stock.Picks.PackedLine;
import java.util.List;
import java.util.stream.Stream;

/**
 * A parcel of a shipment.
 *
 * @param rounds the rounds that it left with
 * @param failedRounds those that brought it back
 */
public record Consigned(
        Sscc sscc,
        DepotId depot,
        List<PackedLine> lines,
        List<RoundId> rounds,
        List<RoundId> failedRounds,
        boolean delivered) {
    public Consigned {
        lines = List.copyOf(lines);
        rounds = List.copyOf(rounds);
        failedRounds = List.copyOf(failedRounds);
    }

    /** True once it has left its depot. */
    boolean left() {
        return !rounds.isEmpty();
    }

    Consigned departed(RoundId round) {
        return new Consigned(sscc, depot, lines, plus(rounds, round), failedRounds, delivered);
    }

    Consigned failed(RoundId round) {
        return new Consigned(sscc, depot, lines, rounds, plus(failedRounds, round), delivered);
    }

    Consigned handedOver() {
        return new Consigned(sscc, depot, lines, rounds, failedRounds, true);
    }

    private static List<RoundId> plus(List<RoundId> known, RoundId round) {
        return Stream.concat(known.stream(), Stream.of(round)).toList();
    }
}
