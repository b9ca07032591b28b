package com.ecamazon.simulator;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;
import java.util.concurrent.TimeUnit;

/** A clock that jumps to what happens next, and all that is still to happen, in order. */
final class VirtualTime implements InstantSource {
    private final Instant start;
    private final PriorityQueue<Due> ahead = new PriorityQueue<>();
    private long micros;
    private long turns;

    private record Due(long at, long turn, Runnable what) implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            return at == other.at ? Long.compare(turn, other.turn) : Long.compare(at, other.at);
        }
    }

    VirtualTime(Instant start) {
        this.start = start;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(TimeUnit.MICROSECONDS.toNanos(micros));
    }

    /** Microseconds since the start. */
    long micros() {
        return micros;
    }

    /** Lets this happen so many microseconds from now, after what was due then before. */
    void after(long delay, Runnable what) {
        ahead.add(new Due(micros + Math.max(0, delay), turns++, what));
    }

    /** Lets happen all that is due before this moment, and stops there. */
    void runUntil(long moment) {
        for (var next = ahead.peek(); next != null && next.at < moment; next = ahead.peek()) {
            ahead.remove();
            micros = next.at;
            next.what.run();
        }
        micros = moment;
    }
}
