package com.ecamazon.loadtest.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;

/** The run as Markdown, with its plot beside it. */
record ChaosReport(
        ChaosOptions options,
        List<String> instances,
        boolean apart,
        List<Fault> faults,
        Timeline timeline,
        int shown,
        List<String> breaches,
        String audit,
        List<String> notes) {
    /** Seconds that a store may take to start again. */
    private static final int STORE_RETURNS = 10;

    /** Writes both files. */
    void write() throws IOException {
        var out = options.out();
        var plot = Path.of(out.toString().replaceAll("\\.md$", "") + ".svg");
        Files.createDirectories(out.toAbsolutePath().getParent());
        Files.writeString(plot, Plot.of(timeline, faults));
        Files.writeString(out, text(plot.getFileName().toString()));
    }

    private String text(String plot) {
        var text = new StringBuilder("# A fault run\n\n");
        text.append(String.format(
                Locale.ROOT,
                "`./ecamazon chaos --minutes %d %s --rate %s`, %d processors, %s, instances: %s.%n%n",
                options.minutes(),
                what(),
                options.rate(),
                Runtime.getRuntime().availableProcessors(),
                apart ? "each pod in a network of its own" : "all processes on one loopback, so none was cut off",
                String.join(", ", instances)));
        if (options.update().isPresent()) {
            text.append("Each domain is restarted as the other version, and at its next turn as this one again.\n\n");
        }
        text.append("![guests with and without an answer, second by second](")
                .append(plot)
                .append(")\n\n");
        text.append("| figure | |\n|---|---|\n");
        figures().forEach(figure -> text.append("| ").append(figure).append(" |\n"));
        text.append("\n| at, s | for, s | fault |\n|---|---|---|\n");
        for (var fault : faults) {
            text.append("| ")
                    .append(fault.at())
                    .append(" | ")
                    .append(fault.seconds())
                    .append(" | ");
            text.append(fault.sentence()).append(" |\n");
        }
        text.append("\n## What each kind of fault cost\n\n")
                .append("Guests who left while it lasted or within ")
                .append(Cost.AFTER)
                .append(" s, and single requests without counting that they were repeated.\n\n")
                .append("| fault | times | guests with an answer | requests refused in its first ")
                .append(Cost.NOTICED)
                .append(" s | later | the last of them after |\n|---|---|---|---|---|---|\n");
        for (var cost : Cost.of(faults, timeline)) {
            text.append("| ")
                    .append(cost.kind().sentence())
                    .append(" | ")
                    .append(cost.times())
                    .append(" | ");
            text.append(percent(cost.percentAnswered())).append(" | ");
            text.append(cost.soon()).append(" | ").append(cost.later()).append(" | ");
            text.append(cost.felt() == 0 ? "" : cost.felt() + " s").append(" |\n");
        }
        text.append("\n## Orders that were shown and are lost or stuck\n\n");
        list(text, breaches, "None.");
        text.append("\n## The audit\n\n```\n").append(audit.strip()).append("\n```\n");
        if (!notes.isEmpty()) {
            text.append("\n## What did not go as planned\n\n");
            list(text, notes, "");
        }
        return text.toString();
    }

    private String what() {
        if (!options.onlyRolls()) {
            return "--seed " + options.seed();
        }
        return options.update().isPresent() ? "--only rolls --update ..." : "--only rolls";
    }

    private static void list(StringBuilder text, List<String> items, String none) {
        if (items.isEmpty()) {
            text.append(none).append('\n');
        }
        items.forEach(item -> text.append("- ").append(item).append('\n'));
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.2f %%", share);
    }

    private boolean hasStore(int second) {
        return faults.stream()
                .filter(fault -> fault.kind() == Fault.Kind.STORE_DOWN)
                .noneMatch(fault -> second >= fault.at() && second < fault.end() + STORE_RETURNS);
    }

    /** What is printed, too. */
    List<String> figures() {
        var figures = new ArrayList<>(List.of(
                "guests who wanted to order | " + timeline.guests(),
                "of these with an answer after two retries or less | " + percent(timeline.percentAnswered(any -> true)),
                "the same without the time in which there was no store | "
                        + percent(timeline.percentAnswered(this::hasStore)),
                "longest time without any answer | " + timeline.longestGap() + " s",
                "orders that clients were shown | " + shown,
                "of these lost or stuck | " + breaches.size()));
        faults.stream()
                .filter(fault -> fault.kind() == Fault.Kind.ROLL)
                .forEach(roll -> figures.add("requests refused while " + roll.sentence() + " | " + refused(roll)));
        return figures;
    }

    private String refused(Fault roll) {
        IntPredicate during = second -> second >= roll.at() && second < roll.end();
        return timeline.refused(during) + " of " + timeline.asked(during);
    }
}
