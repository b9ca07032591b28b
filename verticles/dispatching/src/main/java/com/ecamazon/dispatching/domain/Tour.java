package com.ecamazon.dispatching.domain;

import java.util.Arrays;

/**
 * The visits of one vehicle with the times that follow, so that an insertion is judged in constant time: {@code start} is
 * the earliest start of a service, {@code latest} the latest at which all later visits are still in time (Savelsbergh, The
 * vehicle routing problem with time windows: minimizing route duration, 1992).
 */
final class Tour {
    /** What a second of delay costs for a parcel that is late already, in metres. */
    private static final double METRES_PER_LATE_SECOND = 10;

    private final RoutingProblem problem;
    private final int vehicle;
    private int[] visits;
    private int size;
    private double[] start;
    private double[] latest;
    private int[] lateFrom;
    private final long[] load;
    private double metres;
    private double lateness;

    Tour(RoutingProblem problem, int vehicle) {
        this.problem = problem;
        this.vehicle = vehicle;
        visits = new int[8];
        start = new double[8];
        latest = new double[9];
        lateFrom = new int[9];
        load = new long[problem.capacity[vehicle].length];
        measure();
    }

    private Tour(Tour other) {
        problem = other.problem;
        vehicle = other.vehicle;
        visits = other.visits.clone();
        size = other.size;
        start = other.start.clone();
        latest = other.latest.clone();
        lateFrom = other.lateFrom.clone();
        load = other.load.clone();
        metres = other.metres;
        lateness = other.lateness;
    }

    Tour copy() {
        return new Tour(this);
    }

    int size() {
        return size;
    }

    int visit(int position) {
        return visits[position];
    }

    int vehicle() {
        return vehicle;
    }

    int positionOf(int visit) {
        int position = 0;
        while (visits[position] != visit) {
            position++;
        }
        return position;
    }

    double metres() {
        return metres;
    }

    /** What the search makes small. */
    double cost() {
        return metres + METRES_PER_LATE_SECOND * lateness;
    }

    boolean hasRoomFor(int visit) {
        for (int i = 0; i < load.length; i++) {
            if (load[i] + problem.load[visit][i] > problem.capacity[vehicle][i]) {
                return false;
            }
        }
        return true;
    }

    /** What it costs to visit there at this position; infinite when it, or a later visit, would miss its window. */
    double costOf(int visit, int position) {
        int before = position == 0 ? 0 : visits[position - 1];
        int after = position == size ? 0 : visits[position];
        double leave = position == 0 ? problem.from[0] : start[position - 1] + problem.service[before];
        double begin = Math.max(problem.from[visit], leave + problem.seconds[before][visit]);
        if (begin > problem.until[visit]) {
            return Double.POSITIVE_INFINITY;
        }
        double next = begin + problem.service[visit] + problem.seconds[visit][after];
        if (next > latest[position]) {
            return Double.POSITIVE_INFINITY;
        }
        double detour = problem.metres[before][visit] + problem.metres[visit][after] - problem.metres[before][after];
        double delay = position == size ? 0 : Math.max(0, next - start[position]) * lateFrom[position];
        double own = problem.late[visit] ? begin - problem.from[0] : 0;
        return detour + METRES_PER_LATE_SECOND * (own + delay);
    }

    void insert(int visit, int position) {
        if (size == visits.length) {
            grow();
        }
        System.arraycopy(visits, position, visits, position + 1, size - position);
        visits[position] = visit;
        size++;
        for (int i = 0; i < load.length; i++) {
            load[i] += problem.load[visit][i];
        }
        measure();
    }

    void remove(int position, int count) {
        for (int at = position; at < position + count; at++) {
            for (int i = 0; i < load.length; i++) {
                load[i] -= problem.load[visits[at]][i];
            }
        }
        System.arraycopy(visits, position + count, visits, position, size - position - count);
        size -= count;
        measure();
    }

    int[] toArray() {
        return Arrays.copyOf(visits, size);
    }

    private void grow() {
        visits = Arrays.copyOf(visits, size * 2);
        start = Arrays.copyOf(start, size * 2);
        latest = Arrays.copyOf(latest, size * 2 + 1);
        lateFrom = Arrays.copyOf(lateFrom, size * 2 + 1);
    }

    private void measure() {
        metres = 0;
        lateness = 0;
        int at = 0;
        double leave = problem.from[0];
        for (int i = 0; i < size; i++) {
            int visit = visits[i];
            start[i] = Math.max(problem.from[visit], leave + problem.seconds[at][visit]);
            lateness += problem.late[visit] ? start[i] - problem.from[0] : 0;
            metres += problem.metres[at][visit];
            leave = start[i] + problem.service[visit];
            at = visit;
        }
        metres += problem.metres[at][0];
        latest[size] = problem.until[0];
        lateFrom[size] = 0;
        int next = 0;
        for (int i = size - 1; i >= 0; i--) {
            int visit = visits[i];
            latest[i] = Math.min(
                    problem.until[visit], latest[i + 1] - problem.service[visit] - problem.seconds[visit][next]);
            lateFrom[i] = lateFrom[i + 1] + (problem.late[visit] ? 1 : 0);
            next = visit;
        }
    }
}
