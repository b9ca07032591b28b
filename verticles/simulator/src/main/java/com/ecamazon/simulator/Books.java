package com.ecamazon.simulator;

import com.ecamazon.bank.domain.Authorization;
import com.ecamazon.bank.domain.Operation;
import com.ecamazon.bank.domain.Registered;
import com.ecamazon.contract.Domain;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether all books agree once nothing moves any more: what clients were told, orders, money here and at the bank, units on
 * shelves and in the ledger, parcels. The product's auditor may take its place.
 */
final class Books {
    private static final Set<String> STANDING = Set.of("confirmed", "shipping", "delivered", "returned");

    private final World world;
    private final ClientLog log;
    private final Map<String, Document> orders;
    private final Map<String, Document> payments;
    private final List<String> breaches = new ArrayList<>();

    Books(World world, ClientLog log) {
        this.world = world;
        this.log = log;
        orders = byId(Domain.SHOP, "orders");
        payments = byId(Domain.PAYMENT, "payments");
    }

    List<String> breaches() {
        told();
        orders.forEach(this::order);
        payments.keySet().stream()
                .filter(number -> !orders.containsKey(number))
                .forEach(number -> breach("money without an order: " + number));
        bank();
        world.data(Domain.STOCK).all("stocks").forEach(this::units);
        parcels();
        return breaches;
    }

    private void breach(String what) {
        breaches.add(what);
    }

    /** What a client was shown exists, and what was promised stands. */
    private void told() {
        for (var number : log.shown()) {
            if (!orders.containsKey(number.value())) {
                breach("a client was shown " + number + ", which does not exist");
            }
        }
        for (var number : log.promised()) {
            var order = orders.get(number.value());
            if (order != null && "refused".equals(Rest.at(order, "state.state"))) {
                breach("a client was promised " + number + ", which was refused");
            }
        }
        log.finals().forEach((client, answers) -> {
            if (answers.size() > 1) {
                breach(client + " got different answers under one key: " + answers);
            }
        });
    }

    /** An order that stands has its money and its units; one that does not has none. */
    private void order(String number, Document order) {
        var state = text(order, "state.state");
        boolean stands = STANDING.contains(state);
        var payment = payments.get(number);
        var hold = payment == null ? "none" : text(payment, "state.payment.hold");
        if (stands && !hold.equals("authorised")) {
            breach(number + " is " + state + " and its money is " + hold);
        }
        if (!stands && (hold.equals("authorised") || hold.equals("asked") || hold.equals("voiding"))) {
            breach(number + " is " + state + " and its money is " + hold);
        }
        if (state.equals("placed")) {
            breach(number + " came to no end");
        }
        var parcels = world.data(Domain.SHIPPING).all("parcels").stream()
                .filter(parcel -> number.equals(Rest.at(parcel, "state.order")))
                .toList();
        if (!stands && !parcels.isEmpty()) {
            breach(number + " is " + state + " and has a parcel");
        }
        if (payment != null && !parcels.isEmpty()) {
            captured(number, payment, parcels);
        }
    }

    /** What left is paid, and no more. */
    private void captured(String number, Document payment, List<Document> parcels) {
        long left = parcels.stream()
                .filter(parcel -> !"pre_transit".equals(Rest.at(parcel, "state.status")))
                .count();
        long captures = movements(payment).stream()
                .filter(movement -> "capture".equals(movement.get("kind")))
                .count();
        if (left != captures) {
            breach(number + ": " + left + " parcels left and " + captures + " captures");
        }
        long due = number(payment, "state.payment.delivery.amount");
        for (var parcel : parcels) {
            due += "pre_transit".equals(Rest.at(parcel, "state.status")) ? 0 : price(payment, parcel);
        }
        long taken = movements(payment).stream()
                .filter(movement -> "capture".equals(movement.get("kind")) && "success".equals(movement.get("state")))
                .mapToLong(movement -> number(movement, "amount.amount"))
                .sum();
        if (left > 0 && taken != due) {
            breach(number + ": " + taken + " was charged for parcels worth " + due);
        }
    }

    private static long price(Document payment, Document parcel) {
        return all(payment, "state.payment.lines").stream()
                .mapToLong(line -> number(line, "total.amount")
                        / number(line, "quantity")
                        * sum(all(parcel, "state.lines"), text(line, "sku")))
                .sum();
    }

    /** The statement is the ledger, and both are the payments; nothing is taken or given back twice. */
    private void bank() {
        var lines = new HashMap<String, Long>();
        for (var line : world.bank().statement()) {
            var name = line.kind() + " " + line.operationReference();
            if (lines.put(name, line.amount().amount()) != null) {
                breach("the bank did " + name + " twice");
            }
        }
        var booked = new HashMap<String, Long>();
        for (var document : world.data(Domain.PAYMENT).all("ledger")) {
            var kind = text(document, "state.transaction.kind").toUpperCase(java.util.Locale.ROOT);
            long sum = 0;
            long clearing = 0;
            for (var entry : all(document, "state.transaction.entries")) {
                sum += number(entry, "amount.amount");
                clearing += "bank-clearing".equals(entry.get("account")) ? number(entry, "amount.amount") : 0;
            }
            if (sum != 0) {
                breach("a transaction does not balance: " + document.get("_id"));
            }
            booked.put(kind + " " + text(document, "state.transaction.reference"), Math.abs(clearing));
        }
        if (!lines.equals(booked)) {
            breach("the statement has " + lines + " and the ledger " + booked);
        }
        for (var registered : world.bank().registered()) {
            if (registered instanceof Registered.Known(var known)) {
                authorisation(known);
            }
        }
        var paid = new HashMap<String, Long>();
        payments.values()
                .forEach(payment -> movements(payment).stream()
                        .filter(movement ->
                                "success".equals(movement.get("state")) && number(movement, "amount.amount") > 0)
                        .forEach(movement -> paid.put(
                                text(movement, "kind").toUpperCase(java.util.Locale.ROOT) + " "
                                        + movement.get("reference"),
                                number(movement, "amount.amount"))));
        if (!paid.equals(lines)) {
            breach("the statement has " + lines + " and the payments " + paid);
        }
    }

    private void authorisation(Authorization known) {
        long captured = done(known, Operation.Kind.CAPTURE);
        if (captured > known.amount().amount() || done(known, Operation.Kind.REFUND) > captured) {
            breach("the bank moved too much for " + known.reference());
        }
        var order = orders.get(known.reference());
        var state = order == null ? "unknown" : text(order, "state.state");
        if (known.state() == Authorization.State.APPROVED && !STANDING.contains(state)) {
            breach("the bank holds money for " + known.reference() + ", which is " + state);
        }
    }

    private static long done(Authorization known, Operation.Kind kind) {
        return known.operations().stream()
                .filter(operation -> operation.kind() == kind && operation.state() == Operation.State.SUCCESS)
                .mapToLong(operation -> operation.amount().amount())
                .sum();
    }

    /** A SKU's counters are what its ledger adds up to, and what is allocated waits in orders that stand. */
    private void units(Document stock) {
        var sku = text(stock, "state.sku");
        var counted = new HashMap<String, Long>();
        for (var depot : all(stock, "state.depots")) {
            counted.put(depot.get("depot") + " on hand", number(depot, "onHand"));
            counted.put(depot.get("depot") + " allocated", number(depot, "allocated"));
            if (number(depot, "onHand") < number(depot, "allocated") || number(depot, "allocated") < 0) {
                breach(sku + " has more units promised than there are");
            }
        }
        var booked = new HashMap<String, Long>();
        long allocated = 0;
        for (var entry : world.data(Domain.STOCK).all("movements")) {
            if (!sku.equals(Rest.at(entry, "state.sku"))) {
                continue;
            }
            for (var line : all(entry, "state.lines")) {
                long units = number(line, "quantity");
                var kind = text(entry, "state.kind");
                booked.merge(line.get("depot") + " on hand", onHand(kind) * units, Long::sum);
                booked.merge(line.get("depot") + " allocated", allocated(kind) * units, Long::sum);
                allocated += allocated(kind) * units;
            }
        }
        if (!counted.equals(booked)) {
            breach(sku + " counts " + counted + " and its ledger says " + booked);
        }
        long waiting = waiting(sku);
        if (allocated != waiting) {
            breach(sku + " has " + allocated + " units allocated and " + waiting + " wait in orders");
        }
    }

    private static int onHand(String kind) {
        return switch (kind) {
            case "receipt", "return", "adjust" -> 1;
            case "dispatch", "scrap" -> -1;
            default -> 0;
        };
    }

    private static int allocated(String kind) {
        return switch (kind) {
            case "allocate" -> 1;
            case "release", "dispatch" -> -1;
            default -> 0;
        };
    }

    /** Units of orders that stand, less those that were found nowhere and those that left. */
    private long waiting(String sku) {
        long units = 0;
        for (var order : orders.values()) {
            if (STANDING.contains(text(order, "state.state"))) {
                units += sum(all(order, "state.purchase.lines"), sku);
            }
        }
        for (var entry : world.data(Domain.STOCK).all("movements")) {
            var order = orders.get(text(entry, "state.cause"));
            if (text(entry, "_id").contains("/SHORT/")
                    && sku.equals(Rest.at(entry, "state.sku"))
                    && order != null
                    && STANDING.contains(text(order, "state.state"))) {
                for (var line : all(entry, "state.lines")) {
                    units += allocated(text(entry, "state.kind")) * number(line, "quantity");
                }
            }
        }
        for (var parcel : world.data(Domain.SHIPPING).all("parcels")) {
            if (!"pre_transit".equals(Rest.at(parcel, "state.status"))) {
                units -= sum(all(parcel, "state.lines"), sku);
            }
        }
        return units;
    }

    private static long sum(List<Document> lines, String sku) {
        return lines.stream()
                .filter(line -> sku.equals(line.get("sku")))
                .mapToLong(line -> number(line, "quantity"))
                .sum();
    }

    /** Each parcel is one list's, and what came back was booked and paid back once. */
    private void parcels() {
        var labels = new HashSet<Object>();
        for (var list : world.data(Domain.STOCK).all("pickLists")) {
            var label = Rest.at(list, "state.sscc");
            if (label != null && !labels.add(label)) {
                breach("two lists were packed into parcel " + label);
            }
        }
        for (var parcel : world.data(Domain.SHIPPING).all("parcels")) {
            if (!labels.contains(Rest.at(parcel, "state.sscc"))) {
                breach("nobody packed parcel " + parcel.get("_id"));
            }
        }
        for (var returned : world.data(Domain.SHIPPING).all("returns")) {
            var payment = payments.get(text(returned, "state.order"));
            long refunds = payment == null
                    ? 0
                    : movements(payment).stream()
                            .filter(movement -> "refund".equals(movement.get("kind"))
                                    && text(movement, "reference").contains("-rma-"))
                            .count();
            if ("received".equals(Rest.at(returned, "state.state")) != (refunds == 1)) {
                breach(returned.get("_id") + " has " + refunds + " refunds");
            }
        }
    }

    private Map<String, Document> byId(Domain domain, String collection) {
        var found = new HashMap<String, Document>();
        world.data(domain).all(collection).forEach(document -> found.put(text(document, "_id"), document));
        return found;
    }

    private static List<Document> movements(Document payment) {
        return all(payment, "state.payment.movements");
    }

    private static String text(Document document, String path) {
        return String.valueOf(Rest.at(document, path));
    }

    private static long number(Document document, String path) {
        return Rest.at(document, path) instanceof Number number ? number.longValue() : 0;
    }

    private static List<Document> all(Document document, String path) {
        return Rest.at(document, path) instanceof Collection<?> found
                ? found.stream().map(Document.class::cast).toList()
                : List.of();
    }
}
