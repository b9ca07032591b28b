package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.chaos.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The faults of a run, one after the other with time to recover between them; the same seed gives the same plan. */
final class FaultPlan {
    static final String DATA_SERVER = "data-server";
    static final String BANK = "bank";

    private static final int CALM_BEFORE = 15;
    private static final int CALM_AFTER = 20;
    private static final int SHORTEST_REST = 12;
    private static final int KILLED = 5;
    private static final int PAUSED = 15;
    private static final int STORE_DOWN = 30;
    private static final int BANK_MISBEHAVES = 20;

    private FaultPlan() {}

    /** Faults of these instances, the store and the bank that begin and end within so many seconds. */
    static List<Fault> of(long seed, List<String> instances, int seconds) {
        var random = new Random(seed);
        var plan = new ArrayList<Fault>();
        int at = CALM_BEFORE;
        while (true) {
            var fault = fault(random, instances, at);
            if (fault.end() + CALM_AFTER > seconds) {
                return plan;
            }
            plan.add(fault);
            at = fault.end() + SHORTEST_REST + random.nextInt(SHORTEST_REST);
        }
    }

    private static Fault fault(Random random, List<String> instances, int at) {
        var victim = instances.get(random.nextInt(instances.size()));
        int chance = random.nextInt(10);
        if (chance < 5) {
            return new Fault(at, Kind.KILL, victim, KILLED);
        }
        if (chance < 8) {
            return new Fault(at, Kind.PAUSE, victim, PAUSED);
        }
        return chance == 8
                ? new Fault(at, Kind.BANK, BANK, BANK_MISBEHAVES)
                : new Fault(at, Kind.STORE_DOWN, DATA_SERVER, STORE_DOWN);
    }
}
