package com.ecamazon.loadtest.chaos;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How {@code chaos} runs.
 *
 * @param minutes for which guests come and faults happen
 * @param seed from which the faults follow
 * @param rate guests who come in a second
 * @param port of the gateways
 * @param onlyRolls whether every domain is restarted in turn, and nothing else happens
 * @param update a checkout with another version, to which and back from which domains are restarted in turn
 * @param out the report, a Markdown file; its plot goes beside it
 */
record ChaosOptions(int minutes, long seed, double rate, int port, boolean onlyRolls, Optional<Path> update, Path out) {
    private static final String USAGE =
            "say chaos [--minutes N] [--seed S] [--rate GUESTS_A_SECOND] [--port N] [--only rolls [--update CHECKOUT]] [--out FILE]";

    /** Throws {@link IllegalArgumentException} with one sentence when a flag makes no sense. */
    static ChaosOptions read(List<String> words, Path folder) {
        var options = new ChaosOptions(2, 1, 5, 18_180, false, Optional.empty(), folder.resolve("chaos.md"));
        for (int i = 0; i < words.size(); i += 2) {
            if (i + 1 == words.size()) {
                throw new IllegalArgumentException(USAGE);
            }
            options = options.with(words.get(i), words.get(i + 1));
        }
        if (options.update.isPresent() && !options.onlyRolls) {
            throw new IllegalArgumentException("--update goes with --only rolls");
        }
        return options;
    }

    private ChaosOptions with(String flag, String value) {
        return switch (flag) {
            case "--minutes" ->
                new ChaosOptions((int) number(flag, value, 1, 600), seed, rate, port, onlyRolls, update, out);
            case "--seed" ->
                new ChaosOptions(minutes, (long) number(flag, value, 0, 1e15), rate, port, onlyRolls, update, out);
            case "--rate" ->
                new ChaosOptions(minutes, seed, number(flag, value, 0.1, 1_000), port, onlyRolls, update, out);
            case "--port" ->
                new ChaosOptions(minutes, seed, rate, (int) number(flag, value, 1_024, 65_000), onlyRolls, update, out);
            case "--only" -> {
                if (!value.equals("rolls")) {
                    throw new IllegalArgumentException(flag + " cannot be " + value);
                }
                yield new ChaosOptions(minutes, seed, rate, port, true, update, out);
            }
            case "--update" ->
                new ChaosOptions(minutes, seed, rate, port, onlyRolls, Optional.of(checkout(value)), out);
            case "--out" ->
                new ChaosOptions(
                        minutes,
                        seed,
                        rate,
                        port,
                        onlyRolls,
                        update,
                        Path.of(value).toAbsolutePath());
            default -> throw new IllegalArgumentException(USAGE);
        };
    }

    private static Path checkout(String value) {
        var root = Path.of(value).toAbsolutePath().normalize();
        if (!Files.isExecutable(root.resolve("ecamazon"))) {
            throw new IllegalArgumentException("there is no checkout at " + value);
        }
        return root;
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
