package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.contract.Domain;
import com.ecamazon.platform.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The auditor over all domains, with the real bank: nothing is found of orders that went their way, and all that is planted is. */
class AuditTest {
    private static final String APPROVED = "4242424242424242";
    private static final String DECLINED = "4000000000000002";
    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static OneJvm product;
    private static Documents documents;

    @BeforeAll
    static void open() {
        product = new OneJvm(Map.of(
                "AUDIT_SECONDS", "36000",
                "AUDIT_GRACE_SECONDS", "3",
                "AUDIT_PATIENCE_SECONDS", "10"));
        documents = new Documents(product);
    }

    @AfterAll
    static void close() {
        documents.close();
        product.close();
    }

    private static Reply ordered(Client buyer, String sku, int units, String card) {
        return buyer.order(
                buyer.cartWith(sku, units).text("id"),
                buyer.card(card),
                UUID.randomUUID().toString());
    }

    /** The number of an order that was brought to its door. */
    private static String delivered(String sku, Client buyer) {
        var order = ordered(buyer, sku, 2, APPROVED);
        assertThat(order.status()).isEqualTo(201);
        Doorbell.bring(product, sku, 2, order.text("number"), buyer.with("Order-Token", order.text("orderToken")));
        return order.text("number");
    }

    /** An order of two units of which one could not be found anywhere. */
    private static void deliveredInPart(Client buyer) {
        var rare = product.product(2);
        var order = ordered(buyer, rare, 2, APPROVED);
        var sscc = Doorbell.pack(product, rare, 1, 1, order.text("number"));
        Doorbell.drive(product, sscc, order.text("number"), buyer.with("Order-Token", order.text("orderToken")));
    }

    private static JsonNode audit() {
        var finance = product.client().signedIn("finance", "demo-finance");
        var started = finance.post("/api/audits", Json.object());
        assertThat(started.status()).isEqualTo(202);
        var since = Instant.parse(started.text("startedAt"));
        assertThat(Waiting.until(
                        () -> {
                            var last = finance.get("/api/audits/latest").body().path("last");
                            return !last.isMissingNode()
                                    && !last.isNull()
                                    && !Instant.parse(last.path("startedAt").asText())
                                            .isBefore(since);
                        },
                        LONGEST))
                .as("an audit that ended")
                .isTrue();
        return finance.get("/api/audits/latest").body().path("last");
    }

    private static boolean has(JsonNode audit, String invariant, String document) {
        for (var breach : audit.path("breaches")) {
            if (breach.path("invariant").asText().equals(invariant)) {
                for (var name : breach.path("documents")) {
                    if (name.asText().equals(document)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    @Test
    void audit_ofOrdersAndOfPlantedBreaches_findsExactlyThose() throws Exception {
        var sku = product.product(60);
        var guest = product.client();
        var customer = product.client().signedIn("customer", "demo-customer");
        var editedLedger = delivered(sku, guest);
        var removedLedger = delivered(sku, guest);
        var unbalanced = delivered(sku, customer);
        var returned = returnedOrder(sku);
        var lostParcel = delivered(sku, guest);
        var noProof = delivered(sku, guest);
        var cancelled = ordered(guest, sku, 1, APPROVED);
        guest.with("Order-Token", cancelled.text("orderToken"))
                .post("/api/orders/" + cancelled.text("number") + "/cancel", Json.object());
        assertThat(ordered(guest, sku, 1, DECLINED).status()).isEqualTo(402);
        var confirmed = ordered(customer, sku, 3, APPROVED).text("number");
        var noPayment = ordered(guest, sku, 1, APPROVED).text("number");
        var dearer = ordered(guest, sku, 1, APPROVED).text("number");
        var lost = ordered(guest, sku, 1, APPROVED).text("number");
        var stuck = ordered(guest, sku, 1, APPROVED).text("number");
        guest.cartWith(sku, 2);
        deliveredInPart(guest);

        var clean = audit();
        assertThat(clean.path("verdict").asText()).as(clean.toPrettyString()).isEqualTo("clean");
        assertThat(clean.path("checked").toString())
                .contains("orders", "payments", "stock movements", "statement", "products");
        assertThat(clean.path("notYet").toString()).contains("M7", "E7");

        var ledgerOf = ledgerId(editedLedger);
        documents.change(Domain.PAYMENT, "ledger", ledgerOf, line -> {
            for (var entry : entries(line)) {
                var amount = ((JsonObject) entry).getJsonObject("amount");
                amount.put("amount", amount.getLong("amount") * 2);
            }
        });
        var removed = ledgerId(removedLedger);
        documents.remove(Domain.PAYMENT, "ledger", removed);
        documents.change(
                Domain.PAYMENT,
                "ledger",
                ledgerId(unbalanced),
                line -> entries(line).getJsonObject(0).getJsonObject("amount").put("amount", 1L));
        var doubled = documents.one(
                Domain.STOCK, "movements", new JsonObject().put("_id", confirmed + "/" + sku + "/ALLOCATE"));
        documents.insert(Domain.STOCK, "movements", doubled.copy().put("_id", confirmed + "/" + sku + "/AGAIN"));
        documents.remove(Domain.PAYMENT, "payments", noPayment);
        documents.change(
                Domain.SHOP,
                "orders",
                dearer,
                order -> order.getJsonObject("state")
                        .getJsonObject("purchase")
                        .getJsonObject("totals")
                        .getJsonObject("grand")
                        .put("amount", 1L));
        documents.remove(Domain.SHOP, "orders", lost);
        documents.change(
                Domain.SHOP,
                "orders",
                stuck,
                order -> order.getJsonObject("state").getJsonObject("saga").put("phase", "placing"));
        var parcel = parcelOf(lostParcel);
        documents.remove(Domain.SHIPPING, "parcels", parcel);
        documents.change(
                Domain.SHIPPING,
                "parcels",
                parcelOf(noProof),
                one -> one.getJsonObject("state").remove("proof"));
        documents.insert(
                Domain.SHOP,
                "orders.parked",
                new JsonObject()
                        .put("_id", "shop.orders/" + confirmed + "/9/NOTIFICATION")
                        .put("group", "NOTIFICATION")
                        .put("subject", confirmed)
                        .put("reason", "planted"));
        var notice = documents.one(Domain.NOTIFICATION, "notices", new JsonObject().put("state.subject", confirmed));
        documents.insert(Domain.NOTIFICATION, "notices", notice.copy().put("_id", "again"));
        var bare = product.product(4);
        documents.change(
                Domain.STOCK,
                "stocks",
                bare,
                stock -> stock.getJsonObject("state")
                        .getJsonArray("depots")
                        .getJsonObject(0)
                        .put("onHand", -1));
        var unheard = product.product(7);
        documents.change(
                Domain.STOCK,
                "stocks",
                unheard,
                stock -> stock.getJsonObject("state").put("available", 3));
        var takenOut = product.product(7);
        documents.change(
                Domain.SHOP,
                "products",
                takenOut,
                entry -> entry.getJsonObject("state").put("deleted", true));
        authoriseAtTheBank("EC00000000000000");
        documents.change(
                Domain.SHIPPING,
                "returns",
                returned,
                one -> one.getJsonObject("state").put("inspected", new JsonArray()));

        var audit = audit();
        assertThat(audit.path("verdict").asText()).as(audit.toPrettyString()).isEqualTo("breaches");
        var all = new SoftAssertions();
        Map.<String, String[]>ofEntries(
                        Map.entry("M1 edited", new String[] {"M1", "ledger " + ledgerOf}),
                        Map.entry("M6 edited", new String[] {"M6", "ledger " + ledgerOf}),
                        Map.entry("M1 removed", new String[] {"M1", "capture " + removed}),
                        Map.entry("M6 removed", new String[] {"M6", "payment " + removedLedger}),
                        Map.entry("M1 sum", new String[] {"M1", "ledger " + ledgerId(unbalanced)}),
                        Map.entry("S7", new String[] {"S7", "stock movement " + confirmed + "/" + sku + "/AGAIN"}),
                        Map.entry("S3", new String[] {"S3", "sku " + sku}),
                        Map.entry("S4", new String[] {"S4", "order " + confirmed}),
                        Map.entry("M4 payment", new String[] {"M4", "order " + noPayment}),
                        Map.entry("M9", new String[] {"M9", "order " + dearer}),
                        Map.entry("M3", new String[] {"M3", "order " + dearer}),
                        Map.entry("M4 order", new String[] {"M4", "payment " + lost}),
                        Map.entry("S4 order", new String[] {"S4", "order " + lost}),
                        Map.entry("E6", new String[] {"E6", "order " + stuck}),
                        Map.entry("P1", new String[] {"P1", "parcel " + parcel}),
                        Map.entry("E5", new String[] {"E5", "order " + lostParcel}),
                        Map.entry("E5 units", new String[] {"E5", "sku " + unheard}),
                        Map.entry("E5 catalogue", new String[] {"E5", "product " + takenOut}),
                        Map.entry("P5", new String[] {"P5", "parcel " + parcelOf(noProof)}),
                        Map.entry("E3", new String[] {"E3", "event shop.orders/" + confirmed + "/9/NOTIFICATION"}),
                        Map.entry("E4", new String[] {"E4", "message again"}),
                        Map.entry("S2", new String[] {"S2", "sku " + bare}),
                        Map.entry("S1", new String[] {"S1", "sku " + bare}),
                        Map.entry("S8", new String[] {"S8", "return " + returned}),
                        Map.entry("M4 bank", new String[] {"M4", "authorisation EC00000000000000 at the bank"}))
                .forEach((what, breach) -> all.assertThat(has(audit, breach[0], breach[1]))
                        .as("%s: %s in %s", what, breach[1], audit.toPrettyString())
                        .isTrue());
        all.assertAll();
        var planted = Stream.of(
                        editedLedger,
                        removedLedger,
                        unbalanced,
                        confirmed,
                        noPayment,
                        dearer,
                        lost,
                        stuck,
                        lostParcel,
                        parcelOf(noProof),
                        sku,
                        bare,
                        unheard,
                        takenOut,
                        returned,
                        "EC00000000000000")
                .toList();
        assertThat(audit.path("breaches")).allMatch(breach -> planted.stream().anyMatch(breach.toString()::contains));

        var finance = product.client().signedIn("finance", "demo-finance");
        var witness = Json.object();
        var lines = witness.putArray("lines");
        lines.addObject().put("line", 1).put("number", lost).put("status", 201).put("state", "confirmed");
        lines.addObject()
                .put("line", 2)
                .put("number", confirmed)
                .put("status", 201)
                .put("state", "confirmed");
        lines.addObject().put("line", 3).put("number", "EC1").put("status", 402);
        var testimony = finance.post("/api/audits/witness", witness).body().path("breaches");
        assertThat(testimony).hasSize(1);
        assertThat(testimony.path(0).path("invariant").asText()).isEqualTo("E8");
        assertThat(testimony.path(0).path("documents").toString()).contains("order " + lost, "client log line 1");
    }

    private static JsonArray entries(JsonObject line) {
        return line.getJsonObject("state").getJsonObject("transaction").getJsonArray("entries");
    }

    private static String ledgerId(String order) {
        return documents
                .one(Domain.PAYMENT, "ledger", new JsonObject().put("state.transaction.order", order))
                .getString("_id");
    }

    private static String parcelOf(String order) {
        return documents
                .one(Domain.SHIPPING, "parcels", new JsonObject().put("state.order", order))
                .getString("_id");
    }

    /** The return of one unit of a delivered order, received and refunded. */
    private static String returnedOrder(String sku) {
        var buyer = product.client().signedIn("customer", "demo-customer");
        var number = delivered(sku, buyer);
        var wish = Json.object().put("order", number).put("reason", "too big");
        wish.putArray("lines").addObject().put("sku", sku).put("quantity", 1);
        var opened = buyer.post("/api/returns", wish).text("number");
        var receipt = Json.object().put("depot", OneJvm.DEPOT.value());
        receipt.putArray("lines").addObject().put("sku", sku).put("quantity", 1).put("grade", "c");
        var warehouse = product.client().signedIn("warehouse", "demo-warehouse");
        assertThat(warehouse
                        .post("/api/returns/" + opened + "/receipts", receipt)
                        .status())
                .isEqualTo(200);
        return opened;
    }

    private static void authoriseAtTheBank(String reference) throws IOException, InterruptedException {
        var settings = product.node().settings();
        var token = product.client().card(APPROVED);
        var request = HttpRequest.newBuilder(
                        URI.create(settings.text("BANK_URL", "") + "/v1/authorizations/" + reference))
                .header("Content-Type", "application/json")
                .header(
                        "Authorization",
                        "Bearer " + settings.secret("BANK_API_KEY").orElseThrow())
                .PUT(HttpRequest.BodyPublishers.ofString(
                        "{\"token\":\"" + token + "\",\"amount\":{\"amount\":100,\"currency\":\"EUR\"}}"))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                    .isEqualTo(201);
        }
    }
}
