package com.ecamazon.loadtest.chaos;

import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/** How guests fared, second by second. */
final class Timeline {
    private final LongSupplier nanos;
    private volatile long start;
    private final int[] succeeded;
    private final int[] failed;
    private final int[] asked;
    private final int[] refused;

    Timeline(int seconds) {
        this(seconds, System::nanoTime);
    }

    Timeline(int seconds, LongSupplier nanos) {
        this.nanos = nanos;
        start = nanos.getAsLong();
        succeeded = new int[seconds];
        failed = new int[seconds];
        asked = new int[seconds];
        refused = new int[seconds];
    }

    /** The guests who count begin to come. */
    void begin() {
        start = nanos.getAsLong();
    }

    /** Seconds since the guests began to come. */
    int now() {
        return (int) ((nanos.getAsLong() - start) / 1_000_000_000L);
    }

    /** A guest has left, with an answer or without. */
    synchronized void left(boolean answered) {
        var which = answered ? succeeded : failed;
        which[Math.min(now(), which.length - 1)]++;
    }

    /** A request, of those of which a guest makes several, was answered, or refused as none should be. */
    synchronized void asked(boolean answered) {
        int second = Math.min(now(), asked.length - 1);
        asked[second]++;
        refused[second] += answered ? 0 : 1;
    }

    /** How many requests there were in these seconds, repeated ones too. */
    synchronized int asked(IntPredicate seconds) {
        return sum(asked, seconds);
    }

    /** How many of them were refused or had no answer. */
    synchronized int refused(IntPredicate seconds) {
        return sum(refused, seconds);
    }

    synchronized int[] succeeded() {
        return succeeded.clone();
    }

    synchronized int[] failed() {
        return failed.clone();
    }

    /** Of the guests who left in these seconds, the share in percent who had an answer; 0 when there were none. */
    double percentAnswered(IntPredicate seconds) {
        int answered = sum(succeeded(), seconds);
        int all = answered + sum(failed(), seconds);
        return all == 0 ? 0 : 100.0 * answered / all;
    }

    int guests() {
        return sum(succeeded(), second -> true) + sum(failed(), second -> true);
    }

    /** How many seconds it took until the last guest had left. */
    int untilTheLast() {
        var answered = succeeded();
        var others = failed();
        return IntStream.range(0, answered.length)
                .filter(second -> answered[second] + others[second] > 0)
                .map(second -> second + 1)
                .max()
                .orElse(0);
    }

    private static int sum(int[] each, IntPredicate seconds) {
        return IntStream.range(0, each.length)
                .filter(seconds)
                .map(second -> each[second])
                .sum();
    }

    /** The longest time in seconds, between the first guest who got an answer and the last, in which none got one. */
    int longestGap() {
        var each = succeeded();
        int longest = 0;
        int last = -1;
        for (int second = 0; second < each.length; second++) {
            if (each[second] > 0) {
                longest = last < 0 ? 0 : Math.max(longest, second - last - 1);
                last = second;
            }
        }
        return longest;
    }
}
