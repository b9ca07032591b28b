package com.ecamazon.allinone;

import com.ecamazon.contract.Caller;
import com.ecamazon.contract.DepotId;
import com.ecamazon.contract.Domain;
import com.ecamazon.contract.DriverId;
import com.ecamazon.contract.Money;
import com.ecamazon.contract.Operation;
import com.ecamazon.contract.Position;
import com.ecamazon.contract.ProductId;
import com.ecamazon.contract.Role;
import com.ecamazon.contract.Sku;
import com.ecamazon.contract.UserId;
import com.ecamazon.contract.VehicleId;
import com.ecamazon.contract.dispatching.DispatchingContract;
import com.ecamazon.contract.dispatching.Rounds;
import com.ecamazon.contract.shop.Catalogue.ImportProducts;
import com.ecamazon.contract.shop.Catalogue.ProductEntry;
import com.ecamazon.contract.shop.Catalogue.VariantEntry;
import com.ecamazon.contract.shop.ShopContract;
import com.ecamazon.contract.stock.Levels.PutDepot;
import com.ecamazon.contract.stock.Levels.Receipt;
import com.ecamazon.contract.stock.StockContract;
import com.ecamazon.dataserver.DataServer;
import com.ecamazon.platform.Ids;
import com.ecamazon.platform.Node;
import com.ecamazon.platform.Service;
import com.ecamazon.platform.Settings;
import com.ecamazon.platform.testing.Stage;
import io.vertx.core.Future;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The whole product in this JVM, as {@code up} starts it, with the real bank process and a few products. */
public final class OneJvm implements AutoCloseable {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Caller ADMIN = Caller.user(new UserId("demo-admin"), Set.of(Role.ADMIN));
    static final DepotId DEPOT = new DepotId("north");

    private final DataServer data;
    private final BankProcess bank;
    private final Node node;
    private final Stage stage;
    private final String url;

    public OneJvm() {
        this(Map.of());
    }

    /** With settings of the test's own on top. */
    OneJvm(Map<String, String> more) {
        try {
            int port = freePort();
            var folder = Folder.open(Files.createTempDirectory("ecamazon-one-jvm"));
            data = DataServer.open(folder.data(), 0);
            bank = new BankProcess(folder);
            bank.start(port).ready();
            var options = new UpOptions(port, folder.root(), false, false, false);
            var settings = new Settings(DomainSettings.of(folder, bank, data.url(), options)).with(more);
            node = Waiting.until(Node.alone(settings, InstantSource.system()), LONGEST, "no node");
            stage = new Stage(node);
            SystemMap.DOMAINS.forEach(part -> stage.enter(part.service()));
            Waiting.until(places(), LONGEST, "no places");
            Waiting.until(node.deploy(SystemMap.GATEWAY.service()), LONGEST, "no gateway");
            url = "http://127.0.0.1:" + port;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    /** Stops a domain while the others serve. */
    public void leave(Domain domain) {
        stage.leave(domain);
    }

    /** Starts it again; done when it serves. */
    public void enter(Domain domain) {
        SystemMap.DOMAINS.stream()
                .map(SystemMap.Part::service)
                .filter(service -> service.domain() == domain)
                .forEach(this::enter);
    }

    /** Starts another one in its place. */
    public void enter(Service service) {
        stage.enter(service);
    }

    public String url() {
        return url;
    }

    Node node() {
        return node;
    }

    Client client() {
        return new Client(url);
    }

    private Future<?> places() {
        var position = new Position(52.400, 4.895);
        return ask(StockContract.PUT_DEPOT, new PutDepot(DEPOT, "North", "Amsterdam", position))
                .compose(done -> ask(DispatchingContract.PUT_DEPOT, new Rounds.PutDepot(DEPOT, "North", position)))
                .compose(done -> ask(
                        DispatchingContract.PUT_VEHICLE,
                        new Rounds.PutVehicle(new VehicleId("van-1"), "EC-1", DEPOT, 800_000, 9_000_000, 100)))
                .compose(done -> ask(
                        DispatchingContract.PUT_DRIVER,
                        new Rounds.PutDriver(
                                new DriverId("driver-1"),
                                "Dora",
                                new UserId("demo-driver-1"),
                                new VehicleId("van-1"),
                                true)));
    }

    /** Enters a product with so many units; its SKU. */
    public String product(int units) {
        var sku = new Sku("T-" + Ids.random());
        var variant = new VariantEntry(sku, null, null, Money.eur(1999), null, null);
        var product = new ProductEntry(
                new ProductId(sku.value()), "Test " + sku, "Testbrand", null, "A thing", null, List.of(variant), null);
        Waiting.until(
                ask(ShopContract.IMPORT_PRODUCTS, new ImportProducts(List.of(product)))
                        .compose(done -> ask(StockContract.RECEIVE, new Receipt(sku, DEPOT, units, "opening"))),
                LONGEST,
                "no product");
        boolean listed = Waiting.until(
                () -> client().get("/api/products/" + sku.value())
                                .body()
                                .path("available")
                                .asInt()
                        == Math.min(99, units),
                Duration.ofSeconds(60));
        if (!listed) {
            throw new AssertionError("the product is not listed with its units");
        }
        return sku.value();
    }

    <Q, R> Future<R> ask(Operation<Q, R> operation, Q request) {
        return ask(ADMIN, operation, request);
    }

    <Q, R> Future<R> ask(Caller as, Operation<Q, R> operation, Q request) {
        var seal = node.seals().seal(as, node.sealUntil());
        return node.exchange().ask(operation, request, seal, Ids.random(), "").map(answer -> answer.reply(operation));
    }

    @Override
    public void close() {
        Waiting.until(node.close(Duration.ZERO), LONGEST, "it does not close");
        bank.stop();
        data.close();
    }
}
