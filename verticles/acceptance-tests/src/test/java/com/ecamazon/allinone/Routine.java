package com.ecamazon.allinone;

import static org.assertj.core.api.Assertions.assertThat;

import com.ecamazon.allinone.Client.Reply;
import com.ecamazon.contract.Capability;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.gateway.Capabilities;
import com.ecamazon.platform.json.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

/** What customers and staff do in a shop every day: a request for each capability, sent once. */
final class Routine {
    private static final String APPROVED = "4242424242424242";
    /** Of what is used up by doing it once: at first, and twice for each domain that is stopped. */
    private static final int SPARE = 1 + 2 * (Domain.values().length - 1);

    private final OneJvm product;
    private final Client guest;
    private final String token;
    private final String sku;
    private final Queue<String> carts = new ConcurrentLinkedQueue<>();
    private final Queue<Reply> orders = new ConcurrentLinkedQueue<>();
    private final Map<Capability, Supplier<Reply>> requests = new LinkedHashMap<>();

    Routine(OneJvm product) {
        this.product = product;
        guest = product.client().once();
        var patient = product.client();
        sku = product.product(90);
        token = patient.card(APPROVED);
        var delivered = ordered(patient);
        var owner = patient.with("Order-Token", delivered.text("orderToken"));
        var sscc = Doorbell.bring(product, sku, 1, delivered.text("number"), owner);
        var wish = Json.object().put("order", delivered.text("number")).put("reason", "too big");
        wish.putArray("lines").addObject().put("sku", sku).put("quantity", 1);
        var returned = owner.post("/api/returns", wish).text("number");
        for (int spare = 0; spare < SPARE; spare++) {
            carts.add(patient.cartWith(sku, 1).text("id"));
        }
        for (int spare = 0; spare < SPARE; spare++) {
            orders.add(ordered(patient));
        }
        var filled = patient.post("/api/carts", Json.object()).text("id");
        var line = Json.object().put("sku", sku).put("quantity", 1);
        var customer = patient.signedIn("customer", "demo-customer").once();
        var admin = patient.signedIn("admin", "demo-admin").once();
        var account = Json.object().put("email", "customer@demo.ecamazon.test").put("password", "demo-customer");
        var card = Json.object()
                .put("number", APPROVED)
                .put("expMonth", 12)
                .put("expYear", 2030)
                .put("cvc", "123")
                .put("name", "A");
        var code = Json.object().put("kind", "percentage").put("percent", 5);

        requests.put(Capabilities.BROWSE, () -> guest.get("/api/products/" + sku));
        requests.put(Capabilities.SEARCH, () -> guest.get("/api/products?q=Testbrand"));
        requests.put(Capabilities.CART, () -> guest.get("/api/carts/" + filled));
        requests.put(Capabilities.ADD, () -> guest.post("/api/carts/" + filled + "/lines", line));
        requests.put(Capabilities.CHECKOUT, () -> guest.order(carts.remove(), token, key()));
        requests.put(Capabilities.PAY, () -> guest.post("/api/payment-methods", card));
        requests.put(Capabilities.ORDERS, () -> owner.once().get("/api/orders/" + delivered.text("number")));
        requests.put(Capabilities.CANCEL, () -> cancelled(orders.remove()));
        requests.put(Capabilities.RETURNS, () -> owner.once().get("/api/returns/" + returned));
        requests.put(Capabilities.TRACK, () -> guest.get("/api/tracking/" + sscc));
        requests.put(Capabilities.SIGN_IN, () -> guest.post("/api/sessions", account));
        requests.put(Capabilities.ACCOUNT, () -> customer.get("/api/me"));
        requests.put(
                Capabilities.CARDS,
                () -> customer.post("/api/me/payment-methods", Json.object().put("token", token)));
        requests.put(Capabilities.NEWS, () -> customer.get("/api/notifications"));
        requests.put(Capabilities.STOCK, () -> admin.get("/api/stock/" + sku));
        requests.put(Capabilities.DEPOTS, () -> admin.get("/api/depots"));
        requests.put(Capabilities.PICK, () -> admin.get("/api/picks"));
        requests.put(Capabilities.CATALOGUE, () -> admin.send("PUT", "/api/codes/SPRING", Json.write(code)));
        requests.put(Capabilities.PARCELS, () -> admin.get("/api/parcels/" + sscc));
        requests.put(Capabilities.RECEIVE, () -> admin.get("/api/returns"));
        requests.put(Capabilities.DISPATCH, () -> admin.get("/api/rounds"));
        var driver = patient.signedIn("driver-1", "demo-driver").once();
        requests.put(Capabilities.DRIVE, () -> driver.get("/api/me/round"));
        requests.put(Capabilities.MONEY, () -> admin.get("/api/payments"));
        requests.put(Capabilities.PEOPLE, () -> admin.get("/api/users"));
        requests.put(Capabilities.MESSAGES, () -> admin.get("/api/notifications/log"));
    }

    /** A request for each capability that has a route. */
    Map<Capability, Supplier<Reply>> requests() {
        return requests;
    }

    private Reply ordered(Client patient) {
        var order = patient.order(patient.cartWith(sku, 1).text("id"), token, key());
        assertThat(order.status()).as(order.body().toString()).isEqualTo(201);
        return order;
    }

    private Reply cancelled(Reply order) {
        return owner(order).post("/api/orders/" + order.text("number") + "/cancel", Json.object());
    }

    /** What becomes of an order. */
    String stateOf(Reply order) {
        return owner(order).get("/api/orders/" + order.text("number")).text("state");
    }

    private Client owner(Reply order) {
        return product.client().once().with("Order-Token", order.text("orderToken"));
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
