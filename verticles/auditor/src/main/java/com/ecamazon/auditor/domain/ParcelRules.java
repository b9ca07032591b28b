package com.ecamazon.auditor.domain;

import com.ecamazon.contract.InvalidRequest;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.auditor.ParcelFacts.ConsignedFact;
import com.ecamazon.contract.auditor.ParcelFacts.DeliveryFact;
import com.ecamazon.contract.auditor.ParcelFacts.Happened;
import com.ecamazon.contract.auditor.ParcelFacts.ParcelFact;
import com.ecamazon.contract.auditor.ParcelFacts.Units;
import com.ecamazon.contract.auditor.StockFacts.PickFact;
import com.ecamazon.contract.dispatching.Rounds.RoundState;
import com.ecamazon.contract.shipping.Parcels.Code;
import com.ecamazon.contract.shipping.Parcels.Status;
import com.ecamazon.contract.stock.Levels.MovementKind;
import com.ecamazon.contract.stock.Picks.PickState;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The parcels of one order, from the pick list to the door. P1 to P5, P7. */
final class ParcelRules {
    private static final Set<RoundState> LEFT =
            Set.of(RoundState.DISPATCHED, RoundState.IN_PROGRESS, RoundState.COMPLETED);

    private ParcelRules() {}

    static void check(OrderFile file, Findings found) {
        labels(file, found);
        for (var pick : file.picks()) {
            if (pick.state() == PickState.PACKED) {
                packed(file, pick, found);
            }
        }
        for (var parcel : file.parcels()) {
            origin(file, parcel, found);
            history(parcel, found);
            dispatched(file, parcel, found);
            custody(file, parcel, found);
        }
        shipment(file, found);
        deliveries(file, found);
    }

    static String name(String sscc) {
        return "parcel " + sscc;
    }

    private static void labels(OrderFile file, Findings found) {
        var seen = new HashSet<String>();
        for (var pick : file.picks()) {
            var sscc = pick.sscc();
            if (sscc != null) {
                found.unless(
                        seen.add(sscc), "P2", "two pick lists have one label", name(sscc), "pick list " + pick.id());
            }
        }
        for (var parcel : file.parcels()) {
            found.unless(
                    isValid(parcel.sscc()) && parcel.sscc().equals(parcel.document()),
                    "P2",
                    "its label is no SSCC of its own",
                    name(parcel.document()),
                    file.name());
        }
        for (var back : file.returns()) {
            found.unless(
                    isValid(back.sscc()) && seen.add(back.sscc()),
                    "P2",
                    "its label is no SSCC of its own",
                    "return " + back.number(),
                    name(back.sscc()));
        }
    }

    private static boolean isValid(String sscc) {
        try {
            return new Sscc(sscc).value().equals(sscc);
        } catch (InvalidRequest e) {
            return false;
        }
    }

    private static void packed(OrderFile file, PickFact pick, Findings found) {
        var sscc = String.valueOf(pick.sscc());
        var picked = new TreeMap<String, Integer>();
        pick.lines().stream()
                .filter(line -> line.picked() > 0)
                .forEach(line -> picked.merge(line.sku(), line.picked(), Integer::sum));
        var parcel = file.parcel(sscc);
        found.unless(
                parcel.isPresent(),
                "P1",
                "it is packed and Shipping has no such parcel",
                "pick list " + pick.id(),
                name(sscc));
        parcel.ifPresent(known -> found.unless(
                units(known.lines()).equals(picked) && known.depot().equals(pick.depot()),
                "P1",
                "it has " + units(known.lines()) + " and " + picked + " was packed",
                name(sscc),
                "pick list " + pick.id()));
        found.unless(
                moved(file, MovementKind.PACK, sscc).equals(picked),
                "P1",
                "the stock ledger packed " + moved(file, MovementKind.PACK, sscc) + " and the pick list " + picked,
                "pick list " + pick.id(),
                file.name());
    }

    private static Map<String, Integer> units(List<Units> lines) {
        var units = new TreeMap<String, Integer>();
        lines.forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
        return units;
    }

    private static Map<String, Integer> moved(OrderFile file, MovementKind kind, String sscc) {
        var units = new TreeMap<String, Integer>();
        file.units().stream()
                .map(fact -> fact.entry())
                .filter(entry -> entry.kind() == kind && entry.id().endsWith("/" + sscc))
                .forEach(entry ->
                        entry.lines().forEach(line -> units.merge(entry.sku(), line.quantity(), Integer::sum)));
        return units;
    }

    private static void origin(OrderFile file, ParcelFact parcel, Findings found) {
        found.unless(
                file.picks().stream().anyMatch(pick -> parcel.sscc().equals(pick.sscc())),
                "P1",
                "no pick list was packed into it",
                name(parcel.sscc()),
                file.name());
    }

    private static long count(ParcelFact parcel, Code code) {
        return parcel.events().stream().filter(event -> event.code() == code).count();
    }

    private static void history(ParcelFact parcel, Findings found) {
        var name = name(parcel.sscc());
        long delivered = count(parcel, Code.DELIVERED);
        var inOrder = parcel.events().stream().map(Happened::occurredAt).toList();
        found.unless(
                inOrder.equals(inOrder.stream().sorted().toList()),
                "P4",
                "its history is not in the order of time",
                name);
        found.unless(
                parcel.events().stream().map(Happened::id).distinct().count()
                        == parcel.events().size(),
                "P4",
                "one event is twice in its history",
                name);
        found.unless(count(parcel, Code.LABEL_CREATED) > 0, "P4", "it has no label in its history", name);
        found.unless(delivered <= 1, "P4", "it was delivered twice", name);
        found.unless(
                delivered == 0 || count(parcel, Code.OUT_FOR_DELIVERY) > 0,
                "P4",
                "it was delivered and never out for delivery",
                name);
        found.unless(
                (parcel.status() == Status.DELIVERED) == (delivered > 0),
                "P4",
                "its status is " + MoneyRules.word(parcel.status()) + " and its history says otherwise",
                name);
        var proof = parcel.proof();
        found.unless(
                delivered == 0 || (proof != null && proof.named()),
                "P5",
                "it was delivered without a proof that names who took it",
                name);
    }

    private static boolean left(ParcelFact parcel) {
        return count(parcel, Code.OUT_FOR_DELIVERY) > 0;
    }

    private static void dispatched(OrderFile file, ParcelFact parcel, Findings found) {
        var gone = moved(file, MovementKind.DISPATCH, parcel.sscc());
        Map<String, Integer> expected = left(parcel) ? units(parcel.lines()) : Map.of();
        found.unless(
                gone.equals(expected),
                "P1",
                "units " + expected + " left in it and the stock ledger has " + gone,
                name(parcel.sscc()),
                file.name());
    }

    /** Shipping and Dispatching name the same holder: the depot, the van, or whoever took it. */
    private static void custody(OrderFile file, ParcelFact parcel, Findings found) {
        var known = file.deliveries().stream()
                .filter(delivery -> delivery.sscc().equals(parcel.sscc()))
                .findFirst();
        if (known.isEmpty()) {
            found.add("P7", "no round can take it: Dispatching does not know it", name(parcel.sscc()), file.name());
            return;
        }
        var ours = holder(parcel);
        var theirs = holder(known.get());
        found.unless(
                ours.isEmpty() || ours.get().equals(theirs),
                "P3",
                "Shipping says that it is with the " + ours.orElse("") + ", Dispatching with the " + theirs,
                name(parcel.sscc()),
                "round " + known.map(DeliveryFact::round).orElse("none"));
    }

    private static Optional<String> holder(ParcelFact parcel) {
        return switch (parcel.status()) {
            case PRE_TRANSIT, IN_TRANSIT, RETURN_TO_SENDER -> Optional.of("depot");
            case OUT_FOR_DELIVERY -> Optional.of("van");
            case DELIVERED -> Optional.of("customer");
            case UNKNOWN, AVAILABLE_FOR_PICKUP, FAILURE, CANCELLED, ERROR -> Optional.empty();
        };
    }

    private static String holder(DeliveryFact delivery) {
        return switch (delivery.where()) {
            case "delivered" -> "customer";
            case "in_round" -> LEFT.contains(delivery.roundState()) ? "van" : "depot";
            default -> "depot";
        };
    }

    /** The shipment, which tells all others, says what the parcels say. */
    private static void shipment(OrderFile file, Findings found) {
        var consigned = file.shipment().stream()
                .flatMap(shipment -> shipment.parcels().stream())
                .toList();
        for (ConsignedFact one : consigned) {
            var parcel = file.parcel(one.sscc());
            found.unless(
                    parcel.isPresent(),
                    "P1",
                    "its shipment has a parcel that does not exist",
                    name(one.sscc()),
                    file.name());
            parcel.ifPresent(known -> found.unless(
                    units(known.lines()).equals(units(one.lines()))
                            && one.left() == left(known)
                            && one.delivered() == (count(known, Code.DELIVERED) > 0),
                    "P1",
                    "its shipment says something else of it",
                    name(one.sscc()),
                    "shipment " + file.number()));
        }
        file.parcels().stream()
                .filter(parcel -> consigned.stream().noneMatch(one -> one.sscc().equals(parcel.sscc())))
                .forEach(parcel -> found.add(
                        "P1", "its shipment does not have it", name(parcel.sscc()), "shipment " + file.number()));
    }

    private static void deliveries(OrderFile file, Findings found) {
        Stream.of(file.deliveries())
                .flatMap(List::stream)
                .filter(delivery -> file.parcel(delivery.sscc()).isEmpty())
                .forEach(delivery -> found.add(
                        "P1",
                        "Dispatching has a parcel that Shipping does not know",
                        name(delivery.sscc()),
                        file.name()));
    }
}
