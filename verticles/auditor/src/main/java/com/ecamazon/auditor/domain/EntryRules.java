package com.ecamazon.auditor.domain;

import com.ecamazon.contract.auditor.StockFacts.EntryFact;
import com.ecamazon.contract.auditor.StockFacts.EntryOnFile;
import com.ecamazon.contract.stock.Levels.MovementKind;
import java.util.List;

/** An entry of the stock ledger has an id that is made from its cause, so that one cause makes one entry. S7. */
public final class EntryRules {
    private EntryRules() {}

    public static void check(EntryFact fact, Findings found) {
        var entry = fact.entry();
        found.unless(
                fact.document().equals(entry.id()) && isMadeFromItsCause(entry),
                "S7",
                "its id is not made from its cause, so its units moved a second time",
                name(fact),
                "sku " + entry.sku());
        found.unless(
                entry.kind() == MovementKind.ADJUST || entry.lines().stream().allMatch(line -> line.quantity() >= 0),
                "S2",
                "it moves fewer units than none",
                name(fact),
                "sku " + entry.sku());
    }

    static String name(EntryFact fact) {
        return "stock movement " + fact.document();
    }

    private static boolean isMadeFromItsCause(EntryOnFile entry) {
        var parts = List.of(entry.id().split("/", -1));
        var cause = escaped(entry.cause());
        var sku = escaped(entry.sku());
        var kind = entry.kind().name();
        return switch (parts.getFirst()) {
            case "receipt", "adjustment" ->
                parts.size() == 5
                        && parts.subList(1, 3).equals(List.of(cause, sku))
                        && entry.lines().size() == 1
                        && parts.get(3)
                                .equals(escaped(entry.lines().getFirst().depot().value()))
                        && parts.get(4).equals(kind)
                        && (entry.kind() == MovementKind.RECEIPT || entry.kind() == MovementKind.ADJUST);
            case "return" ->
                parts.equals(List.of("return", cause, sku, kind))
                        && (entry.kind() == MovementKind.RETURN || entry.kind() == MovementKind.SCRAP);
            default ->
                parts.size() > 2 && parts.subList(0, 2).equals(List.of(cause, sku)) && ofOrder(parts, entry.kind());
        };
    }

    private static boolean ofOrder(List<String> parts, MovementKind kind) {
        return switch (kind) {
            case ALLOCATE, RELEASE ->
                (parts.size() == 3 && parts.get(2).equals(kind.name())) || shortfall(parts, kind.name());
            case PICK, PACK, DISPATCH -> parts.size() == 4 && parts.get(2).equals(kind.name());
            case ADJUST, SCRAP -> shortfall(parts, "LOSS");
            case RECEIPT, PUTAWAY, RESERVE, RETURN, TRANSFER_OUT, TRANSFER_IN -> false;
        };
    }

    private static boolean shortfall(List<String> parts, String end) {
        return parts.size() == 5 && parts.get(2).equals("SHORT") && parts.get(4).equals(end);
    }

    private static String escaped(String part) {
        return part.replace("%", "%25").replace("/", "%2F");
    }
}
