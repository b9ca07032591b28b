package com.ecamazon.shop;

import com.ecamazon.bank.BankOptions;
import com.ecamazon.bank.BankSimulator;
import com.ecamazon.bank.Secrets;
import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.CartId;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Payment;
import com.ecamazon.contract.payment.Payments.PaymentQuery;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply.Tokenised;
import com.ecamazon.contract.shop.Carts;
import com.ecamazon.contract.shop.Carts.AddLine;
import com.ecamazon.contract.shop.Carts.CartQuery;
import com.ecamazon.contract.shop.Carts.CartReply;
import com.ecamazon.contract.shop.Carts.CreateCart;
import com.ecamazon.contract.shop.Catalogue.PutProduct;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.contract.shop.Orders.Order;
import com.ecamazon.contract.shop.Orders.OrderQuery;
import com.ecamazon.contract.shop.Orders.PaymentChoice;
import com.ecamazon.contract.shop.Orders.PlaceOrder;
import com.ecamazon.contract.shop.Orders.PlaceOrderReply;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.Adjustment;
import com.ecamazon.contract.stock.Levels.Level;
import com.ecamazon.contract.stock.Levels.LevelQuery;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.Picks.Pack;
import com.ecamazon.contract.stock.Picks.Pick;
import com.ecamazon.contract.stock.Picks.PickReply;
import com.ecamazon.contract.stock.Picks.PicksQuery;
import com.ecamazon.contract.stock.Picks.Scan;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.payment.PaymentApp;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import com.ecamazon.stock.StockApp;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.mongo.MongoClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The Shop between the real Stock, the real Payment with a real bank, and a Shipping that only tells. */
final class Market implements AutoCloseable {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";
    static final Caller SUPPORT = Caller.user(new UserId("support"), Set.of(Role.SUPPORT));
    static final Service PAYMENT = PaymentApp.SERVICE;

    private static final Caller STAFF = Caller.user(new UserId("admin"), Set.of(Role.ADMIN, Role.WAREHOUSE));
    private static final DepotId NORTH = new DepotId("north");
    private static final String API_KEY = "an api key only for tests";
    private static final String WEBHOOK_SECRET = "a webhook secret only for tests";

    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private final Vertx bankVertx = Vertx.vertx();
    private final BankSimulator bank;
    private final AtomicInteger names = new AtomicInteger();
    final Neighbour shipping = new Neighbour(Domain.SHIPPING);
    private Duration later = Duration.ZERO;
    private volatile LocalPod pod;

    /** Everything is there. */
    Market() {
        this(Map.of(), PAYMENT);
    }

    /** Stock and Shop, and these. */
    Market(Map<String, String> more, Service... others) {
        settings.putAll(more);
        try {
            folder = Files.createTempDirectory("shop-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var options = BankOptions.of(folder.resolve("bank"), new Secrets(API_KEY, WEBHOOK_SECRET))
                .callingBack(URI.create("http://127.0.0.1:9/nobody"));
        bank = LocalPod.await(BankSimulator.start(bankVertx, options));
        settings.put("BANK_URL", "http://127.0.0.1:" + bank.port());
        settings.put("BANK_API_KEY", API_KEY);
        settings.put("BANK_WEBHOOK_SECRET", WEBHOOK_SECRET);
        pod = open(others);
        call(STAFF, StockContract.PUT_DEPOT, new PutDepot(NORTH, "North", "Town", new Position(52.4, 4.9)));
    }

    private LocalPod open(Service... others) {
        var opened = LocalPod.open(
                folder.resolve("data"),
                settings,
                Clock.offset(Clock.systemUTC(), later),
                shipping.service(),
                StockApp.SERVICE,
                ShopApp.SERVICE);
        for (var other : others) {
            opened.deploy(other);
        }
        return opened;
    }

    /** Stops everything but the bank, and starts Stock, Shop and these on the same folder. */
    void restart(Service... others) {
        pod.close();
        pod = open(others);
    }

    /** The same, when so much time has passed meanwhile. */
    void restart(Duration passed, Service... others) {
        later = later.plus(passed);
        restart(others);
    }

    /** Starts a domain while the others run. */
    void deploy(Service service) {
        pod.deploy(service);
    }

    <Q, R> R call(Caller as, Operation<Q, R> operation, Q request) {
        return pod.call(as, operation, request);
    }

    <Q, R> Future<Answer> send(Caller as, Operation<Q, R> operation, Q request) {
        return pod.send(as, operation, request);
    }

    /** A product of its own, sold at this price, with so many units. */
    Sku sku(long cents, int units) {
        var sku = new Sku("SKU-" + names.incrementAndGet());
        price(sku, cents);
        if (units > 0) {
            call(STAFF, StockContract.RECEIVE, new Receipt(sku, NORTH, units, "first"));
        }
        return sku;
    }

    void price(Sku sku, long cents) {
        call(
                STAFF,
                ShopContract.PUT_PRODUCT,
                new PutProduct(
                        new ProductId("P-" + sku),
                        "Thing " + sku,
                        null,
                        null,
                        null,
                        null,
                        List.of(new VariantEntry(sku, null, null, Money.eur(cents), null, null)),
                        null));
    }

    /** Units get lost. */
    void lose(Sku sku, int units) {
        call(STAFF, StockContract.ADJUST, new Adjustment(sku, NORTH, -units, "lost", "lost-" + sku));
    }

    /** Picks and packs what there is for an order. */
    Sscc pack(OrderNumber order) {
        var pick = pick(order);
        for (var line : pick.lines()) {
            call(STAFF, StockContract.SCAN, new Scan(pick.id(), line.bin(), line.sku(), line.quantity(), null));
        }
        var packed = call(STAFF, StockContract.PACK, new Pack(pick.id(), 500, 200, 100, 50));
        return Objects.requireNonNull(((PickReply.Done) packed).pick().sscc());
    }

    private Pick pick(OrderNumber order) {
        var found = new AtomicReference<@Nullable Pick>();
        LocalPod.eventually(
                () -> {
                    call(STAFF, StockContract.PICKS, new PicksQuery(null, null, 100, null)).items().stream()
                            .filter(pick -> pick.order().equals(order))
                            .forEach(found::set);
                    return found.get() != null;
                },
                "a pick list");
        return Objects.requireNonNull(found.get());
    }

    Level level(Sku sku) {
        return call(STAFF, StockContract.LEVEL, new LevelQuery(sku));
    }

    CartId cart(Caller caller) {
        return created(call(caller, ShopContract.CREATE_CART, new CreateCart())).id();
    }

    private static Carts.Cart created(CartReply reply) {
        return ((CartReply.Created) reply).cart();
    }

    /** A guest's cart with some units of a SKU. */
    CartId cartWith(Sku sku, int quantity) {
        var cart = cart(Caller.GUEST);
        add(Caller.GUEST, cart, sku, quantity);
        return cart;
    }

    CartReply add(Caller caller, CartId cart, Sku sku, int quantity) {
        return call(caller, ShopContract.ADD_LINE, new AddLine(cart, sku, quantity));
    }

    Carts.Cart cart(Caller caller, CartId cart) {
        return call(caller, ShopContract.CART, new CartQuery(cart));
    }

    PaymentToken token(String card) {
        var reply = call(Caller.GUEST, PaymentContract.TOKENISE, new Tokenise(card, 12, 2030, "123", "Ada Byron"));
        return ((Tokenised) reply).token();
    }

    String key() {
        return "key-" + names.incrementAndGet();
    }

    static PlaceOrder order(String key, CartId cart, PaymentToken token) {
        return new PlaceOrder(
                key,
                cart,
                new Email("ada@example.test"),
                new Address("Ada Byron", "Kade 1", null, "1011 AB", "Amsterdam", "NL"),
                "standard",
                new PaymentChoice(token));
    }

    PlaceOrderReply place(PlaceOrder order) {
        return call(Caller.GUEST, ShopContract.PLACE_ORDER, order);
    }

    Order order(OrderNumber number) {
        return call(SUPPORT, ShopContract.ORDER, new OrderQuery(number, null));
    }

    Payment payment(OrderNumber number) {
        return call(STAFF, PaymentContract.PAYMENT_OF_ORDER, new PaymentQuery(number));
    }

    /** How often a document of the domain was written. */
    long writes(Domain domain, String collection, String id) {
        var client = MongoClient.create(pod.node().vertx(), pod.database(domain));
        try {
            return LocalPod.await(client.findOne(collection, new JsonObject().put("_id", id), null))
                    .getLong("version");
        } finally {
            LocalPod.await(client.close());
        }
    }

    @Override
    public void close() {
        pod.close();
        LocalPod.await(bank.close());
        LocalPod.await(bankVertx.close());
    }
}
