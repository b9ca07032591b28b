package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.LiveCatalogue;
import com.ecamazon.loadtest.Product;
import com.ecamazon.loadtest.Shopper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The command {@code chaos}: a cluster, guests, faults, then healing, waiting and checking. */
public final class Chaos {
    private static final int WRONG_OPTIONS = 2;
    private static final int CONNECTIONS = 256;
    private static final int UNITS = 5;
    private static final int UNCOUNTED = 30;
    private static final List<String> TWICE = List.of("stock", "shop", "payment");
    private static final List<String> NOT_HIT = List.of(FaultPlan.DATA_SERVER, FaultPlan.BANK, "gateway-1", "city");
    private static final Duration LAST_GUEST = Duration.ofMinutes(2);

    private Chaos() {}

    /** Exits with 0 when nothing was broken for good, with 1 when something was, and with 2 when it could not run. */
    public static void main(String[] args) {
        var home = Path.of(System.getProperty("ecamazon.home", "."));
        var folder = home.resolve("loadtest").resolve("target").resolve("chaos");
        try {
            Files.createDirectories(folder);
            var options = ChaosOptions.read(List.of(args), folder);
            System.exit(isWhole(options, home, folder) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println("ecamazon: " + e.getMessage() + ".");
            System.exit(WRONG_OPTIONS);
        } catch (InterruptedException e) {
            System.exit(WRONG_OPTIONS);
        }
    }

    private static boolean isWhole(ChaosOptions options, Path home, Path folder)
            throws IOException, InterruptedException {
        try (var product = Product.clustered(home.resolve("ecamazon"), folder.resolve("data"), options.port())) {
            return run(options, folder, product);
        }
    }

    /** The first guests meet JVMs that have just started, which says nothing of faults. */
    private static void warmUp(Guests guests, double rate)
            throws InterruptedException, ExecutionException, TimeoutException {
        await(guests.come(rate, Duration.ofSeconds(UNCOUNTED)), UNCOUNTED);
    }

    private static void await(Future<Void> gone, int seconds)
            throws InterruptedException, ExecutionException, TimeoutException {
        gone.toCompletionStage().toCompletableFuture().get(seconds + LAST_GUEST.toSeconds(), TimeUnit.SECONDS);
    }

    private static boolean run(ChaosOptions options, Path folder, Product product)
            throws IOException, InterruptedException {
        for (var domain : TWICE) {
            product.cluster("scale", domain, "2");
        }
        var instances = product.pidsNow().keySet().stream()
                .filter(name -> !NOT_HIT.contains(name))
                .sorted()
                .toList();
        int seconds = (int) Duration.ofMinutes(options.minutes()).toSeconds();
        var plan = FaultPlan.of(options.seed(), instances, seconds);
        var injector = new Injector(product, options.seed());
        var skus = new LiveCatalogue(product.url())
                .inStock(UNITS).stream()
                        .map(item -> String.valueOf(item.get("sku")))
                        .toList();
        var vertx = Vertx.vertx();
        var clients = folder.resolve("clients.jsonl");
        try (var log = new ClientLog(clients)) {
            var shopper = new Shopper(vertx, product.url(), CONNECTIONS);
            warmUp(new Guests(vertx, shopper, skus, log, new Timeline(UNCOUNTED)), options.rate());
            var timeline = new Timeline(seconds + (int) LAST_GUEST.toSeconds());
            var gone =
                    new Guests(vertx, shopper, skus, log, timeline).come(options.rate(), Duration.ofSeconds(seconds));
            injector.run(plan, timeline);
            await(gone, seconds);
            product.cluster("heal");
            var breaches = Aftermath.of(product, log.shown());
            log.close();
            var audit = product.audit(clients);
            var report = new ChaosReport(
                    options,
                    instances,
                    plan,
                    timeline,
                    log.shown().size(),
                    breaches,
                    audit.said(),
                    injector.notes());
            report.write();
            report.figures().forEach(figure -> System.out.println(figure.replace(" | ", ": ")));
            breaches.forEach(System.out::println);
            System.out.print(audit.said());
            injector.notes().forEach(System.out::println);
            System.out.println("The report is in " + options.out());
            return breaches.isEmpty() && audit.isClean();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the guests do not leave", e);
        } finally {
            vertx.close();
        }
    }
}
