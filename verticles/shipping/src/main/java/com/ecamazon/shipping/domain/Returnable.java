package com.ecamazon.shipping.domain;

import com.ecamazon.contract.Problem.Fault;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Which units of a shipment may come back: those delivered, less those already returning. */
public final class Returnable {
    private Returnable() {}

    /** What a wish to return units gets. */
    public sealed interface Claimed {
        /** These units are claimed; {@code fresh} unless the same command claimed them before. */
        record Granted(Shipment shipment, ReturnClaim claim, boolean fresh) implements Claimed {}

        /** Some of these units cannot come back. */
        record Refused(List<Fault> errors) implements Claimed {}
    }

    /** Claims units, once per operation id. */
    public static Claimed claim(
            Shipment shipment, String operationId, List<ReturnLine> wanted, String reason, Sscc sscc, Instant now) {
        for (var claim : shipment.returns()) {
            if (claim.operationId().equals(operationId)) {
                return new Claimed.Granted(shipment, claim, false);
            }
        }
        var faults = faults(wanted, units(shipment));
        if (!faults.isEmpty()) {
            return new Claimed.Refused(faults);
        }
        var number = new ReturnNumber(
                "RMA-" + shipment.order() + "-" + (shipment.returns().size() + 1));
        var claim = new ReturnClaim(number, shipment.order(), operationId, merged(wanted), reason, sscc, now);
        var after = shipment.with(
                Stream.concat(shipment.returns().stream(), Stream.of(claim)).toList());
        return new Claimed.Granted(after, claim, true);
    }

    /** The shipment once a return was received: what did not come may be returned again. */
    public static Shipment settle(Shipment shipment, ReturnNumber number, List<InspectedLine> received) {
        var came = merged(received.stream()
                .map(line -> new ReturnLine(line.sku(), line.quantity()))
                .toList());
        return shipment.with(shipment.returns().stream()
                .map(claim -> claim.number().equals(number) ? claim.settled(came) : claim)
                .toList());
    }

    /** How many units of each SKU may come back. */
    static Map<Sku, Integer> units(Shipment shipment) {
        var units = new HashMap<Sku, Integer>();
        for (var parcel : shipment.parcels()) {
            if (parcel.delivered()) {
                parcel.lines().forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
            }
        }
        for (var claim : shipment.returns()) {
            claim.lines().forEach(line -> units.merge(line.sku(), -line.quantity(), Integer::sum));
        }
        return units;
    }

    /** What is asked for beyond these units, line by line. */
    static List<Fault> faults(List<ReturnLine> wanted, Map<Sku, Integer> units) {
        var left = new HashMap<>(units);
        var faults = new ArrayList<Fault>();
        for (int i = 0; i < wanted.size(); i++) {
            var line = wanted.get(i);
            int available = Math.max(0, left.getOrDefault(line.sku(), 0));
            if (line.quantity() > available) {
                faults.add(new Fault("/lines/" + i + "/quantity", "more than can come back", line.sku(), available));
            }
            left.merge(line.sku(), -line.quantity(), Integer::sum);
        }
        return faults;
    }

    private static List<ReturnLine> merged(List<ReturnLine> lines) {
        var units = new LinkedHashMap<Sku, Integer>();
        lines.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
        return units.entrySet().stream()
                .map(entry -> new ReturnLine(entry.getKey(), entry.getValue()))
                .toList();
    }
}
