package com.ecamazon.simulator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Plays schedules and tells which end in a breach. */
public final class Simulator {
    /**
     * A schedule that came to no good end.
     *
     * @param seed plays it again, when the plan is the seed's
     * @param plan who wanted what, and what failed
     */
    public record Failure(long seed, String plan, List<String> breaches) {}

    /**
     * What was played.
     *
     * @param seconds of real time
     * @param virtualSeconds that passed in the schedules
     */
    public record Report(int schedules, double seconds, double virtualSeconds, List<Failure> failures) {
        /** Schedules a second. */
        public double rate() {
            return schedules / Math.max(seconds, 1e-9);
        }
    }

    private Simulator() {}

    /** Plays the random schedules of so many seeds, from this one on. */
    public static Report random(long seed, int schedules, Consumer<Failure> failed) {
        return play(LongStream.range(seed, seed + schedules).mapToObj(Plan::of), failed);
    }

    /** Crashes before and after every write of placing, cancelling, shipping and returning, and every pair of such crashes. */
    public static Report crashes(Consumer<Failure> failed) {
        return play(
                Arrays.stream(Path.values())
                        .flatMap(
                                path -> Stream.of(path.singles(), path.pairs(1)).flatMap(List::stream)),
                failed);
    }

    /** All that happens in the random schedule of a seed, a line each. */
    public static List<String> trace(long seed) {
        return Schedule.run(Plan.of(seed), true).trace();
    }

    static Report play(Stream<Plan> plans, Consumer<Failure> failed) {
        long start = System.nanoTime();
        var failures = new ArrayList<Failure>();
        var played = new Played();
        plans.forEach(plan -> {
            var result = Schedule.run(plan, false);
            played.schedules++;
            played.micros += result.micros();
            if (!result.breaches().isEmpty()) {
                var failure = new Failure(plan.seed(), plan.toString(), result.breaches());
                failures.add(failure);
                failed.accept(failure);
            }
        });
        return new Report(played.schedules, (System.nanoTime() - start) / 1e9, played.micros / 1e6, failures);
    }

    private static final class Played {
        private int schedules;
        private long micros;
    }
}
