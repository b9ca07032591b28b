package com.ecamazon.dispatching.domain;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;

/**
 * Cheapest insertion, then made better by taking strings of neighbouring visits out and putting them back in (Christiaens
 * and Vanden Berghe, Slack Induction by String Removals for Vehicle Routing Problems, Transportation Science 2020). The
 * same problem and seed give the same tours.
 */
final class RuinAndRecreate {
    private static final double MEAN_REMOVED = 10;
    private static final int LONGEST_STRING = 10;

    private final RoutingProblem problem;
    private final Random random;

    RuinAndRecreate(RoutingProblem problem, long seed) {
        this.problem = problem;
        random = new Random(seed);
    }

    /**
     * The best tours of so many rounds of the search.
     *
     * @param effort how many rounds; 0 is plain insertion
     */
    Tours solve(int effort) {
        var now = new Tours(problem);
        recreate(now, now.absent());
        var best = now;
        double hot = Math.max(1e-9, problem.meanMetres() / 3);
        double cooling = Math.pow(0.01, 1.0 / Math.max(1, effort));
        double temperature = hot;
        for (int round = 0; round < effort; round++) {
            var next = now.copy();
            ruin(next);
            recreate(next, next.absent());
            if (next.cost() < now.cost() - temperature * Math.log(random.nextDouble())) {
                now = next;
            }
            if (next.cost() < best.cost()) {
                best = next;
            }
            temperature *= cooling;
        }
        return best;
    }

    private void ruin(Tours tours) {
        int seed = 1 + random.nextInt(problem.visits());
        double strings = 1 + random.nextDouble() * (4 * MEAN_REMOVED / (1 + LONGEST_STRING) - 1);
        var ruined = new HashSet<Integer>();
        for (int visit : problem.nearest[seed]) {
            if (ruined.size() >= (int) strings) {
                return;
            }
            int vehicle = tours.vehicleOf(visit);
            if (vehicle >= 0 && ruined.add(vehicle)) {
                var tour = tours.tour(vehicle);
                int longest = Math.min(tour.size(), LONGEST_STRING);
                int length = 1 + random.nextInt(longest);
                int position = tour.positionOf(visit);
                int first = Math.max(0, position - length + 1);
                int last = Math.min(position, tour.size() - length);
                tours.takeOut(vehicle, first + random.nextInt(last - first + 1), length);
            }
        }
    }

    private void recreate(Tours tours, List<Integer> absent) {
        var order = new ArrayList<>(absent);
        Collections.shuffle(order, random);
        switch (random.nextInt(11)) {
            case 0, 1, 2, 3 -> {}
            case 4, 5 -> order.sort(Comparator.comparingDouble(visit -> -problem.load[visit][0]));
            case 6, 7 -> order.sort(Comparator.comparingDouble(visit -> -problem.metres[0][visit]));
            case 8 -> order.sort(Comparator.comparingDouble(visit -> problem.metres[0][visit]));
            case 9 -> order.sort(Comparator.comparingDouble(visit -> problem.until[visit] - problem.from[visit]));
            default -> order.sort(Comparator.comparingDouble(visit -> problem.until[visit]));
        }
        tours.putIn(order, random);
    }
}
