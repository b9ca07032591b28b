package com.ecamazon.payment;

import com.ecamazon.contract.Address;
import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Email;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.OrderNumber;
import com.ecamazon.contract.PaymentToken;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ReturnNumber;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.Sscc;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.payment.PaymentContract;
import com.ecamazon.contract.payment.Payments.Authorise;
import com.ecamazon.contract.payment.Payments.AuthoriseReply;
import com.ecamazon.contract.payment.Payments.BankCallback;
import com.ecamazon.contract.payment.Payments.CallbackReply;
import com.ecamazon.contract.payment.Payments.PaidLine;
import com.ecamazon.contract.payment.Payments.Payment;
import com.ecamazon.contract.payment.Payments.PaymentNews;
import com.ecamazon.contract.payment.Payments.PaymentQuery;
import com.ecamazon.contract.payment.Payments.Reconciliation;
import com.ecamazon.contract.payment.Payments.ReconciliationQuery;
import com.ecamazon.contract.payment.Payments.Refund;
import com.ecamazon.contract.payment.Payments.RefundReply;
import com.ecamazon.contract.payment.Payments.State;
import com.ecamazon.contract.payment.Payments.Tokenise;
import com.ecamazon.contract.payment.Payments.TokeniseReply;
import com.ecamazon.contract.payment.Payments.TokeniseReply.Tokenised;
import com.ecamazon.contract.payment.Payments.VoidPayment;
import com.ecamazon.contract.payment.Payments.VoidReply;
import com.ecamazon.contract.shipping.Parcels.Grade;
import com.ecamazon.contract.shipping.Parcels.InspectedLine;
import com.ecamazon.contract.shipping.Parcels.ReturnNews.ReturnInspected;
import com.ecamazon.contract.shipping.Parcels.TraceNews.ParcelDeparted;
import com.ecamazon.contract.shipping.ShippingContract;
import com.ecamazon.contract.shop.Recipient;
import com.ecamazon.contract.stock.Picks.PackedLine;
import com.ecamazon.platform.bus.Answer;
import com.ecamazon.platform.testing.LocalPod;
import com.ecamazon.platform.testing.Neighbour;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Payment on a real bus with a real bank, a door for the bank's callbacks, and Shipping and Shop next to it. */
final class Town implements AutoCloseable {
    static final String GOOD_CARD = "4242424242424242";
    static final String DECLINED_CARD = "4000000000000002";
    static final String POOR_CARD = "4000000000009995";
    static final String SLOW_CARD = "4000000000003220";
    static final Sku BOOK = new Sku("BOOK");
    static final Sku LAMP = new Sku("LAMP");

    private static final Caller FINANCE = Caller.user(new UserId("finance"), Set.of(Role.FINANCE));
    private static final AtomicInteger NUMBERS = new AtomicInteger(1_000);

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer door;
    private final Path folder;
    final TestBank bank;
    private final Neighbour shipping = new Neighbour(Domain.SHIPPING);
    private final Neighbour shop = new Neighbour(Domain.SHOP);
    private volatile LocalPod pod;

    Town() {
        try {
            folder = Files.createTempDirectory("payment-test");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        door = LocalPod.await(
                vertx.createHttpServer().requestHandler(this::knock).listen(0, "127.0.0.1"));
        bank = new TestBank(
                folder.resolve("bank"), URI.create("http://127.0.0.1:" + door.actualPort() + "/api/bank/callbacks"));
        pod = open();
    }

    private LocalPod open() {
        return LocalPod.open(
                folder.resolve("data"),
                new HashMap<>(bank.settings()),
                InstantSource.system(),
                shipping.service(),
                shop.service(),
                new Neighbour(Domain.NOTIFICATION).service(),
                new Neighbour(Domain.STOCK).service(),
                new Neighbour(Domain.DISPATCHING).service(),
                PaymentApp.SERVICE);
    }

    LocalPod pod() {
        return pod;
    }

    Path folder() {
        return folder;
    }

    /** Stops everything but the bank and starts it again on the same folder. */
    void restart() {
        pod.close();
        pod = open();
    }

    /** What the gateway does with the bank's callbacks. */
    private void knock(HttpServerRequest request) {
        request.body()
                .compose(body -> callback(new BankCallback(
                        request.getHeader("webhook-id"),
                        request.getHeader("webhook-timestamp"),
                        request.getHeader("webhook-signature"),
                        body.toString())))
                .onSuccess(answer ->
                        request.response().setStatusCode(answer.status()).end())
                .onFailure(_ -> request.response().setStatusCode(503).end());
    }

    Future<Answer> callback(BankCallback callback) {
        return pod.send(Caller.GUEST, PaymentContract.BANK_CALLBACK, callback);
    }

    CallbackReply heard(BankCallback callback) {
        return LocalPod.await(callback(callback)).reply(PaymentContract.BANK_CALLBACK);
    }

    static OrderNumber order() {
        return new OrderNumber("EC" + NUMBERS.incrementAndGet());
    }

    static Sscc sscc() {
        return Sscc.of("0000000" + (1_000_000_000 + NUMBERS.incrementAndGet()));
    }

    TokeniseReply tokenise(String number) {
        return pod.call(Caller.GUEST, PaymentContract.TOKENISE, new Tokenise(number, 12, 2030, "123", "Ada Byron"));
    }

    PaymentToken token(String number) {
        if (tokenise(number) instanceof Tokenised tokenised) {
            return tokenised.token();
        }
        throw new AssertionError("the card was refused");
    }

    static Authorise paying(OrderNumber order, PaymentToken token, long amount) {
        return new Authorise(
                order,
                token,
                Money.eur(amount),
                List.of(new PaidLine(BOOK, 1, Money.eur(amount))),
                Money.eur(0),
                Money.eur(0));
    }

    AuthoriseReply authorise(Authorise order) {
        return pod.call(Domain.SHOP, PaymentContract.AUTHORISE, order);
    }

    Future<Answer> authorising(Authorise order) {
        return pod.send(Caller.domain(Domain.SHOP), PaymentContract.AUTHORISE, order);
    }

    /** Without another try when Payment says that it cannot tell. */
    AuthoriseReply authoriseOnce(Authorise order) {
        return LocalPod.await(pod.once(Caller.domain(Domain.SHOP), PaymentContract.AUTHORISE, order))
                .reply(PaymentContract.AUTHORISE);
    }

    VoidReply letGo(OrderNumber order) {
        return pod.call(Domain.SHOP, PaymentContract.VOID, new VoidPayment(order));
    }

    OrderNumber authorised(long amount) {
        var order = order();
        authorise(paying(order, token(GOOD_CARD), amount));
        return order;
    }

    OrderNumber captured(long amount) {
        var order = authorised(amount);
        departed(order, sscc(), true, new PackedLine(BOOK, 1));
        await(order, State.CAPTURED);
        return order;
    }

    void departed(OrderNumber order, Sscc parcel, boolean last, PackedLine... lines) {
        shipping.tell(
                ShippingContract.PARCELS,
                new ParcelDeparted(parcel, order, new DepotId("D1"), List.of(lines), last, recipient(), Instant.now()));
    }

    void inspected(OrderNumber order, ReturnNumber number, InspectedLine... lines) {
        shipping.tell(
                ShippingContract.RETURNS,
                new ReturnInspected(number, order, new DepotId("D1"), List.of(lines), Instant.now()));
    }

    static InspectedLine good(Sku sku, int quantity) {
        return new InspectedLine(sku, quantity, Grade.A);
    }

    private static Recipient recipient() {
        return new Recipient(
                null,
                new Email("ada@example.org"),
                new Address("Ada Byron", "Rue 1", null, "1000", "Bruxelles", "BE"),
                new Position(50.8, 4.3),
                Instant.now(),
                Instant.now());
    }

    static Refund refund(OrderNumber order, String key, long amount) {
        return new Refund(key, order, Money.eur(amount), "goodwill");
    }

    RefundReply refund(Refund refund) {
        return pod.call(FINANCE, PaymentContract.REFUND, refund);
    }

    Future<Answer> refunding(Refund refund) {
        return pod.send(FINANCE, PaymentContract.REFUND, refund);
    }

    Payment payment(OrderNumber order) {
        return pod.call(FINANCE, PaymentContract.PAYMENT_OF_ORDER, new PaymentQuery(order));
    }

    <Q, R> R ask(Operation<Q, R> operation, Q query) {
        return pod.call(FINANCE, operation, query);
    }

    Reconciliation reconcile() {
        return ask(PaymentContract.RECONCILIATION, new ReconciliationQuery());
    }

    void await(OrderNumber order, State state) {
        LocalPod.eventually(() -> payment(order).state() == state, order + " is " + state);
    }

    List<PaymentNews> news() {
        return shop.heard(PaymentNews.class);
    }

    void awaitNews(PaymentNews news) {
        LocalPod.eventually(() -> news().stream().anyMatch(one -> same(one, news)), "Shop hears " + news);
    }

    /** Times apart. */
    private static boolean same(PaymentNews one, PaymentNews other) {
        return one.toString()
                .replaceAll("at=[^,\\]]*", "")
                .equals(other.toString().replaceAll("at=[^,\\]]*", ""));
    }

    @Override
    public void close() {
        pod.close();
        bank.close();
        LocalPod.await(vertx.close());
    }
}
