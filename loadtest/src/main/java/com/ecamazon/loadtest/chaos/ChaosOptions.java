package com.ecamazon.loadtest.chaos;

import java.nio.file.Path;
import java.util.List;

/**
 * How {@code chaos} runs.
 *
 * @param minutes for which guests come and faults happen
 * @param seed from which the faults follow
 * @param rate guests who come in a second
 * @param port of the gateway
 * @param out the report, a Markdown file; its plot goes beside it
 */
record ChaosOptions(int minutes, long seed, double rate, int port, Path out) {
    private static final String USAGE =
            "say chaos [--minutes N] [--seed S] [--rate GUESTS_A_SECOND] [--port N] [--out FILE]";

    /** Throws {@link IllegalArgumentException} with one sentence when a flag makes no sense. */
    static ChaosOptions read(List<String> words, Path folder) {
        var options = new ChaosOptions(2, 1, 5, 18_180, folder.resolve("chaos.md"));
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        return options;
    }

    private ChaosOptions with(String flag, String value) {
        return switch (flag) {
            case "--minutes" -> new ChaosOptions((int) number(flag, value, 1, 600), seed, rate, port, out);
            case "--seed" -> new ChaosOptions(minutes, (long) number(flag, value, 0, 1e15), rate, port, out);
            case "--rate" -> new ChaosOptions(minutes, seed, number(flag, value, 0.1, 1_000), port, out);
            case "--port" -> new ChaosOptions(minutes, seed, rate, (int) number(flag, value, 1_024, 65_000), out);
            case "--out" ->
                new ChaosOptions(minutes, seed, rate, port, Path.of(value).toAbsolutePath());
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static double number(String flag, String text, double least, double most) {
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: it is not one.
        }
        throw new IllegalArgumentException(flag + " cannot be " + text);
    }
}
