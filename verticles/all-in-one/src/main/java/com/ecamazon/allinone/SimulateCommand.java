package com.ecamazon.allinone;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.ecamazon.simulator.Simulator;
import com.ecamazon.simulator.Simulator.Failure;
import java.util.List;
import org.slf4j.LoggerFactory;

/** Plays schedules of the order path in virtual time; a seed that fails plays the same schedule again. */
final class SimulateCommand {
    private static final int SCHEDULES = 1_000;

    private final long seed;
    private final int schedules;
    private final boolean crashes;
    private final boolean trace;

    SimulateCommand(List<String> words) {
        long from = 1;
        int many = SCHEDULES;
        boolean all = false;
        boolean told = false;
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            switch (word) {
                case "--seed" -> from = number(UpOptions.value(words, ++i, word), word);
                case "--schedules" -> many = (int) Math.min(number(UpOptions.value(words, ++i, word), word), 1 << 30);
                case "--crashes" -> all = true;
                case "--trace" -> told = true;
                default ->
                    throw new Refused(
                            "there is no flag " + word + "; known are --seed, --schedules, --crashes, --trace.");
            }
        }
        seed = from;
        schedules = many;
        crashes = all;
        trace = told;
    }

    private static long number(String text, String flag) {
        try {
            long number = Long.parseLong(text);
            if (number >= 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through: it is not one.
        }
        throw new Refused(flag + " must be a whole number from 0 up, not " + text + ".");
    }

    /** Gives 1 when a schedule ended in a breach. */
    int run() {
        // What is broken on purpose would fill the log.
        ((Logger) LoggerFactory.getLogger("com.ecamazon")).setLevel(Level.OFF);
        if (trace) {
            Simulator.trace(seed).forEach(System.out::println);
        }
        var report = crashes
                ? Simulator.crashes(SimulateCommand::show)
                : Simulator.random(seed, trace ? 1 : schedules, SimulateCommand::showSeed);
        System.out.printf(
                "%,d schedules in %.1f s (%.0f a second), %,.0f s of virtual time, %d with a breach.%n",
                report.schedules(),
                report.seconds(),
                report.rate(),
                report.virtualSeconds(),
                report.failures().size());
        return report.failures().isEmpty() ? 0 : 1;
    }

    private static void showSeed(Failure failure) {
        System.out.println("Seed " + failure.seed() + " fails; with all that happens: ./ecamazon simulate --seed "
                + failure.seed() + " --trace");
        show(failure);
    }

    private static void show(Failure failure) {
        System.out.println("  " + failure.plan());
        failure.breaches().forEach(breach -> System.out.println("  - " + breach));
    }
}
