package com.ecamazon.simulator;

import com.ecamazon.contract.Domain;
import com.ecamazon.contract.Feed;
import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a plan: the guests come, things fail, all is healed, and when nothing moves any more the books are checked. */
final class Schedule {
    private static final Instant MORNING = Instant.parse("2026-11-22T08:00:00Z");
    private static final long OPENED = TimeUnit.MILLISECONDS.toMicros(200);
    private static final long HEALED = OPENED + TimeUnit.SECONDS.toMicros(8);
    private static final long LOOK = TimeUnit.MILLISECONDS.toMicros(500);

    /** So long after the last fault all must be at rest. */
    private static final long LIMIT = TimeUnit.SECONDS.toMicros(60);

    private final Plan plan;
    private final World world;
    private final Depot depot;
    private final Vans vans;
    private final ClientLog log = new ClientLog();
    private final List<Future<?>> visits = new ArrayList<>();

    /**
     * What came of it.
     *
     * @param digest the same for every run of the same plan
     * @param writes how many writes were numbered
     * @param micros the virtual time that it took
     * @param trace all that happened, when that was asked for
     */
    record Result(Plan plan, List<String> breaches, long digest, int writes, long micros, List<String> trace) {}

    private Schedule(Plan plan, boolean told) {
        this.plan = plan;
        world = new World(plan, Opening.of(plan), MORNING, told);
        vans = new Vans(world);
        depot = new Depot(world, plan.misplaced());
        world.network().register(Domain.NOTIFICATION, new Life(), new Reader());
    }

    /** Somebody who takes all news. */
    private static final class Reader implements Network.Listener {
        @Override
        public Future<?> answer(Question question) {
            return Future.succeededFuture(true);
        }

        @Override
        public void hear(Feed<?> feed, Object news) {}
    }

    /** @param told whether the trace is to be had in words */
    static Result run(Plan plan, boolean told) {
        return new Schedule(plan, told).run();
    }

    private Result run() {
        var time = world.time();
        time.runUntil(OPENED);
        world.countWrites();
        world.weather().becomes(plan.faults());
        if (plan.warehouse()) {
            depot.work();
        }
        for (var wish : plan.wishes()) {
            visits.add(new Guest(world, "guest-" + visits.size(), wish, plan.warehouse(), log, depot).visit());
        }
        if (!plan.faults().equals(Faults.NONE)) {
            time.runUntil(HEALED);
            world.weather().becomes(Faults.NONE);
        }
        var breaches = new ArrayList<String>();
        long healed = time.micros();
        while (!isOver()) {
            if (time.micros() > Math.max(healed, world.lastCrash()) + LIMIT) {
                breaches.add("not at rest: " + unfinished());
                break;
            }
            time.runUntil(time.micros() + LOOK);
        }
        breaches.addAll(new Books(world, log).breaches());
        return new Result(
                plan,
                breaches,
                world.trace().digest(),
                world.writes(),
                time.micros(),
                world.trace().lines());
    }

    private boolean isOver() {
        return unfinished().isEmpty();
    }

    private List<String> unfinished() {
        var all = new ArrayList<String>();
        for (int i = 0; i < visits.size(); i++) {
            if (!visits.get(i).isComplete()) {
                all.add("guest-" + i);
            } else if (visits.get(i).failed()) {
                all.add("guest-" + i + " failed: " + visits.get(i).cause());
            }
        }
        if (plan.warehouse() && !depot.isQuiet()) {
            all.add("the depot");
        }
        if (!vans.isQuiet()) {
            all.add("the vans");
        }
        all.addAll(world.down());
        all.addAll(new Rest(world).unfinished());
        return all;
    }
}
