package com.ecamazon.loadtest.bench;

import com.ecamazon.loadtest.Product;
import com.ecamazon.loadtest.bench.BenchOptions.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command {@code bench}: the product beside its ceilings, in one go. */
public final class Bench {
    private static final int WRONG_OPTIONS = 2;

    private Bench() {}

    /** Exits with 0 when every budget is kept, with 1 when one is not, and with 2 when it could not run. */
    public static void main(String[] args) {
        try {
            System.exit(run(BenchOptions.read(List.of(args))) ? 0 : 1);
        } catch (IllegalArgumentException | IllegalStateException | IOException e) {
            System.err.println("ecamazon: " + e.getMessage() + ".");
            System.exit(WRONG_OPTIONS);
        } catch (InterruptedException e) {
            System.exit(WRONG_OPTIONS);
        }
    }

    private static boolean run(BenchOptions options) throws IOException, InterruptedException {
        var command = Path.of(System.getProperty("ecamazon.home", ".")).resolve("ecamazon");
        var folder = Path.of(System.getProperty("ecamazon.home", "."), "loadtest", "target", "bench");
        Files.createDirectories(folder);
        var report = new Report();
        report.head(machine());
        if (options.runs(Part.READING) || options.runs(Part.ORDERING)) {
            clustered(options, command, folder, report);
        }
        if (options.runs(Part.ONE_SKU)) {
            try (var product = Product.inOneJvm(command, folder.resolve("one-jvm"), options.port() + 40)) {
                new OneSku(options, folder, product, report).run();
            }
        }
        return report.isKept();
    }

    private static void clustered(BenchOptions options, Path command, Path folder, Report report)
            throws IOException, InterruptedException {
        try (var product = Product.clustered(command, folder.resolve("clustered"), options.port() + 2, "--no-city")) {
            if (options.products().isPresent()) {
                product.enter(options.products().get(), 1_000);
            }
            if (options.runs(Part.READING)) {
                try (var ceilings = new CeilingSet(options.port())) {
                    new Reading(options, folder, ceilings, product, report).run();
                }
            }
            if (options.runs(Part.ORDERING)) {
                new Ordering(options, product, report).run();
            }
        }
    }

    private static String machine() throws IOException {
        var average = Files.readString(Path.of("/proc/loadavg"));
        var load = average.substring(0, average.indexOf(' '));
        return Runtime.getRuntime().availableProcessors() + " processors, load " + load
                + (Double.parseDouble(load) > 0.5 ? ": NOT QUIET, figures are not to be trusted" : "");
    }

    /** As many as asked for, taking turns. */
    static <T> List<T> inTurn(List<T> things, int count) {
        var many = new ArrayList<T>(count);
        for (int i = 0; i < count; i++) {
            many.add(things.get(i % things.size()));
        }
        return many;
    }
}
