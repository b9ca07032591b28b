package com.ecamazon.loadtest.bench;

import com.ecamazon.loadtest.Product;
import com.ecamazon.loadtest.Shopper;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Everybody wants the same thing: 64 clients order one SKU from the product in one JVM. */
final class OneSku {
    private static final int CLIENTS = 64;
    private static final int UNITS = 1_000_000;
    private static final double LEAST = 500;
    private static final String SKU = "bench-one";
    private static final String ROW = """
            {"id":"bench-one","name":"bench-one","title":"The one thing","short_description":"All want it.","supplier":"Bench","price":1999}
            """;

    private final BenchOptions options;
    private final Path folder;
    private final Product product;
    private final Report report;

    OneSku(BenchOptions options, Path folder, Product product, Report report) {
        this.options = options;
        this.folder = folder;
        this.product = product;
        this.report = report;
    }

    void run() throws IOException, InterruptedException {
        var file = folder.resolve("one.jsonl");
        Files.writeString(file, ROW);
        product.enter(file, UNITS);
        var vertx = Vertx.vertx();
        try {
            var crowd = new Crowd(vertx, CLIENTS);
            var shopper = new Shopper(vertx, product.url(), CLIENTS);
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(options.warmUp());
            do {
                round(crowd, shopper);
            } while (System.nanoTime() < end);
            var figures = new ArrayList<Figure>();
            for (int round = 0; round < options.rounds(); round++) {
                figures.add(round(crowd, shopper));
            }
            var figure = Figure.median(figures);
            report.figure("orders for one SKU, one JVM", figure);
            report.atLeast("orders for one SKU in one JVM", figure.rate(), LEAST, "a second");
        } finally {
            vertx.close();
        }
    }

    private Figure round(Crowd crowd, Shopper shopper) throws InterruptedException {
        var filled = new ConcurrentLinkedQueue<Filled>();
        var prepared = crowd.each(
                Collections.nCopies(options.orders(), ""),
                nothing -> shopper.cart()
                        .compose(cart -> shopper.add(cart, SKU)
                                .compose(held ->
                                        shopper.card().map(token -> held && filled.add(new Filled(cart, token))))));
        if (prepared.failed() > 0) {
            throw new IllegalStateException(prepared.failed() + " carts could not be filled");
        }
        var before = Cpu.of(product.pids());
        var timing = crowd.each(List.copyOf(filled), one -> shopper.order(one.cart(), one.token()));
        return Figure.of(timing, Cpu.of(product.pids()).since(before));
    }
}
