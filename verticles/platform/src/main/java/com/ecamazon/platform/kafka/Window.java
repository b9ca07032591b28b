package com.ecamazon.platform.kafka;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What was read of one partition and is not done yet. Records are done in any order; an offset may be committed when all
 * before it are done. The reading thread and the event loop share it.
 */
final class Window {
    private static final long NONE = -1;

    private final ArrayDeque<Long> open = new ArrayDeque<>();
    private final Set<Long> done = new HashSet<>();
    private long next = NONE;
    private long committed = NONE;
    private int running;
    private boolean closed;

    synchronized void take(long offset) {
        open.add(offset);
    }

    /** How many records lie between the oldest that is not done and the newest. */
    synchronized int size() {
        return open.size();
    }

    /** Whether a record may be applied; not when another instance may have the partition by now. */
    synchronized boolean begin() {
        if (closed) {
            return false;
        }
        running++;
        return true;
    }

    /** A try that began has ended. */
    synchronized void end(long offset, boolean isDone) {
        running--;
        if (isDone) {
            done.add(offset);
            while (!open.isEmpty() && done.remove(open.element())) {
                next = open.remove() + 1;
            }
        }
        notifyAll();
    }

    /** The offset to commit, if it is another than last time. */
    synchronized OptionalLong toCommit() {
        if (next == committed) {
            return OptionalLong.empty();
        }
        committed = next;
        return OptionalLong.of(next);
    }

    /** The last commit did not succeed. */
    synchronized void commitAgain() {
        committed = NONE;
    }

    /** Lets nothing more begin. */
    synchronized void close() {
        closed = true;
    }

    /** Waits until what runs has ended, or until then, by {@link System#nanoTime()}. */
    synchronized void awaitQuiet(long end) throws InterruptedException {
        for (long left = end - System.nanoTime(); running > 0 && left > 0; left = end - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
    }
}
