package com.ecamazon.simulator;

/**
 * The instance that makes this write dies there.
 *
 * @param write its number among all writes, from 1
 * @param made whether the write was made; it is never answered
 * @param downMillis how long it takes until another instance starts
 */
record CrashPoint(int write, boolean made, long downMillis) {
    @Override
    public String toString() {
        return "crash " + (made ? "after" : "before") + " write " + write + ", down for " + downMillis + " ms";
    }
}
