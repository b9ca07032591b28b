package com.ecamazon.loadtest;

import io.gatling.app.Gatling;
import java.nio.file.Path;
import java.util.Map;

/** The command {@code load}: runs {@link OrderPath} and leaves Gatling's report in the module's {@code target/gatling}. */
public final class Load {
    private static final Map<String, String> FLAGS =
            Map.of("--url", LoadSettings.URL, "--rate", LoadSettings.RATE, "--seconds", LoadSettings.SECONDS);
    private static final int WRONG_OPTIONS = 2;

    private Load() {}

    /** Exits with 0 when the load was borne, with another number when it was not or could not be made. */
    public static void main(String[] args) {
        try {
            read(args);
            new LiveCatalogue(LoadSettings.fromSystemProperties().url()).inStock(1);
        } catch (IllegalArgumentException | IllegalStateException e) {
            System.err.println("ecamazon: " + e.getMessage() + ".");
            System.exit(WRONG_OPTIONS);
        }
        var results = Path.of(System.getProperty("ecamazon.home", "."), "loadtest", "target", "gatling");
        Gatling.main(new String[] {"--simulation", OrderPath.class.getName(), "--results-folder", results.toString()});
    }

    private static void read(String[] args) {
        for (int i = 0; i < args.length; i += 2) {
            var property = FLAGS.get(args[i]);
            if (property == null || i + 1 == args.length) {
                throw new IllegalArgumentException("say load [--rate N] [--seconds N] [--url URL]");
            }
            System.setProperty(property, args[i + 1]);
        }
    }
}
