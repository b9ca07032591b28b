package com.ecamazon.loadtest.chaos;

import java.util.Arrays;

/** How guests fared, second by second. */
final class Timeline {
    private volatile long start = System.nanoTime();
    private final int[] succeeded;
    private final int[] failed;

    Timeline(int seconds) {
        succeeded = new int[seconds];
        failed = new int[seconds];
    }

    /** The guests who count begin to come. */
    void begin() {
        start = System.nanoTime();
    }

    /** Seconds since the guests began to come. */
    int now() {
        return (int) ((System.nanoTime() - start) / 1_000_000_000L);
    }

    /** A guest has left, with an answer or without. */
    synchronized void left(boolean answered) {
        var which = answered ? succeeded : failed;
        which[Math.min(now(), which.length - 1)]++;
    }

    synchronized int[] succeeded() {
        return succeeded.clone();
    }

    synchronized int[] failed() {
        return failed.clone();
    }

    int answered() {
        return Arrays.stream(succeeded()).sum();
    }

    int unanswered() {
        return Arrays.stream(failed()).sum();
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
