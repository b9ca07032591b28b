package com.ecamazon.dispatching.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The tours of all vehicles and the visits that are in none. A copy shares the tours until one of them changes. */
final class Tours {
    /** Any visit made is worth more than any way saved. */
    private static final double METRES_PER_ABSENT = 1e9;

    /** How often a position is overlooked, which keeps the search from going in circles. */
    private static final double BLINK = 0.01;

    private final RoutingProblem problem;
    private final Tour[] tours;
    private final boolean[] shared;
    private final int[] tourOf;
    private final List<Integer> absent;

    /** No visit is made yet. */
    Tours(RoutingProblem problem) {
        this.problem = problem;
        tours = new Tour[problem.vehicles()];
        for (int vehicle = 0; vehicle < tours.length; vehicle++) {
            tours[vehicle] = new Tour(problem, vehicle);
        }
        shared = new boolean[tours.length];
        tourOf = new int[problem.visits() + 1];
        absent = new ArrayList<>();
        for (int visit = 1; visit <= problem.visits(); visit++) {
            tourOf[visit] = -1;
            absent.add(visit);
        }
    }

    private Tours(Tours other) {
        problem = other.problem;
        tours = other.tours.clone();
        shared = new boolean[tours.length];
        Arrays.fill(shared, true);
        tourOf = other.tourOf.clone();
        absent = new ArrayList<>(other.absent);
    }

    Tours copy() {
        return new Tours(this);
    }

    double cost() {
        double cost = absent.size() * METRES_PER_ABSENT;
        for (var tour : tours) {
            cost += tour.cost();
        }
        return cost;
    }

    Tour tour(int vehicle) {
        return tours[vehicle];
    }

    List<Integer> absent() {
        return List.copyOf(absent);
    }

    /** The vehicle that makes the visit, or -1. */
    int vehicleOf(int visit) {
        return tourOf[visit];
    }

    /** Takes neighbouring visits out of a tour. */
    void takeOut(int vehicle, int position, int count) {
        var tour = own(vehicle);
        for (int i = position; i < position + count; i++) {
            tourOf[tour.visit(i)] = -1;
            absent.add(tour.visit(i));
        }
        tour.remove(position, count);
    }

    /** Puts each absent visit where it costs least, in the given order; one without a place stays absent. */
    void putIn(List<Integer> order, RandomGenerator random) {
        absent.clear();
        for (int visit : order) {
            if (!putIn(visit, random)) {
                absent.add(visit);
            }
        }
    }

    private boolean putIn(int visit, RandomGenerator random) {
        double best = Double.POSITIVE_INFINITY;
        int bestVehicle = -1;
        int bestPosition = -1;
        for (var tour : tours) {
            if (!tour.hasRoomFor(visit)) {
                continue;
            }
            for (int position = 0; position <= tour.size(); position++) {
                double cost = tour.costOf(visit, position);
                if (cost < best && random.nextDouble() >= BLINK) {
                    best = cost;
                    bestVehicle = tour.vehicle();
                    bestPosition = position;
                }
            }
        }
        if (bestVehicle < 0) {
            return false;
        }
        own(bestVehicle).insert(visit, bestPosition);
        tourOf[visit] = bestVehicle;
        return true;
    }

    private Tour own(int vehicle) {
        if (shared[vehicle]) {
            tours[vehicle] = tours[vehicle].copy();
            shared[vehicle] = false;
        }
        return tours[vehicle];
    }
}
