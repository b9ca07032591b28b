package com.ecamazon.loadtest.chaos;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What the faults of one kind cost: how guests and their single requests fared while these lasted and just after.
 *
 * @param percentAnswered of the guests who left meanwhile, how many had an answer after two retries or less
 * @param soon requests refused in the first seconds, in which nobody can know yet
 * @param later requests refused from then on
 * @param felt seconds from the beginning of one of these faults to the last request that was refused; the most
 */
record Cost(Fault.Kind kind, int times, double percentAnswered, Share soon, Share later, int felt) {
    /** By then others have noticed. */
    static final int NOTICED = 10;

    /** What is over may be felt for so long. */
    static final int AFTER = 10;

    /** Some of all. */
    record Share(int some, int all) {
        @Override
        public String toString() {
            return all == 0
                    ? "none asked"
                    : String.format(Locale.ROOT, "%d of %d (%.2f %%)", some, all, 100.0 * some / all);
        }
    }

    /** One for each kind of fault that happened. */
    static List<Cost> of(List<Fault> happened, Timeline timeline) {
        return Stream.of(Fault.Kind.values())
                .filter(kind -> happened.stream().anyMatch(fault -> fault.kind() == kind))
                .map(kind -> of(
                        kind,
                        happened.stream().filter(fault -> fault.kind() == kind).toList(),
                        timeline))
                .toList();
    }

    private static Cost of(Fault.Kind kind, List<Fault> faults, Timeline timeline) {
        IntPredicate meanwhile =
                second -> faults.stream().anyMatch(fault -> second >= fault.at() && second < fault.end() + AFTER);
        IntPredicate soon =
                second -> faults.stream().anyMatch(fault -> second >= fault.at() && second < fault.at() + NOTICED);
        IntPredicate later = meanwhile.and(soon.negate());
        return new Cost(
                kind,
                faults.size(),
                timeline.percentAnswered(meanwhile),
                new Share(timeline.refused(soon), timeline.asked(soon)),
                new Share(timeline.refused(later), timeline.asked(later)),
                faults.stream().mapToInt(fault -> felt(fault, timeline)).max().orElse(0));
    }

    private static int felt(Fault fault, Timeline timeline) {
        return IntStream.range(fault.at(), fault.end() + AFTER)
                .filter(second -> timeline.refused(one -> one == second) > 0)
                .map(second -> second + 1 - fault.at())
                .max()
                .orElse(0);
    }
}
