package com.ecamazon.loadtest.bench;

import com.ecamazon.loadtest.LiveCatalogue;
import com.ecamazon.loadtest.Product;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Reads: the ceilings, a product's page and a list with facets, in turn, round by round. */
final class Reading {
    private static final String BYTES = "bus, ready bytes";
    private static final String DETAIL = "product detail";
    private static final String LIST = "list of 24 with facets";
    private static final double DETAIL_BUDGET = 1.5;
    private static final double LIST_BUDGET = 5;

    private final BenchOptions options;
    private final Report report;
    private final Map<String, Case> cases = new LinkedHashMap<>();

    private record Case(Wrk wrk, Map<String, Long> pids) {}

    Reading(BenchOptions options, Path folder, CeilingSet ceilings, Product product, Report report) throws IOException {
        this.options = options;
        this.report = report;
        var details = new LiveCatalogue(product.url())
                .inStock(1).stream()
                        .map(item -> "/api/products/" + item.get("product"))
                        .toList();
        cases.put(
                "bare HTTP server",
                new Case(new Wrk(folder, "bare", ceilings.bare(), List.of("/")), ceilings.bareProcess()));
        cases.put(
                BYTES, new Case(new Wrk(folder, "ready", ceilings.bus(), List.of("/ready")), ceilings.busProcesses()));
        cases.put(
                "bus, a record by Jackson",
                new Case(new Wrk(folder, "record", ceilings.bus(), List.of("/record")), ceilings.busProcesses()));
        var readers = product.pids("gateway", "shop", "stock");
        cases.put(DETAIL, new Case(new Wrk(folder, "detail", product.url(), details), readers));
        cases.put(LIST, new Case(new Wrk(folder, "list", product.url(), lists()), readers));
    }

    /** What people look at: the first pages in several orders, words, and price ranges. */
    private static List<String> lists() {
        var paths = new ArrayList<String>();
        for (var sort : List.of("", "&sort=price_ascending", "&sort=price_descending", "&sort=newest")) {
            paths.add("/api/products?limit=24" + sort);
            for (var word : List.of("laptop", "printer", "cable", "monitor", "black", "usb", "camera", "toner")) {
                paths.add("/api/products?limit=24&q=" + word + sort);
            }
            for (int price = 1_000; price <= 50_000; price += 7_000) {
                paths.add("/api/products?limit=24&minPrice=" + price + "&maxPrice=" + 3 * price + sort);
            }
        }
        return paths;
    }

    void run() throws IOException, InterruptedException {
        for (var one : cases.values()) {
            one.wrk().run(Math.max(1, options.warmUp()), one.pids());
        }
        var figures = new LinkedHashMap<String, List<Figure>>();
        for (int round = 0; round < options.rounds(); round++) {
            for (var one : cases.entrySet()) {
                figures.computeIfAbsent(one.getKey(), name -> new ArrayList<>())
                        .add(one.getValue()
                                .wrk()
                                .run(options.seconds(), one.getValue().pids()));
            }
        }
        figures.forEach((name, all) -> report.figure(name, Figure.median(all)));
        var source = options.products().isPresent() ? "" : " (demo catalogue)";
        report.atMost("product detail, CPU against ready bytes", ratio(figures, DETAIL), DETAIL_BUDGET, "times");
        report.atMost(
                "list of 24 with facets, CPU against ready bytes" + source, ratio(figures, LIST), LIST_BUDGET, "times");
    }

    /** By round, since the machine may be slower in one than in the next. */
    private static double ratio(Map<String, List<Figure>> figures, String name) {
        var ceilings = figures.getOrDefault(BYTES, List.of());
        var ours = figures.getOrDefault(name, List.of());
        var ratios = IntStream.range(0, ours.size())
                .mapToDouble(
                        round -> ours.get(round).micros() / ceilings.get(round).micros())
                .sorted()
                .toArray();
        return ratios[ratios.length / 2];
    }
}
