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
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** The command {@code chaos}: a cluster, guests, faults, then healing, waiting and checking. */
public final class Chaos {
    private static final int WRONG_OPTIONS = 2;
    private static final int CONNECTIONS = 256;
    private static final int UNITS = 5;
    private static final int UNCOUNTED = 15;
    private static final List<String> TWICE = List.of("stock", "shop", "payment", "gateway");
    private static final List<String> NOT_HIT = List.of(FaultPlan.DATA_SERVER, FaultPlan.BANK, "city");
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
        boolean apart = Networks.canBeMade();
        var command = home.resolve("ecamazon");
        var data = folder.resolve("data");
        // With the city: orders are to be picked, driven to the door and paid while things break.
        var flags = apart ? new String[] {"--apart"} : new String[0];
        try (var product = Product.clustered(command, data, options.port(), flags)) {
            return run(options, folder, product, apart);
        }
    }

    private static boolean run(ChaosOptions options, Path folder, Product product, boolean apart)
            throws IOException, InterruptedException {
        product.cluster(Stream.of(Stream.of("scale"), TWICE.stream().flatMap(domain -> Stream.of(domain, "2")))
                .flatMap(words -> words)
                .toArray(String[]::new));
        var instances = product.pidsNow().keySet().stream()
                .filter(name -> !NOT_HIT.contains(name))
                .sorted()
                .toList();
        int seconds = (int) Duration.ofMinutes(options.minutes()).toSeconds();
        var plan = options.onlyRolls()
                ? FaultPlan.rolls(instances, seconds)
                : FaultPlan.of(options.seed(), instances, seconds, apart);
        var injector = new Injector(product, options);
        var clients = folder.resolve("clients.jsonl");
        var timeline = new Timeline(seconds + (int) LAST_GUEST.toSeconds());
        var shown = guests(options, product, clients, timeline, () -> injector.run(plan, timeline));
        product.cluster("heal");
        var breaches = Aftermath.of(product, shown);
        var audit = product.audit(clients);
        var report = new ChaosReport(
                options,
                instances,
                apart,
                injector.happened(),
                timeline,
                shown.size(),
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
    }

    private interface Faults {
        void happen() throws InterruptedException;
    }

    /** Lets guests come while the faults happen; the orders that they were shown. */
    private static Set<String> guests(
            ChaosOptions options, Product product, Path clients, Timeline timeline, Faults faults)
            throws IOException, InterruptedException {
        int seconds = (int) Duration.ofMinutes(options.minutes()).toSeconds();
        var skus = new LiveCatalogue(product.url())
                .inStock(UNITS).stream()
                        .map(item -> String.valueOf(item.get("sku")))
                        .toList();
        var vertx = Vertx.vertx();
        try (var log = new ClientLog(clients)) {
            var shopper = new Shopper(vertx, product.url(), CONNECTIONS);
            // The first guests meet JVMs that have just started, which says nothing of faults.
            await(new Guests(vertx, shopper, skus, log, new Timeline(UNCOUNTED)), options.rate(), UNCOUNTED);
            timeline.begin();
            var gone =
                    new Guests(vertx, shopper, skus, log, timeline).come(options.rate(), Duration.ofSeconds(seconds));
            faults.happen();
            await(gone, seconds);
            return log.shown();
        } finally {
            vertx.close();
        }
    }

    private static void await(Guests guests, double rate, int seconds) throws InterruptedException {
        await(guests.come(rate, Duration.ofSeconds(seconds)), seconds);
    }

    private static void await(Future<Void> gone, int seconds) throws InterruptedException {
        try {
            gone.toCompletionStage().toCompletableFuture().get(seconds + LAST_GUEST.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the guests do not leave", e);
        }
    }
}
