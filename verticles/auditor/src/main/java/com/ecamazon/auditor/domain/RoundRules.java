package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.ParcelFacts.Load;
import com.ecamazon.contract.auditor.ParcelFacts.RoundFact;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** All rounds that are not over. P6. */
public final class RoundRules {
    private RoundRules() {}

    public static void check(List<RoundFact> rounds, Findings found) {
        Map<String, String> vehicles = new HashMap<>();
        Map<String, String> drivers = new HashMap<>();
        Map<String, String> parcels = new HashMap<>();
        for (var round : rounds) {
            once(vehicles, "vehicle " + round.vehicle(), round, found);
            once(drivers, "driver " + round.driver(), round, found);
            for (var load : round.loads()) {
                if (load.open()) {
                    once(parcels, ParcelRules.name(load.sscc()), round, found);
                    found.unless(
                            round.id().equals(load.round()),
                            "P6",
                            "a round has a parcel that says it is in another, or in none",
                            ParcelRules.name(load.sscc()),
                            name(round));
                }
            }
            capacity(round, found);
        }
    }

    private static String name(RoundFact round) {
        return "round " + round.id();
    }

    private static void once(Map<String, String> taken, String what, RoundFact round, Findings found) {
        var other = taken.putIfAbsent(what, round.id());
        if (other != null) {
            found.add("P6", "two rounds that are not over have it", what, "round " + other, name(round));
        }
    }

    private static void capacity(RoundFact round, Findings found) {
        var van = round.capacity();
        if (van == null) {
            found.add("P6", "its van does not exist", name(round), "vehicle " + round.vehicle());
            return;
        }
        found.unless(
                round.loads().stream().mapToLong(Load::grams).sum() <= van.grams()
                        && round.loads().stream()
                                        .mapToLong(Load::cubicCentimetres)
                                        .sum()
                                <= van.cubicCentimetres()
                        && round.loads().size() <= van.parcels(),
                "P6",
                "its van cannot carry so much",
                name(round),
                "vehicle " + round.vehicle());
    }
}
