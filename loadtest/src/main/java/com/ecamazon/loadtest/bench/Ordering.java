package com.ecamazon.loadtest.bench;

import com.ecamazon.loadtest.LiveCatalogue;
import com.ecamazon.loadtest.Product;
import com.ecamazon.loadtest.Shopper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Carts and orders over the cluster, with all that they set in motion, over all its processes. */
final class Ordering {
    private static final int CLIENTS = 16;
    /** What is compiled hangs on how often it ran, so the warm-up asks for all that the machine can do. */
    private static final int WARM_CLIENTS = 64;

    private static final int WARM_BATCH = 800;
    private static final int PLENTY = 99;
    private static final double CART_MICROS = 1_000;
    private static final double ORDER_MICROS = 4_000;
    private static final double CART_WRITES = 2;
    private static final double ORDER_WRITES = 11;

    private final BenchOptions options;
    private final Product product;
    private final Report report;
    private final List<String> skus;

    Ordering(BenchOptions options, Product product, Report report) {
        this.options = options;
        this.product = product;
        this.report = report;
        // The demo catalogue has 20 to 90 units of each; those that are entered from a file have plenty.
        int units = options.products().isPresent() ? PLENTY : 1;
        this.skus = new LiveCatalogue(product.url())
                .inStock(units).stream()
                        .map(item -> String.valueOf(item.get("sku")))
                        .toList();
    }

    private record Measured(Figure figure, Map<String, Double> writes) {}

    void run() throws InterruptedException {
        var vertx = Vertx.vertx();
        try {
            var writes = new Writes(vertx, product.dataUrl());
            var crowd = new Crowd(vertx, CLIENTS);
            var warm = new Crowd(vertx, WARM_CLIENTS);
            var shopper = new Shopper(vertx, product.url(), WARM_CLIENTS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.warmUp());
            do {
                order(shopper, warm, fill(shopper, warm, carts(shopper, warm, WARM_BATCH)));
            } while (System.nanoTime() < end);
            var rest = rest(writes);
            var adding = new ArrayList<Measured>();
            var ordering = new ArrayList<Measured>();
            for (int round = 0; round < options.rounds(); round++) {
                var carts = carts(shopper, crowd, options.orders());
                adding.add(measured(writes, rest, () -> add(shopper, crowd, carts)));
                var filled = tokens(shopper, crowd, carts);
                ordering.add(measured(writes, rest, () -> order(shopper, crowd, filled)));
            }
            tell("add to cart", middle(adding), CART_MICROS, CART_WRITES);
            tell("confirmed order", middle(ordering), ORDER_MICROS, ORDER_WRITES);
        } finally {
            vertx.close();
        }
    }

    /** What the product spends in a second in which nobody asks for anything; the other figures are above it. */
    private Cpu rest(Writes writes) throws InterruptedException {
        writes.settled();
        var before = Cpu.of(product.pids());
        TimeUnit.SECONDS.sleep(options.seconds());
        var each = Cpu.of(product.pids()).since(before).each(options.seconds());
        report.line("at rest: " + Math.round(each.total() / 1e3)
                + " ms of CPU a second over all processes; carts and orders count what is above it");
        return each;
    }

    private void tell(String name, Measured measured, double mostMicros, double mostWrites) {
        report.figure(name, measured.figure());
        report.writes(name, measured.writes());
        report.atMost(name + ", CPU over all processes", measured.figure().micros() / 1e3, mostMicros / 1e3, "ms");
        report.atMost(
                name + ", documents written",
                measured.writes().values().stream()
                        .mapToDouble(Double::doubleValue)
                        .sum(),
                mostWrites,
                "");
    }

    private static Measured middle(List<Measured> all) {
        var figure = Figure.median(all.stream().map(Measured::figure).toList());
        return all.stream()
                .filter(one -> one.figure().equals(figure))
                .findFirst()
                .orElseThrow();
    }

    private interface Deeds {
        Timing run() throws InterruptedException;
    }

    private Measured measured(Writes writes, Cpu rest, Deeds deeds) throws InterruptedException {
        var documents = writes.settled();
        var before = Cpu.of(product.pids());
        long start = System.nanoTime();
        var timing = deeds.run();
        var after = writes.settled();
        var spent = Cpu.of(product.pids()).since(before).above(rest, (System.nanoTime() - start) / 1e9);
        return new Measured(Figure.of(timing, spent), Writes.each(documents, after, timing.requests()));
    }

    private static List<String> carts(Shopper shopper, Crowd crowd, int count) throws InterruptedException {
        return made(crowd, Bench.inTurn(List.of(""), count), nothing -> shopper.cart());
    }

    private static <T, R> List<R> made(Crowd crowd, List<T> from, Function<T, Future<R>> how)
            throws InterruptedException {
        var made = new ConcurrentLinkedQueue<R>();
        var timing = crowd.each(from, one -> how.apply(one).map(made::add));
        if (timing.failed() > 0) {
            throw new IllegalStateException(timing.failed() + " of " + timing.requests() + " preparations failed");
        }
        return List.copyOf(made);
    }

    private Timing add(Shopper shopper, Crowd crowd, List<String> carts) throws InterruptedException {
        var skusInTurn = Bench.inTurn(skus, carts.size());
        var numbers = new ArrayList<Integer>();
        for (int i = 0; i < carts.size(); i++) {
            numbers.add(i);
        }
        return crowd.each(numbers, i -> shopper.add(carts.get(i), skusInTurn.get(i)));
    }

    private List<Filled> fill(Shopper shopper, Crowd crowd, List<String> carts) throws InterruptedException {
        add(shopper, crowd, carts);
        return tokens(shopper, crowd, carts);
    }

    private static List<Filled> tokens(Shopper shopper, Crowd crowd, List<String> carts) throws InterruptedException {
        return made(crowd, carts, cart -> shopper.card().map(token -> new Filled(cart, token)));
    }

    private static Timing order(Shopper shopper, Crowd crowd, List<Filled> filled) throws InterruptedException {
        return crowd.each(filled, one -> shopper.order(one.cart(), one.token()));
    }
}
