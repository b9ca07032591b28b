package com.ecamazon.loadtest.bench;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the bench prints: a line per case, what each process spent, and whether each budget is kept. */
final class Report {
    private boolean isKept = true;

    void head(String machine) {
        line(machine);
        line("");
        line(String.format(
                Locale.ROOT, "%-34s %9s %8s %8s %7s  %s", "case", "req/s", "p50 ms", "p99 ms", "CPU us", "of these"));
    }

    void figure(String name, Figure figure) {
        line(String.format(
                Locale.ROOT,
                "%-34s %9.0f %8.2f %8.2f %7.1f  %s%s",
                name,
                figure.rate(),
                figure.p50(),
                figure.p99(),
                figure.micros(),
                processes(figure.cpu()),
                figure.failed() == 0 ? "" : "; " + figure.failed() + " FAILED"));
        if (figure.failed() > 0) {
            isKept = false;
        }
    }

    private static String processes(Map<String, Double> cpu) {
        return cpu.entrySet().stream()
                .filter(process -> process.getValue() >= 0.1)
                .map(process -> String.format(Locale.ROOT, "%s %.1f", process.getKey(), process.getValue()))
                .collect(Collectors.joining(", "));
    }

    void writes(String name, Map<String, Double> each) {
        line(name + ": documents written for each");
        each.forEach((collection, count) -> {
            if (count >= 0.01) {
                line(String.format(Locale.ROOT, "    %-32s %.2f", collection, count));
            }
        });
    }

    /** A figure that must not be above its budget. */
    void atMost(String what, double figure, double budget, String unit) {
        verdict(what, figure, "at most", budget, unit, figure <= budget);
    }

    /** A figure that must not be below its budget. */
    void atLeast(String what, double figure, double budget, String unit) {
        verdict(what, figure, "at least", budget, unit, figure >= budget);
    }

    private void verdict(String what, double figure, String bound, double budget, String unit, boolean kept) {
        line(String.format(
                Locale.ROOT,
                "%-4s %-58s %8.2f %s (%s %s)",
                kept ? "ok" : "OVER",
                what,
                figure,
                unit,
                bound,
                plain(budget)));
        isKept &= kept;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? String.valueOf((long) number) : String.valueOf(number);
    }

    void line(String text) {
        System.out.println(text);
    }

    /** Whether every budget is kept and no answer was wrong. */
    boolean isKept() {
        return isKept;
    }
}
