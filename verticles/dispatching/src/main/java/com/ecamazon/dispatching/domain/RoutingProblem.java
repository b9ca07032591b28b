package com.ecamazon.dispatching.domain;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * A vehicle routing problem with time windows in plain numbers. Node 0 is the depot, 1 to n are the visits. Metres and
 * seconds need not be true metres and seconds, only consistent ones.
 */
final class RoutingProblem {
    final double[][] metres;
    final double[][] seconds;
    final double[] service;
    final double[] from;
    final double[] until;
    /** True for a visit that nobody can reach in time: it has no end, but each second until it costs. */
    final boolean[] late;

    final long[][] load;
    final long[][] capacity;
    /** For each node the others, nearest first. */
    final int[][] nearest;

    RoutingProblem(
            double[][] metres,
            double[][] seconds,
            double[] service,
            double[] from,
            double[] until,
            boolean[] late,
            long[][] load,
            long[][] capacity) {
        this.metres = metres;
        this.seconds = seconds;
        this.service = service;
        this.from = from;
        this.until = until;
        this.late = late;
        this.load = load;
        this.capacity = capacity;
        nearest = IntStream.range(0, service.length)
                .mapToObj(node -> nearest(metres[node]))
                .toArray(int[][]::new);
    }

    private static int[] nearest(double[] metres) {
        return IntStream.range(1, metres.length)
                .boxed()
                .sorted((a, b) -> Double.compare(metres[a], metres[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    int visits() {
        return service.length - 1;
    }

    int vehicles() {
        return capacity.length;
    }

    /** True when the load of this visit alone fits into the vehicle. */
    boolean fits(int visit, int vehicle) {
        return IntStream.range(0, capacity[vehicle].length).allMatch(i -> load[visit][i] <= capacity[vehicle][i]);
    }

    double meanMetres() {
        return Arrays.stream(metres[0]).average().orElse(0);
    }
}
