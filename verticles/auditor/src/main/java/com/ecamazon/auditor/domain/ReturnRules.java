package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.ParcelFacts.Inspected;
import com.ecamazon.contract.auditor.ParcelFacts.ReturnFact;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.ReturnState;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The returns of one order: restocked once after inspection, refunded once. S8, P8. */
public final class ReturnRules {
    private static final int DIGEST_BYTES = 12;
    private static final String OF_RETURN = "-rma-";

    private ReturnRules() {}

    static void check(OrderFile file, Findings found) {
        file.returnedUnits().forEach(fact -> EntryRules.check(fact, found));
        var refunds = new HashSet<String>();
        for (var back : file.returns()) {
            restocked(file, back, found);
            refunded(file, back, refunds, found);
            found.unless(
                    file.shipment()
                            .filter(shipment -> shipment.returns().contains(back.number()))
                            .isPresent(),
                    "P8",
                    "its shipment does not know that units come back",
                    name(back),
                    "shipment " + file.number());
        }
        file.payment()
                .ifPresent(payment -> payment.movements().stream()
                        .filter(movement -> movement.kind().equals(MoneyRules.REFUND)
                                && movement.reference().contains(OF_RETURN)
                                && !refunds.contains(movement.reference()))
                        .forEach(movement -> found.add(
                                "P8",
                                "money went back for a return that was not received",
                                "refund " + movement.reference(),
                                file.paymentName())));
    }

    private static String name(ReturnFact back) {
        return "return " + back.number();
    }

    private static void restocked(OrderFile file, ReturnFact back, Findings found) {
        boolean received = back.state() == ReturnState.RECEIVED;
        compare(file, back, MovementKind.RETURN, received ? inspected(back, _ -> true) : Map.of(), found);
        compare(
                file,
                back,
                MovementKind.SCRAP,
                received ? inspected(back, line -> line.grade() == Grade.C) : Map.of(),
                found);
    }

    private static Map<String, Integer> inspected(ReturnFact back, Predicate<Inspected> counted) {
        var units = new TreeMap<String, Integer>();
        back.inspected().stream()
                .filter(counted)
                .forEach(line -> units.merge(line.sku(), line.quantity(), Integer::sum));
        return units;
    }

    private static void compare(
            OrderFile file, ReturnFact back, MovementKind kind, Map<String, Integer> expected, Findings found) {
        var moved = new TreeMap<String, Integer>();
        file.returnedUnits().stream()
                .map(fact -> fact.entry())
                .filter(entry -> entry.kind() == kind && entry.cause().equals(back.number()))
                .forEach(entry ->
                        entry.lines().forEach(line -> moved.merge(entry.sku(), line.quantity(), Integer::sum)));
        found.unless(
                moved.equals(expected),
                "S8",
                "inspection found " + expected + " for a " + kind + " and the stock ledger has " + moved,
                name(back),
                file.name());
    }

    private static void refunded(OrderFile file, ReturnFact back, Set<String> refunds, Findings found) {
        if (back.state() != ReturnState.RECEIVED) {
            return;
        }
        var reference = file.number() + OF_RETURN + digest(back.number());
        refunds.add(reference);
        long refunded = file.payment().stream()
                .flatMap(payment -> payment.movements().stream())
                .filter(movement -> movement.reference().equals(reference))
                .count();
        found.unless(
                refunded == 1,
                "P8",
                "it was received and " + refunded + " refunds follow from it",
                name(back),
                file.paymentName());
    }

    static String digest(String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Units came back for a return that there is not. */
    public static void orphan(String number, Findings found) {
        found.add("S8", "units came back for a return that does not exist", "return " + number);
    }
}
