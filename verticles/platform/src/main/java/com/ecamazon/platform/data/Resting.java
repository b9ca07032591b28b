package com.ecamazon.platform.data;

import com.ecamazon.contract.Domain;
import com.ecamazon.platform.Chance;
import io.vertx.core.Vertx;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Lanes that rest after a failure, each for longer after each, half of it by chance. */
final class Resting {
    private static final long SHORTEST_MILLIS = 50;
    private static final long LONGEST_MILLIS = 30_000;
    private static final int MOST_DOUBLINGS = 10;

    private final Vertx vertx;
    private final Chance chance;
    /** Those whose group is away, the one that rests for longest first. */
    private final Map<Domain, Set<Line>> away = new EnumMap<>(Domain.class);

    Resting(Vertx vertx, Chance chance) {
        this.vertx = vertx;
        this.chance = chance;
        for (var group : Domain.values()) {
            away.put(group, new LinkedHashSet<>());
        }
    }

    private Set<Line> away(Domain group) {
        return Objects.requireNonNull(away.get(group));
    }

    /** Lets the lane rest after so many failures in a row. */
    void begin(Line line, Lane lane, int failures, Runnable then) {
        long most = Math.min(LONGEST_MILLIS, SHORTEST_MILLIS << Math.min(failures, MOST_DOUBLINGS));
        long pause = most / 2 + chance.below(most / 2 + 1);
        lane.rest(vertx.setTimer(pause, timer -> {
            end(line, lane);
            then.run();
        }));
        if (lane.isAway()) {
            away(lane.group()).add(line);
        }
    }

    void end(Line line, Lane lane) {
        vertx.cancelTimer(lane.wake());
        away(lane.group()).remove(line);
    }

    /** Some that rest since the group is away. */
    List<Line> since(Domain group, int most) {
        return away(group).stream().limit(most).toList();
    }
}
