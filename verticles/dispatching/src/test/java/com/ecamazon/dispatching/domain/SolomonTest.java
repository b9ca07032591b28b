package com.ecamazon.dispatching.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The public instances of Solomon (Algorithms for the vehicle routing and scheduling problems with time window constraints,
 * 1987). They are read from the folder that {@code VRPTW_DIR} names, or from {@code ../shared/data/vrptw} beside the checkout.
 */
final class SolomonTest {
    /** The best known solutions use the fewest vans first; the planner looks at the way alone. */
    private static final double OF_BEST_KNOWN = 1.10;

    private static final int EFFORT = 10_000;

    private record Instance(RoutingProblem problem, double bestKnown) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C101", "C104", "C201", "C204", "R101", "R104", "R201", "R204", "RC101", "RC104", "RC201", "RC204"
            })
    void solve_publicInstance_isFeasibleAndNearTheBestKnown(String name) throws IOException {
        var instance = read(name);
        var tours = new RuinAndRecreate(instance.problem(), 1).solve(EFFORT);

        assertThat(tours.absent()).isEmpty();
        assertThat(way(instance.problem(), tours)).isLessThanOrEqualTo(instance.bestKnown() * OF_BEST_KNOWN);
    }

    /** Drives the tours again in the plainest way, checking load, windows and that each visit is made once. */
    private static double way(RoutingProblem problem, Tours tours) {
        var made = new HashSet<Integer>();
        double way = 0;
        for (int vehicle = 0; vehicle < problem.vehicles(); vehicle++) {
            int at = 0;
            double time = 0;
            long load = 0;
            for (int visit : tours.tour(vehicle).toArray()) {
                time = Math.max(problem.from[visit], time + problem.service[at] + problem.seconds[at][visit]);
                assertThat(time).isLessThanOrEqualTo(problem.until[visit] + 1e-6);
                assertThat(made.add(visit)).isTrue();
                load += problem.load[visit][0];
                way += problem.metres[at][visit];
                at = visit;
            }
            assertThat(load).isLessThanOrEqualTo(problem.capacity[vehicle][0]);
            assertThat(time + problem.service[at] + problem.seconds[at][0])
                    .isLessThanOrEqualTo(problem.until[0] + 1e-6);
            way += problem.metres[at][0];
        }
        assertThat(made).hasSize(problem.visits());
        return way;
    }

    private static Path folder() {
        var named = System.getenv("VRPTW_DIR");
        var places =
                Stream.of(named == null ? "data/vrptw" : named, "../shared/data/vrptw", "../../../shared/data/vrptw");
        var found = places.map(Path::of).filter(Files::isDirectory).findFirst();
        assumeTrue(found.isPresent(), "the Solomon instances are not here; set VRPTW_DIR");
        return found.orElseThrow();
    }

    private static Instance read(String name) throws IOException {
        var folder = folder();
        var lines = Files.readAllLines(folder.resolve(name + ".txt"));
        var fleet = lines.get(4).strip().split("\\s+", -1);
        var rows = lines.stream()
                .skip(9)
                .filter(line -> !line.isBlank())
                .map(line -> Stream.of(line.strip().split("\\s+", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new Instance(
                problem(rows, Integer.parseInt(fleet[0]), Long.parseLong(fleet[1])), bestKnown(folder, name));
    }

    private static double bestKnown(Path folder, String name) throws IOException {
        return Files.readAllLines(folder.resolve("best-known.csv")).stream()
                .map(line -> line.split(",", -1))
                .filter(cells -> cells[1].equals(name))
                .mapToDouble(cells -> Double.parseDouble(cells[5]))
                .findFirst()
                .orElseThrow();
    }

    private static RoutingProblem problem(List<double[]> rows, int vehicles, long capacity) {
        int nodes = rows.size();
        var way = new double[nodes][nodes];
        var service = new double[nodes];
        var from = new double[nodes];
        var until = new double[nodes];
        var load = new long[nodes][1];
        var room = new long[vehicles][];
        for (int i = 0; i < nodes; i++) {
            var row = rows.get(i);
            load[i][0] = (long) row[3];
            from[i] = row[4];
            until[i] = row[5];
            service[i] = row[6];
            for (int j = 0; j < nodes; j++) {
                way[i][j] = Math.hypot(row[1] - rows.get(j)[1], row[2] - rows.get(j)[2]);
            }
        }
        for (int i = 0; i < vehicles; i++) {
            room[i] = new long[] {capacity};
        }
        return new RoutingProblem(way, way, service, from, until, new boolean[nodes], load, room);
    }
}
