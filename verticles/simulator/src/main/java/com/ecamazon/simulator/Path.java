package com.ecamazon.simulator;

import com.ecamazon.simulator.Wish.Ending;
import java.util.ArrayList;
import java.util.List;

/** What can become of an order, each alone in a shop where nothing fails but what is told to. */
enum Path {
    PLACE(Ending.KEEP, false),
    CANCEL(Ending.CANCEL, false),
    SHIP(Ending.KEEP, true),
    RETURN(Ending.SEND_BACK, true);

    private static final long DOWN_MILLIS = 500;

    private final Ending ending;
    private final boolean warehouse;

    Path(Ending ending, boolean warehouse) {
        this.ending = ending;
        this.warehouse = warehouse;
    }

    private Plan quiet() {
        return Plan.quiet(ending, warehouse);
    }

    /** A crash before and after every write. */
    List<Plan> singles() {
        var plans = new ArrayList<Plan>();
        points(1, Schedule.run(quiet(), false).writes()).forEach(point -> plans.add(quiet().with(List.of(point))));
        return plans;
    }

    /**
     * A second crash before and after every write that follows a first one.
     *
     * @param every 1 for all pairs, else about so many are left out for each that is taken
     */
    List<Plan> pairs(int every) {
        var plans = new ArrayList<Plan>();
        int pair = 0;
        for (var first : points(1, Schedule.run(quiet(), false).writes())) {
            int writes = Schedule.run(quiet().with(List.of(first)), false).writes();
            for (var second : points(first.write() + 1, writes)) {
                if (++pair % every == 0) {
                    plans.add(quiet().with(List.of(first, second)));
                }
            }
        }
        return plans;
    }

    private static List<CrashPoint> points(int from, int to) {
        var points = new ArrayList<CrashPoint>();
        for (int write = from; write <= to; write++) {
            points.add(new CrashPoint(write, false, DOWN_MILLIS));
            points.add(new CrashPoint(write, true, DOWN_MILLIS));
        }
        return points;
    }
}
