package com.ecamazon.loadtest.chaos;

import com.ecamazon.loadtest.chaos.Fault.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** The faults of a run, one after the other with time to recover between them; the same seed gives the same plan. */
final class FaultPlan {
    static final String DATA_SERVER = "data-server";
    static final String BANK = "bank";
    /** They share a port, and no balancer before it leaves out one that hears nobody: they may die, and nothing else. */
    private static final String GATEWAYS = "gateway-";

    private static final int CALM_BEFORE = 15;
    private static final int CALM_AFTER = 20;
    private static final int SHORTEST_REST = 12;
    private static final int KILLED = 5;
    private static final int PAUSED = 30;
    private static final int CUT = 60;
    private static final int STORE_DOWN = 30;
    private static final int BANK_MISBEHAVES = 20;
    /** What it takes on two cores, which start three JVMs meanwhile; when it takes longer, what follows waits. */
    private static final int ROLLED = 40;
    /** In a run that is shorter, pauses and cuts last half as long, so that there is time for something else. */
    private static final int LONG_RUN = 600;

    /** One of these is drawn, each as likely as it is often here. */
    private static final List<Kind> KINDS = List.of(
            Kind.KILL,
            Kind.KILL,
            Kind.KILL,
            Kind.PAUSE,
            Kind.PAUSE,
            Kind.CUT,
            Kind.CUT_IN,
            Kind.CUT_OUT,
            Kind.BANK,
            Kind.ROLL,
            Kind.STORE_DOWN);

    private FaultPlan() {}

    /**
     * Faults of these instances, the store and the bank that begin and end within so many seconds; a domain restarted in turn
     * comes first.
     *
     * @param apart whether instances have networks of their own, so that they can be cut off
     */
    static List<Fault> of(long seed, List<String> instances, int seconds, boolean apart) {
        // Mixes its seed: the first draws of small seeds of java.util.Random are much alike.
        var random = new SplittableRandom(seed);
        var plan = new ArrayList<Fault>();
        int at = CALM_BEFORE;
        int shorter = seconds < LONG_RUN ? 2 : 1;
        while (true) {
            var fault = plan.isEmpty() ? roll(random, instances, at) : fault(random, instances, at, apart, shorter);
            if (fault.end() + CALM_AFTER > seconds) {
                return plan;
            }
            plan.add(fault);
            at = fault.end() + SHORTEST_REST + random.nextInt(SHORTEST_REST);
        }
    }

    private static Fault fault(RandomGenerator random, List<String> instances, int at, boolean apart, int shorter) {
        var victim = instances.get(random.nextInt(instances.size()));
        var kind = possible(KINDS.get(random.nextInt(KINDS.size())), victim, apart);
        return switch (kind) {
            case KILL -> new Fault(at, kind, victim, KILLED);
            case PAUSE -> new Fault(at, kind, victim, PAUSED / shorter);
            case CUT, CUT_IN, CUT_OUT -> new Fault(at, kind, victim, CUT / shorter);
            case BANK -> new Fault(at, kind, BANK, BANK_MISBEHAVES);
            case ROLL -> roll(random, instances, at);
            case STORE_DOWN -> new Fault(at, kind, DATA_SERVER, STORE_DOWN);
        };
    }

    /** What was drawn, or what comes nearest to it where that cannot be done to the victim. */
    private static Kind possible(Kind drawn, String victim, boolean apart) {
        return switch (drawn) {
            case PAUSE -> victim.startsWith(GATEWAYS) ? Kind.KILL : drawn;
            case CUT, CUT_IN, CUT_OUT ->
                apart && !victim.startsWith(GATEWAYS) ? drawn : possible(Kind.PAUSE, victim, apart);
            case KILL, BANK, ROLL, STORE_DOWN -> drawn;
        };
    }

    private static Fault roll(RandomGenerator random, List<String> instances, int at) {
        return new Fault(at, Kind.ROLL, domain(instances.get(random.nextInt(instances.size()))), ROLLED);
    }

    private static String domain(String instance) {
        return instance.substring(0, instance.lastIndexOf('-'));
    }

    /** No faults, but every domain of these instances restarted, one after the other and again, within so many seconds. */
    static List<Fault> rolls(List<String> instances, int seconds) {
        var domains = instances.stream().map(FaultPlan::domain).distinct().toList();
        var plan = new ArrayList<Fault>();
        for (int at = CALM_BEFORE; at + ROLLED + CALM_AFTER <= seconds; at += ROLLED + SHORTEST_REST) {
            plan.add(new Fault(at, Kind.ROLL, domains.get(plan.size() % domains.size()), ROLLED));
        }
        return plan;
    }
}
