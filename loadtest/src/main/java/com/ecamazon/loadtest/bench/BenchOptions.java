package com.ecamazon.loadtest.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * How {@code bench} runs.
 *
 * @param products a file of products to enter, as {@code import} reads it
 * @param warmUp seconds for which each case runs before it counts
 * @param seconds for which a reading case runs in each round
 * @param rounds of which the one in the middle counts
 * @param orders of each round
 * @param port of the first ceiling; the product's ports follow it
 * @param only the part that runs; all of them when empty
 */
record BenchOptions(
        Optional<Path> products, int warmUp, int seconds, int rounds, int orders, int port, Optional<Part> only) {
    /** What can be run by itself. */
    enum Part {
        READING,
        ORDERING,
        ONE_SKU
    }

    private static final String USAGE = "say bench [--products FILE] [--warm-up SECONDS] [--seconds N] [--rounds N] "
            + "[--orders N] [--port N] [--only reading|ordering|one-sku]";

    /** Throws {@link IllegalArgumentException} with one sentence when a flag makes no sense. */
    static BenchOptions read(List<String> words) {
        var options = new BenchOptions(Optional.empty(), 70, 10, 3, 2_000, 18_080, Optional.empty());
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private BenchOptions with(String flag, String value) {
        return switch (flag) {
            case "--products" -> {
                var file = Path.of(value).toAbsolutePath();
                if (!Files.isReadable(file)) {
                    throw new IllegalArgumentException("the file " + file + " cannot be read");
                }
                yield new BenchOptions(Optional.of(file), warmUp, seconds, rounds, orders, port, only);
            }
            case "--warm-up" ->
                new BenchOptions(products, number(flag, value, 0, 600), seconds, rounds, orders, port, only);
            case "--seconds" ->
                new BenchOptions(products, warmUp, number(flag, value, 1, 600), rounds, orders, port, only);
            case "--rounds" ->
                new BenchOptions(products, warmUp, seconds, number(flag, value, 1, 100), orders, port, only);
            case "--orders" ->
                new BenchOptions(products, warmUp, seconds, rounds, number(flag, value, 64, 4_000), port, only);
            case "--port" ->
                new BenchOptions(products, warmUp, seconds, rounds, orders, number(flag, value, 1_024, 65_000), only);
            case "--only" ->
                new BenchOptions(products, warmUp, seconds, rounds, orders, port, Optional.of(part(value)));
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    /** Whether this part is to run. */
    boolean runs(Part part) {
        return only.isEmpty() || only.get() == part;
    }

    private static Part part(String value) {
        return Arrays.stream(Part.values())
                .filter(part -> part.name().replace('_', '-').equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(USAGE));
    }

    private static int number(String flag, String text, int least, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: it is not one.
        }
        throw new IllegalArgumentException(flag + " is " + least + " to " + most + ", not " + text);
    }
}
